import { lowerBound } from '../../util/lower-bound.ts';
import type { Adjacency } from '../adjacency.ts';
import type { KnowledgeGraph } from '../knowledge-graph.ts';
import { adjacenciesOf, type Direction, eachNeighbor } from './each-neighbor.ts';
import { Effort } from './effort.ts';
import { type EdgeFlags, passes } from './flags.ts';

/**
 * Visits the edges of `node` that lead to `other`, found by bisecting each group, which is in the order of the
 * neighbors' ranks: a hub costs its groups and not its degree.
 */
export function edgesTo(
  graph: KnowledgeGraph,
  adjacency: Adjacency,
  node: number,
  other: number,
  { properties, statements: passing }: EdgeFlags,
  add: (statement: number) => void,
): void {
  const rankOf = graph.neighborRank;
  for (let index = adjacency.groupStart(node); index < adjacency.groupEnd(node); index += 1) {
    if (!passes(properties, adjacency.properties[index]!)) continue;
    const { neighbors, statements } = adjacency.group(index);
    let edge = lowerBound(
      neighbors.length,
      (position) => rankOf[neighbors[position]!]! < rankOf[other]!,
    );
    for (; neighbors[edge] === other; edge += 1) {
      if (passes(passing, statements[edge]!)) add(statements[edge]!);
    }
  }
}

/**
 * Visits the edges of a node that lead to some others, until a visit answers true: by bisecting where the others are few
 * beside its edges, else by walking these.
 * @param others each once
 * @param isOther whether a node is among the others
 * @returns whether a visit answered true
 */
export function eachEdgeTo(
  graph: KnowledgeGraph,
  node: number,
  direction: Direction,
  followed: EdgeFlags,
  others: readonly number[],
  isOther: (node: number) => boolean,
  visit: (neighbor: number, statement: number) => boolean,
): boolean {
  const degree = graph.degree[node]!;
  // Not even two others are sought faster than so few edges are walked.
  if (degree < LEAST_TO_BISECT || !isCheaperToBisect(graph, node, others.length)) {
    return eachNeighbor(
      graph,
      node,
      direction,
      followed,
      (neighbor, statement) => isOther(neighbor) && visit(neighbor, statement),
    );
  }
  let isDone = false;
  for (const other of others) {
    for (const adjacency of adjacenciesOf(graph, direction)) {
      edgesTo(graph, adjacency, node, other, followed, (statement) => {
        isDone ||= visit(other, statement);
      });
      if (isDone) return true;
    }
  }
  return false;
}

const LEAST_TO_BISECT = 32;

/** Whether so many others are found among the edges of a node faster by bisecting than by walking its edges. */
function isCheaperToBisect(
  { out, in: into, degree }: KnowledgeGraph,
  node: number,
  others: number,
): boolean {
  const groups =
    out.groupEnd(node) - out.groupStart(node) + (into.groupEnd(node) - into.groupStart(node));
  return others * groups * Math.log2(degree[node]! + 2) < degree[node]!;
}

/**
 * The statements that pass and join two of the nodes, ascending. Each pair is looked at from
 * its less connected end, and a hub is bisected for the few nodes that outrank it rather than walked, so that
 * a hub among the nodes does not cost its whole degree. The best connected comes first, so that where the effort is
 * spent, the edges are those among as many of these as were visited.
 */
export function inducedEdges(
  graph: KnowledgeGraph,
  nodes: readonly number[],
  followed: EdgeFlags,
  effort = new Effort(),
): Uint32Array {
  const { rankOf } = graph.byDegree;
  const [, chosen] = graph.scratch;
  chosen.clear();
  for (const node of nodes) chosen.set(node, 0);
  const found: number[] = [];
  const add = (statement: number): void => {
    found.push(statement);
  };

  const byRank = [...nodes].sort((a, b) => rankOf[a]! - rankOf[b]!);
  for (const [position, node] of byRank.entries()) {
    if (effort.visit()) break;
    if (isCheaperToBisect(graph, node, position + 1)) {
      for (const other of byRank.slice(0, position + 1)) {
        edgesTo(graph, graph.out, node, other, followed, add);
        if (other !== node) edgesTo(graph, graph.in, node, other, followed, add);
      }
      continue;
    }
    eachNeighbor(graph, node, 'out', followed, (other, statement) => {
      if (chosen.has(other) && rankOf[other]! <= rankOf[node]!) add(statement);
      return false;
    });
    eachNeighbor(graph, node, 'in', followed, (other, statement) => {
      if (chosen.has(other) && rankOf[other]! < rankOf[node]!) add(statement);
      return false;
    });
  }
  return Uint32Array.from(found).sort();
}
