import type { Citation, Statement, Value } from '../ontology/model.ts';
import type { RequestContext } from './context.ts';
import { toEnumeration } from './enumeration.ts';
import { knownEntity } from './known.ts';
import { statementText } from './label.ts';
import { chooseLanguage, type LanguageArguments } from './language.ts';
import type { Resolvers } from './resolver.ts';

interface Qualification {
  readonly name: string;
  readonly value: Value;
}

const reason = (
  { reason }: Pick<Statement, 'reason'>,
  args: LanguageArguments,
  context: RequestContext,
) => reason?.[chooseLanguage(args, context)];

/** A statement and a disagreement name their property alike. */
export const propertyLabel = (
  { property }: { readonly property: string },
  args: LanguageArguments,
  { ontology, language }: RequestContext,
): string => ontology.properties.get(property)!.label[chooseLanguage(args, { language })];

export const statementResolvers: Resolvers = {
  Statement: {
    subject: ({ subject }: Statement, _: object, context: RequestContext) =>
      knownEntity(subject, context),
    propertyLabel,
    qualifiers: ({ qualifiers }: Statement): readonly Qualification[] =>
      Object.entries(qualifiers).map(([name, value]) => ({ name, value })),
    rank: ({ rank }: Statement) => toEnumeration(rank),
    reason,
    inferred: ({ citations }: Statement) =>
      citations.some(({ inferred }) => inferred !== undefined),
    text: (statement: Statement, args: LanguageArguments, context: RequestContext) =>
      statementText(statement, chooseLanguage(args, context), context),
  },
  Qualification: {
    label: ({ name }: Qualification, args: LanguageArguments, context: RequestContext) =>
      context.ontology.qualifiers.get(name)!.label[chooseLanguage(args, context)],
  },
  Citation: {
    source: ({ source }: Citation, _: object, context: RequestContext) =>
      knownEntity(source, context),
    inferred: ({ inferred }: Citation, args: LanguageArguments, context: RequestContext) =>
      inferred?.[chooseLanguage(args, context)],
    attributedTo: ({ attributedTo }: Citation, _: object, context: RequestContext) =>
      attributedTo === undefined ? null : knownEntity(attributedTo, context),
  },
};
