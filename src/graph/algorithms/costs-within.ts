import { Heap } from '../../util/heap.ts';
import type { KnowledgeGraph } from '../knowledge-graph.ts';
import { eachNeighbor } from './each-neighbor.ts';
import type { SpurOptions } from './path.ts';
import { weightOf } from './weight.ts';

/**
 * What the cheapest way from `from` to each node costs, in parts, for the nodes to which it costs no more than `radius`,
 * however many hops it takes (Dijkstra, A Note on Two Problems in Connexion with Graphs, 1959).
 */
export function costsWithin(
  graph: KnowledgeGraph,
  { from, to, direction, followed, between, barred, effort }: SpurOptions,
  radius: number,
): ReadonlyMap<number, number> {
  const settled = new Map<number, number>();
  const heap = new Heap<readonly [node: number, cost: number]>(([, a], [, b]) => a < b);
  heap.push([from, 0]);
  for (let nearest = heap.pop(); nearest !== undefined; nearest = heap.pop()) {
    const [node, cost] = nearest;
    if (settled.has(node)) continue;
    if (effort.visit()) break;
    settled.set(node, cost);
    if (node === to) continue;
    const leaving = cost + weightOf(graph.degree[node]!);
    eachNeighbor(graph, node, direction, followed, (neighbor) => {
      const next = leaving + weightOf(graph.degree[neighbor]!);
      if (next > radius || settled.has(neighbor)) return false;
      if (node === from && barred.has(neighbor)) return false;
      if (neighbor === to || between(neighbor)) heap.push([neighbor, next]);
      return false;
    });
  }
  return settled;
}
