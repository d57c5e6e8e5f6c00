import { flags } from '../../graph/algorithms/flags.ts';
import { shortestPath } from '../../graph/algorithms/shortest-path.ts';
import type { KnowledgeGraph } from '../../graph/knowledge-graph.ts';
import type { PathAnswer, PathRequest } from '../port.ts';
import { checkBound, GREATEST } from './bounds.ts';

export function pathBetween(graph: KnowledgeGraph, request: PathRequest): PathAnswer | null {
  const { maxHops, direction } = request;
  checkBound('maxHops', maxHops, 0, GREATEST.hops);
  const from = graph.nodes.number(request.from);
  const to = graph.nodes.number(request.to);
  if (from === undefined || to === undefined) return null;
  const { path, truncated } = shortestPath(graph, {
    from,
    to,
    maxHops,
    direction,
    followed: {
      properties: flags(graph.properties, request.properties, request.avoidProperties),
      statements: null,
    },
    kinds: flags(graph.kinds, request.kinds, request.avoidKinds),
  });
  const { entities, statements } = graph.dataset;
  return {
    path: path && {
      entities: path.nodes.map((node) => entities[node]!),
      statements: path.statements.map((statement) => statements[statement]!),
    },
    truncated: truncated ? { reason: 'hops', bound: maxHops } : null,
  };
}
