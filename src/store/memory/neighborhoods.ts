import { flags } from '../../graph/algorithms/flags.ts';
import { neighborhood } from '../../graph/algorithms/neighborhood.ts';
import type { KnowledgeGraph } from '../../graph/knowledge-graph.ts';
import type { Neighborhood, NeighborhoodRequest } from '../port.ts';
import { checkBound, GREATEST } from './bounds.ts';

export function neighborhoodOf(
  graph: KnowledgeGraph,
  { ids, depth, properties, kinds, direction, limit }: NeighborhoodRequest,
): Neighborhood | null {
  checkBound('depth', depth, 0, GREATEST.depth);
  checkBound('limit', limit, 1, GREATEST.limit);
  const starts = new Set(
    ids.map((id) => graph.nodes.number(id)).filter((node) => node !== undefined),
  );
  if (starts.size === 0) return null;
  const around = neighborhood(graph, {
    starts: [...starts],
    depth,
    direction,
    followed: { properties: flags(graph.properties, properties), statements: null },
    kinds: flags(graph.kinds, kinds),
    limit,
  });
  const { entities, statements } = graph.dataset;
  const { truncated } = around;
  return {
    nodes: around.nodes.map((node, index) => ({
      entity: entities[node]!,
      distance: around.distances[index]!,
    })),
    edges: Array.from(around.edges, (statement) => statements[statement]!),
    truncated:
      truncated === null
        ? null
        : { reason: truncated, bound: truncated === 'limit' ? limit : depth },
  };
}
