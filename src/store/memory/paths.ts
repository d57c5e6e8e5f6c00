import { Effort } from '../../graph/algorithms/effort.ts';
import { flags, passes } from '../../graph/algorithms/flags.ts';
import { shortestPaths } from '../../graph/algorithms/k-shortest-paths.ts';
import type { NodePath } from '../../graph/algorithms/path.ts';
import type { KnowledgeGraph } from '../../graph/knowledge-graph.ts';
import { numbersOf } from '../../graph/numbering.ts';
import type { Call, Path, PathRequest, PathsAnswer } from '../port.ts';
import { checkBound, GREATEST } from './bounds.ts';

export function pathsBetween(
  graph: KnowledgeGraph,
  request: PathRequest,
  call?: Call,
): PathsAnswer | null {
  const { maxHops, count, by, direction } = request;
  checkBound('maxHops', maxHops, 0, GREATEST.hops);
  checkBound('count', count, 1, GREATEST.paths);
  const from = graph.nodes.number(request.from);
  const to = graph.nodes.number(request.to);
  if (from === undefined || to === undefined) return null;
  const { nodes: present, statements } = graph.moment(request.asOf);
  // No statement leads to what is not there, but from it to itself it takes none.
  if (!passes(present, from)) return { paths: [], truncated: null };
  const effort = new Effort(call?.stopped);
  const { paths, truncated } = shortestPaths(graph, {
    from,
    to,
    maxHops,
    count,
    by,
    direction,
    followed: {
      properties: flags(graph.properties, request.properties, request.avoidProperties),
      statements,
    },
    between: mayLieBetween(graph, request),
    effort,
  });
  return {
    paths: paths.map((path) => pathOf(graph, path, path.cost)),
    truncated: effort.isSpent
      ? { reason: 'time', bound: effort.visited }
      : truncated
        ? { reason: 'hops', bound: maxHops }
        : null,
  };
}

const anyNode = (): boolean => true;

function mayLieBetween(
  graph: KnowledgeGraph,
  { kinds, avoidKinds, avoid = [], avoidHubs = false }: PathRequest,
): (node: number) => boolean {
  if (!kinds && !avoidKinds?.length && avoid.length === 0 && !avoidHubs) return anyNode;
  const passing = flags(graph.kinds, kinds, avoidKinds);
  const avoided = new Set(numbersOf(graph.nodes, avoid));
  const hubDegree = avoidHubs ? graph.hubDegree() : Number.POSITIVE_INFINITY;
  return (node) =>
    passes(passing, graph.kindOf[node]!) && graph.degree[node]! < hubDegree && !avoided.has(node);
}

/** A path as the port speaks of it. */
export const pathOf = (graph: KnowledgeGraph, path: NodePath, cost: number): Path => ({
  entities: path.nodes.map((node) => graph.dataset.entities[node]!),
  statements: path.statements.map((statement) => graph.dataset.statements[statement]!),
  cost,
});
