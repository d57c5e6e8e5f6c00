import { randomNumbers } from '../../util/random-numbers.ts';

/** A graph as numbers: nodes from 0, and the two ends of each edge. */
export interface Links {
  readonly nodes: number;
  readonly subjects: ArrayLike<number>;
  readonly objects: ArrayLike<number>;
}

const ROUNDS = 12;

/**
 * Groups nodes that are much joined to one another, for where to place them first: each takes the group that most of its
 * neighbors have, over and over (Raghavan and others, Near Linear Time Algorithm to Detect Community Structures, 2007). A hub's
 * word counts little, or all would follow it. The communities that people are shown come from the API.
 */
export function groupNodes({ nodes, subjects, objects }: Links, seed: number): Uint32Array {
  const neighbors: number[][] = Array.from({ length: nodes }, () => []);
  for (let edge = 0; edge < subjects.length; edge += 1) {
    neighbors[subjects[edge]!]!.push(objects[edge]!);
    neighbors[objects[edge]!]!.push(subjects[edge]!);
  }
  const group = Uint32Array.from({ length: nodes }, (_, node) => node);
  const order = Array.from({ length: nodes }, (_, node) => node);
  const random = randomNumbers(seed);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (let last = nodes - 1; last > 0; last -= 1) {
      const other = Math.floor(random() * (last + 1));
      [order[last], order[other]] = [order[other]!, order[last]!];
    }
    let moved = 0;
    for (const node of order) {
      const votes = new Map<number, number>();
      for (const neighbor of neighbors[node]!) {
        const weight = 1 / Math.sqrt(neighbors[neighbor]!.length);
        votes.set(group[neighbor]!, (votes.get(group[neighbor]!) ?? 0) + weight);
      }
      let best = group[node]!;
      let most = votes.get(best) ?? 0;
      for (const [name, weight] of votes) {
        if (weight > most + 1e-9 || (weight > most - 1e-9 && name < best && most > 0)) {
          best = name;
          most = weight;
        }
      }
      if (best !== group[node]) moved += 1;
      group[node] = best;
    }
    if (moved === 0) break;
  }
  return group;
}
