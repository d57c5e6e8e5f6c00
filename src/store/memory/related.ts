import { Effort } from '../../graph/algorithms/effort.ts';
import { firstStatement } from '../../graph/algorithms/first-statement.ts';
import { flags } from '../../graph/algorithms/flags.ts';
import { relatedTo } from '../../graph/algorithms/related.ts';
import type { KnowledgeGraph } from '../../graph/knowledge-graph.ts';
import type { Call, Page, RelatedEntity, RelatedRequest } from '../port.ts';
import { cursors } from './cursor.ts';
import { itemListing } from './item-listing.ts';
import { page } from './page.ts';
import { checkWhole } from './stopped.ts';

/** How many of the shared neighbors are shown. */
const SHARED_SHOWN = 5;

export function relatedPage(
  graph: KnowledgeGraph,
  { page: request, ...list }: RelatedRequest,
  call?: Call,
): Page<RelatedEntity> | null {
  const node = graph.nodes.number(list.id);
  if (node === undefined) return null;
  const followed = { properties: null, statements: graph.moment(list.asOf).statements };
  const effort = new Effort(call?.stopped);
  const { nodes, sharedWith } = relatedTo(graph, {
    node,
    followed,
    kinds: flags(graph.kinds, list.kinds),
    effort,
  });
  checkWhole(effort);
  const { entities, statements, version } = graph.dataset;
  const listing = itemListing(
    nodes,
    ({ node: other }) => entities[other]!.id,
    ({ node: other, score }): RelatedEntity => {
      const shared = sharedWith(other);
      const direct = firstStatement(graph, node, other, 'both', followed);
      return {
        entity: entities[other]!,
        score,
        shared: shared.slice(0, SHARED_SHOWN).map((neighbor) => entities[neighbor]!),
        sharedCount: shared.length,
        statement: direct === undefined ? null : statements[direct]!,
      };
    },
  );
  return page(listing, request, cursors(version, { list: 'related', ...list }));
}
