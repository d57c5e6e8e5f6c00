import type { Adjacency } from '../adjacency.ts';
import { type Flags, passes } from './flags.ts';

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
  properties: Flags,
  visit: (neighbor: number, statement: number) => boolean,
): boolean {
  const lastGroup = adjacency.groupEnd(node);
  for (let group = adjacency.groupStart(node); group < lastGroup; group += 1) {
    if (!passes(properties, adjacency.properties[group]!)) continue;
    const end = adjacency.starts[group + 1]!;
    for (let edge = adjacency.starts[group]!; edge < end; edge += 1) {
      if (visit(adjacency.neighbors[edge]!, adjacency.statements[edge]!)) return true;
    }
  }
  return false;
}

/**
 * Visits each edge of a node in the direction whose property passes, until a visit answers true.
 * @returns whether one did
 */
export function eachNeighbor(
  { out, in: into }: Adjacencies,
  node: number,
  direction: Direction,
  properties: Flags,
  visit: (neighbor: number, statement: number) => boolean,
): boolean {
  return (
    (direction !== 'in' && eachIn(out, node, properties, visit)) ||
    (direction !== 'out' && eachIn(into, node, properties, visit))
  );
}
