import type {
  KindTime,
  Localized,
  Ontology,
  Property,
  Qualifier,
  Vocabulary,
} from '../ontology/model.ts';
import type { AggregateRequest, AggregateRow } from '../store/port.ts';
import type { RequestContext } from './context.ts';
import { toEnumeration } from './enumeration.ts';
import { type StatementFilterInput, statementFilter } from './filter.ts';
import { known, knownEntity } from './known.ts';
import { chooseLanguage, type LanguageArguments } from './language.ts';
import { after } from './later.ts';
import type { Resolver, Resolvers } from './resolver.ts';

const label: Resolver = (
  { label }: { readonly label: Localized },
  args: LanguageArguments,
  context: RequestContext,
) => label[chooseLanguage(args, context)];

const description: Resolver = (
  { description }: { readonly description: Localized },
  args: LanguageArguments,
  context: RequestContext,
) => description[chooseLanguage(args, context)];

const valueType: Resolver = ({ type }: Property | Qualifier) => toEnumeration(type);

const values: Resolver = ({ values }: Pick<Property, 'values'>) => toEnumeration(values);

type By = AggregateRequest['by'];

interface Count extends AggregateRow {
  readonly by: By;
}

const counts =
  (by: By): Resolver =>
  (
    _: unknown,
    args: { readonly filter?: StatementFilterInput | null },
    { load, ontology }: RequestContext,
  ) =>
    after(load.aggregate({ by, filter: statementFilter(args.filter, ontology) }), (rows) =>
      known(rows, by).map((row): Count => ({ ...row, by })),
    );

function countLabel({ by, key }: Count, args: LanguageArguments, context: RequestContext) {
  const language = chooseLanguage(args, context);
  switch (by) {
    case 'entitiesByKind':
    case 'statementsByKind':
      return context.ontology.kinds.get(key)!.label[language];
    case 'statementsByProperty':
      return context.ontology.properties.get(key)!.label[language];
    case 'statementsBySource':
      return after(knownEntity(key, context), ({ names }) => names[language]);
  }
}

export const aboutResolvers: Resolvers = {
  Query: {
    ontology: (_: unknown, __: object, { ontology }: RequestContext) => ontology,
    dataset: (_: unknown, __: object, { meta }: RequestContext) => meta,
  },
  Ontology: {
    kinds: ({ kinds }: Ontology) => [...kinds.values()],
    properties: ({ properties }: Ontology) => [...properties.values()],
    qualifiers: ({ qualifiers }: Ontology) => [...qualifiers.values()],
    vocabularies: ({ vocabularies }: Ontology) => [...vocabularies.values()],
  },
  Kind: { label, description },
  KindTime: { sort: ({ sort }: KindTime) => toEnumeration(sort) },
  Property: {
    label,
    description,
    valueType,
    values,
    flow: ({ flow }: Property) => flow && toEnumeration(flow),
  },
  Inverse: { label, values },
  Qualifier: { label, description, valueType },
  Vocabulary: {
    label,
    terms: ({ terms }: Vocabulary) => [...terms].map(([name, label]) => ({ name, label })),
  },
  Term: { label },
  Dataset: {
    counts: (_: unknown, __: object, { load }: RequestContext) =>
      after(load.counts({}), (found) => known(found, 'how much there is')),
    entitiesByKind: counts('entitiesByKind'),
    statementsByProperty: counts('statementsByProperty'),
    statementsBySource: counts('statementsBySource'),
    statementsByKind: counts('statementsByKind'),
  },
  Count: { label: countLabel },
};
