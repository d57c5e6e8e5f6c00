import { Effort } from '../../graph/algorithms/effort.ts';
import { flags, passes } from '../../graph/algorithms/flags.ts';
import { neighborhood } from '../../graph/algorithms/neighborhood.ts';
import type { KnowledgeGraph } from '../../graph/knowledge-graph.ts';
import type { Call, Neighborhood, NeighborhoodRequest } from '../port.ts';
import { checkBound, GREATEST } from './bounds.ts';

export function neighborhoodOf(
  graph: KnowledgeGraph,
  { ids, depth, properties, kinds, direction, limit, asOf }: NeighborhoodRequest,
  call?: Call,
): Neighborhood | null {
  checkBound('depth', depth, 0, GREATEST.depth);
  checkBound('limit', limit, 1, GREATEST.limit);
  const known = new Set(
    ids.map((id) => graph.nodes.number(id)).filter((node) => node !== undefined),
  );
  if (known.size === 0) return null;
  const { nodes: present, statements: holding } = graph.moment(asOf);
  const effort = new Effort(call?.stopped);
  const around = neighborhood(graph, {
    starts: [...known].filter((node) => passes(present, node)),
    depth,
    direction,
    followed: { properties: flags(graph.properties, properties), statements: holding },
    kinds: flags(graph.kinds, kinds),
    limit,
    effort,
  });
  const { entities, statements } = graph.dataset;
  const { truncated } = around;
  const bounds = { limit, depth, time: effort.visited };
  return {
    nodes: around.nodes.map((node, index) => ({
      entity: entities[node]!,
      distance: around.distances[index]!,
    })),
    edges: Array.from(around.edges, (statement) => statements[statement]!),
    truncated: truncated === null ? null : { reason: truncated, bound: bounds[truncated] },
  };
}
