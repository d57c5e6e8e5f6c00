import { Heap } from '../../util/heap.ts';
import type { KnowledgeGraph } from '../knowledge-graph.ts';
import { costsWithin } from './costs-within.ts';
import { eachNeighbor, reverse } from './each-neighbor.ts';
import type { NodePath, SpurOptions } from './path.ts';
import { shortestPath } from './shortest-path.ts';
import { pathWeight, weightOf } from './weight.ts';

export interface CheapestOptions extends SpurOptions {
  /** Paths that cost more, in parts, are of no use. */
  readonly greatestCost: number;
}

export interface CheapestFound {
  readonly path: NodePath | null;
  /** In parts; infinite without a path. */
  readonly cost: number;
  /** No path of more hops than allowed costs less than this. */
  readonly hidden: number;
  /** Set when there is no path within the hops, though both ends lead further. */
  readonly truncated: boolean;
}

/** A way from a node to the end: its hops, its cost, and at least what any path along it costs. */
interface Label {
  readonly node: number;
  readonly hops: number;
  readonly cost: number;
  readonly bound: number;
}

const isBefore = (a: Label, b: Label): boolean =>
  a.bound < b.bound || (a.bound === b.bound && a.hops < b.hops);

const NONE = { path: null, cost: Number.POSITIVE_INFINITY } as const;

/**
 * A path of least weight: a step costs the binary logarithms of the degrees of its two ends, added (Moore, Steinke and
 * Tresp, A Novel Metric for Information Retrieval in Semantic Networks, 2011). Ties are told apart as in `shortestPath`.
 * None when its effort is spent.
 *
 * A path of few hops, which is quick to find, tells what the best costs at most. Half of that is looked at from the start,
 * and the rest from the end, guided by what is then known of the start (Hart, Nilsson and Raphael, A Formal Basis for the
 * Heuristic Determination of Minimum Cost Paths, 1968). Since hops are bounded, a way to a node is worth keeping also
 * when it is dearer than another but takes fewer hops.
 */
export function cheapestPath(graph: KnowledgeGraph, options: CheapestOptions): CheapestFound {
  const { from, to, maxHops, followed, barred, between, effort, greatestCost } = options;
  const direction = reverse(options.direction);
  const weight = (node: number): number => weightOf(graph.degree[node]!);
  const quick = shortestPath(graph, options);
  if (quick.path === null) {
    const { truncated } = quick;
    const hidden = truncated ? weight(from) + weight(to) : Number.POSITIVE_INFINITY;
    return { ...NONE, hidden, truncated };
  }
  let least = Math.min(greatestCost, pathWeight(graph, quick.path));
  const radius = least / 2;
  const near = costsWithin(graph, options, radius);
  /** What the way from the start to a node costs at least. */
  const still = (node: number): number => near.get(node) ?? radius;
  const [fewestHops] = graph.scratch;
  fewestHops.clear();
  const settled = new Map<number, Label[]>();
  const cutOff = new Map<number, number>();
  const heap = new Heap(isBefore);
  heap.push({ node: to, hops: 0, cost: 0, bound: still(to) });

  for (let label = heap.pop(); label !== undefined && label.bound <= least; label = heap.pop()) {
    const { node, hops, cost } = label;
    if ((fewestHops.get(node) ?? Number.POSITIVE_INFINITY) <= hops) continue;
    if (effort.visit()) break;
    fewestHops.set(node, hops);
    const others = settled.get(node);
    if (others === undefined) settled.set(node, [label]);
    else others.push(label);
    if (node === from) {
      // What costs as much is still looked at, for the choice between equals.
      least = Math.min(least, cost);
      continue;
    }
    eachNeighbor(graph, node, direction, followed, (neighbor) => {
      const mayStep = neighbor === from ? !barred.has(node) : between(neighbor);
      if (!mayStep || neighbor === to) return false;
      const next = cost + weight(node) + weight(neighbor);
      const bound = next + still(neighbor);
      if (bound > least) return false;
      if (hops === maxHops) {
        const known = cutOff.get(neighbor) ?? Number.POSITIVE_INFINITY;
        if (bound < known) cutOff.set(neighbor, bound);
      } else if ((fewestHops.get(neighbor) ?? Number.POSITIVE_INFINITY) > hops + 1) {
        heap.push({ node: neighbor, hops: hops + 1, cost: next, bound });
      }
      return false;
    });
  }

  if (effort.isSpent) return { ...NONE, hidden: 0, truncated: false };
  let hidden = Number.POSITIVE_INFINITY;
  for (const [node, bound] of cutOff) {
    const [first] = settled.get(node) ?? [];
    if (first === undefined || bound < first.bound) hidden = Math.min(hidden, bound);
  }
  const [found] = settled.get(from) ?? [];
  if (found === undefined) return { ...NONE, hidden, truncated: false };
  const path = firstPath(graph, options, settled);
  return { path, cost: found.cost, hidden, truncated: false };
}

/** Goes along the settled labels from the start, each time to the first node from which the rest costs the least. */
function firstPath(
  graph: KnowledgeGraph,
  { from, to, maxHops, direction, followed, barred }: CheapestOptions,
  settled: ReadonlyMap<number, readonly Label[]>,
): NodePath {
  const nodes = [from];
  const statements: number[] = [];
  const costWithin = (node: number, hops: number): number | undefined =>
    settled.get(node)?.find((label) => label.hops <= hops)?.cost;
  let cost = costWithin(from, maxHops)!;
  for (let node = from; node !== to; node = nodes.at(-1)!) {
    const hops = maxHops - nodes.length;
    let best = Number.POSITIVE_INFINITY;
    let by = Number.POSITIVE_INFINITY;
    const weight = weightOf(graph.degree[node]!);
    eachNeighbor(graph, node, direction, followed, (neighbor, statement) => {
      if (neighbor > best || (node === from && barred.has(neighbor))) return false;
      const rest = cost - weight - weightOf(graph.degree[neighbor]!);
      if (costWithin(neighbor, hops) !== rest) return false;
      by = neighbor < best ? statement : Math.min(by, statement);
      best = neighbor;
      return false;
    });
    nodes.push(best);
    statements.push(by);
    cost -= weight + weightOf(graph.degree[best]!);
  }
  return { nodes, statements };
}
