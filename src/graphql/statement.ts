import type { Value } from '../ontology/model.ts';
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

/** A statement and a disagreement name their property alike. */
export const propertyLabel = (
  { property }: { readonly property: string },
  args: LanguageArguments,
  { ontology, language }: RequestContext,
): string => ontology.properties.get(property)!.label[chooseLanguage(args, { language })];

export const statementResolvers: Resolvers = {
  Statement: {
    subject: ({ subject }, _, context) => knownEntity(subject, context),
    propertyLabel,
    qualifiers: ({ qualifiers }): readonly Qualification[] =>
      Object.entries(qualifiers).map(([name, value]) => ({ name, value })),
    rank: ({ rank }) => toEnumeration(rank),
    reason: ({ reason }, args, context) => reason?.[chooseLanguage(args, context)],
    inferred: ({ citations }) => citations.some(({ inferred }) => inferred !== undefined),
    text: (statement, args, context) =>
      statementText(statement, chooseLanguage(args, context), context),
  },
  Qualification: {
    label: ({ name }: Qualification, args, context) =>
      context.ontology.qualifiers.get(name)!.label[chooseLanguage(args, context)],
  },
  Citation: {
    source: ({ source }, _, context) => knownEntity(source, context),
    inferred: ({ inferred }, args, context) => inferred?.[chooseLanguage(args, context)],
    attributedTo: ({ attributedTo }, _, context) =>
      attributedTo === undefined ? null : knownEntity(attributedTo, context),
  },
};
