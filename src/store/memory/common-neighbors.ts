import { commonNeighbors } from '../../graph/algorithms/common-neighbors.ts';
import { Effort } from '../../graph/algorithms/effort.ts';
import { firstStatement } from '../../graph/algorithms/first-statement.ts';
import { flags } from '../../graph/algorithms/flags.ts';
import type { KnowledgeGraph } from '../../graph/knowledge-graph.ts';
import type { Call, CommonNeighbor, CommonNeighborsRequest, Page } from '../port.ts';
import { checkBound, GREATEST } from './bounds.ts';
import { cursors } from './cursor.ts';
import { itemListing } from './item-listing.ts';
import { page } from './page.ts';
import { checkWhole } from './stopped.ts';

export function commonNeighborPage(
  graph: KnowledgeGraph,
  { page: request, ...list }: CommonNeighborsRequest,
  call?: Call,
): Page<CommonNeighbor> | null {
  const { ids, properties, kinds, direction, asOf } = list;
  checkBound('ids', ids.length, 2, GREATEST.page);
  const nodes = ids.map((id) => graph.nodes.number(id)).filter((node) => node !== undefined);
  if (nodes.length < ids.length) return null;
  const followed = {
    properties: flags(graph.properties, properties),
    statements: graph.moment(asOf).statements,
  };
  const effort = new Effort(call?.stopped);
  const common = commonNeighbors(graph, {
    nodes,
    direction,
    followed,
    kinds: flags(graph.kinds, kinds),
    effort,
  });
  checkWhole(effort);
  const { entities, statements, version } = graph.dataset;
  const listing = itemListing(
    common,
    (node) => entities[node]!.id,
    (neighbor): CommonNeighbor => ({
      entity: entities[neighbor]!,
      statements: nodes.map(
        (node) => statements[firstStatement(graph, node, neighbor, direction, followed)!]!,
      ),
    }),
  );
  return page(listing, request, cursors(version, { list: 'commonNeighbors', ...list }));
}
