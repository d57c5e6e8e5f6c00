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

function eachIn(
  adjacency: Adjacency,
  node: number,
  { properties, statements }: EdgeFlags,
  visit: (neighbor: number, statement: number) => boolean,
): boolean {
  const lastGroup = adjacency.groupEnd(node);
  for (let group = adjacency.groupStart(node); group < lastGroup; group += 1) {
    if (!passes(properties, adjacency.properties[group]!)) continue;
    const end = adjacency.starts[group + 1]!;
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
