import type {
  KindTime,
  Localized,
  Ontology,
  Property,
  Qualifier,
  Vocabulary,
} from '../ontology/model.ts';
import type { Dimension } from '../store/port.ts';
import { bounds } from './bounds.ts';
import type { Faceted } from './connections.ts';
import type { RequestContext } from './context.ts';
import { toEnumeration } from './enumeration.ts';
import { counts } from './facets.ts';
import { type StatementFilterInput, statementFilter } from './filter.ts';
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
  (
    _: unknown,
    args: { readonly filter?: StatementFilterInput | null },
    context: RequestContext,
  ) => {
    const list: Faceted =
      count === 'entities'
        ? { count, entities: {} }
        : { count, statements: statementFilter(args.filter, context.ontology) };
    return counts(list, dimension, context, bounds.rows.greatest);
  };

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
    entitiesByKind: countsBy('entities', { by: 'kind' }),
    statementsByProperty: countsBy('statements', { by: 'property' }),
    statementsBySource: countsBy('statements', { by: 'source' }),
    statementsByKind: countsBy('statements', { by: 'kind' }),
  },
};
