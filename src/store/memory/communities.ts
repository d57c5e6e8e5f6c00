import { NO_COMMUNITY } from '../../graph/analytics/model.ts';
import type { PreparedAnalytics } from '../../graph/analytics/prepare.ts';
import type { KnowledgeGraph } from '../../graph/knowledge-graph.ts';
import type { CommunitiesRequest, Community, MembersRequest, Page, Ranked } from '../port.ts';
import { cursors } from './cursor.ts';
import { numberListing } from './number-listing.ts';
import { page } from './page.ts';
import { rankedListing } from './ranked.ts';

/** How many members a community shows by itself. */
const LEADING = 5;

const PREFIX = 'community-';

/** The largest is `community-1`. */
export const communityId = (community: number): string | null =>
  community === NO_COMMUNITY ? null : `${PREFIX}${community + 1}`;

function communityNumber({ measures }: PreparedAnalytics, id: string): number | undefined {
  const number = Number(id.slice(PREFIX.length)) - 1;
  const isKnown = number >= 0 && number < measures.sizes.length && communityId(number) === id;
  return isKnown ? number : undefined;
}

export function communityPage(
  graph: KnowledgeGraph,
  analytics: PreparedAnalytics,
  { ids, page: request }: CommunitiesRequest,
): Page<Community> {
  const { entities, version } = graph.dataset;
  const numbers =
    ids === undefined
      ? null
      : Uint32Array.from(
          new Set(
            ids
              .map((id) => communityNumber(analytics, id))
              .filter((number) => number !== undefined),
          ),
        ).sort();
  const listing = numberListing<Community>(numbers, analytics.measures.sizes.length, {
    value: (number) => ({
      id: communityId(number)!,
      label: analytics.label(number),
      size: analytics.measures.sizes[number]!,
      leading: Array.from(
        analytics.members(number).subarray(0, LEADING),
        (node) => entities[node]!,
      ),
    }),
    key: (number) => communityId(number)!,
    number: (id) => communityNumber(analytics, id),
  });
  return page(listing, request, cursors(version, { list: 'communities', ids }));
}

export function memberPage(
  graph: KnowledgeGraph,
  analytics: PreparedAnalytics,
  { community, kinds, page: request }: MembersRequest,
): Page<Ranked> | null {
  const number = communityNumber(analytics, community);
  if (number === undefined) return null;
  const { starts, measures } = analytics;
  const span = {
    order: analytics.byCommunity(),
    start: starts[number]!,
    end: starts[number + 1]!,
    values: measures.pageRank,
  };
  const list = cursors(graph.dataset.version, { list: 'members', community, kinds });
  return page(rankedListing(graph, span, kinds), request, list);
}
