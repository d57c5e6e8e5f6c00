import type { Dimension, GroupKey } from '../store/port.ts';
import { mostGroups } from './bounds.ts';
import type { Faceted } from './connections.ts';
import type { RequestContext } from './context.ts';
import { valueDimension } from './dimension.ts';
import { groupKey, groupLabel } from './group.ts';
import { known } from './known.ts';
import { chooseLanguage } from './language.ts';
import { after, type Later } from './later.ts';
import type { Resolver, Resolvers } from './resolver.ts';

/** How many are in a group of one dimension. */
export interface Count extends GroupKey {
  readonly by: Dimension['by'];
  readonly count: number;
}

/** The groups of a whole list by one dimension, those without one left out. */
export function counts(
  list: Faceted,
  dimension: Dimension,
  { load }: RequestContext,
  most: number = mostGroups,
): Later<readonly Count[]> {
  const answer = load.aggregate({
    ...list,
    groupBy: [dimension],
    measure: { of: 'count' },
    // One more, for what has no group may be among the greatest.
    limit: most + 1,
  });
  return after(answer, (groups) =>
    known(groups, 'the groups of a list')
      .rows.flatMap(({ groups: [group], count }) =>
        group ? [{ ...group, by: dimension.by, count }] : [],
      )
      .slice(0, most),
  );
}

const by =
  (name: Exclude<Dimension['by'], 'value'>): Resolver =>
  (list: Faceted, _: object, context: RequestContext) =>
    counts(list, { by: name }, context);

export const facetResolvers: Resolvers = {
  EntityFacets: {
    kinds: by('kind'),
    properties: by('property'),
    sources: by('source'),
    years: by('year'),
    values: (list: Faceted, args, context) =>
      counts(list, valueDimension('', args, context.ontology), context),
  },
  StatementFacets: {
    kinds: by('kind'),
    properties: by('property'),
    sources: by('source'),
    ranks: by('rank'),
  },
  Count: {
    key: (count: Count) => groupKey(count.by, count),
    label: (count: Count, args, context) =>
      groupLabel(count.by, count, chooseLanguage(args, context), context),
  },
};
