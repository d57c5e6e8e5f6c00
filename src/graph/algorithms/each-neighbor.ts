import type { Adjacency } from '../adjacency.ts';
import { type EdgeFlags, passes } from './flags.ts';

export type Direction = 'out' | 'in' | 'both';

/** The two adjacencies of a graph. */
export interface Adjacencies {
  readonly out: Adjacency;
  readonly in: Adjacency;
}

export const reverse = (direction: Direction): Direction =>
  direction === 'both' ? 'both' : direction === 'out' ? 'in' : 'out';

/** The adjacencies in which the edges of a direction stand: for loops too hot to call a function at each edge. */
export const adjacenciesOf = (
  { out, in: into }: Adjacencies,
  direction: Direction,
): readonly Adjacency[] =>
  direction === 'both' ? [out, into] : direction === 'out' ? [out] : [into];

function eachIn(
  adjacency: Adjacency,
  node: number,
  { properties, statements }: EdgeFlags,
  visit: (neighbor: number, statement: number) => boolean,
): boolean {
  const firstGroup = adjacency.groupStart(node);
  const lastGroup = adjacency.groupEnd(node);
  // Where all properties are followed, the edges of a node are one run.
  const groups = properties === null ? lastGroup - firstGroup : 1;
  for (let group = firstGroup; group < lastGroup; group += groups) {
    if (!passes(properties, adjacency.properties[group]!)) continue;
    const end = adjacency.starts[group + groups]!;
    for (let edge = adjacency.starts[group]!; edge < end; edge += 1) {
      const statement = adjacency.statements[edge]!;
      if (passes(statements, statement) && visit(adjacency.neighbors[edge]!, statement))
        return true;
    }
  }
  return false;
}

/**
 * Visits each edge of a node in the direction that passes, until a visit answers true.
 * @returns whether one did
 */
export function eachNeighbor(
  { out, in: into }: Adjacencies,
  node: number,
  direction: Direction,
  edges: EdgeFlags,
  visit: (neighbor: number, statement: number) => boolean,
): boolean {
  return (
    (direction !== 'in' && eachIn(out, node, edges, visit)) ||
    (direction !== 'out' && eachIn(into, node, edges, visit))
  );
}
