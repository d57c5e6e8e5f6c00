import type { Localized, Property, Qualifier } from '../ontology/model.ts';
import type { Dimension } from '../store/port.ts';
import { bounds } from './bounds.ts';
import type { Faceted } from './connections.ts';
import type { RequestContext } from './context.ts';
import { toEnumeration } from './enumeration.ts';
import { counts } from './facets.ts';
import { statementFilter } from './filter.ts';
import type { DatasetStatementsByPropertyArgs } from './generated/schema.ts';
import { known } from './known.ts';
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

/** Of the statements that a filter leaves, or of all entities. */
const countsBy =
  (count: Faceted['count'], dimension: Dimension): Resolver =>
  (_: unknown, args: DatasetStatementsByPropertyArgs, context: RequestContext) => {
    const list: Faceted =
      count === 'entities'
        ? { count, entities: {} }
        : { count, statements: statementFilter(args.filter, context.ontology) };
    return counts(list, dimension, context, bounds.rows.greatest);
  };

export const aboutResolvers: Resolvers = {
  Query: {
    ontology: (_, __, { ontology }) => ontology,
    dataset: (_, __, { meta }) => meta,
  },
  Ontology: {
    kinds: ({ kinds }) => [...kinds.values()],
    properties: ({ properties }) => [...properties.values()],
    qualifiers: ({ qualifiers }) => [...qualifiers.values()],
    vocabularies: ({ vocabularies }) => [...vocabularies.values()],
  },
  Kind: { label, description },
  KindTime: { sort: ({ sort }) => toEnumeration(sort) },
  Property: {
    label,
    description,
    valueType,
    values,
    flow: ({ flow }) => flow && toEnumeration(flow),
  },
  Inverse: { label, values },
  Qualifier: { label, description, valueType },
  Vocabulary: {
    label,
    terms: ({ terms }) => [...terms].map(([name, label]) => ({ name, label })),
  },
  Term: { label },
  Dataset: {
    counts: (_, __, { load }) =>
      after(load.counts({}), (found) => known(found, 'how much there is')),
    entitiesByKind: countsBy('entities', { by: 'kind' }),
    statementsByProperty: countsBy('statements', { by: 'property' }),
    statementsBySource: countsBy('statements', { by: 'source' }),
    statementsByKind: countsBy('statements', { by: 'kind' }),
  },
};
