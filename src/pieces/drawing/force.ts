import iterateModule from 'graphology-layout-forceatlas2/iterate.js';
import type { Links } from './groups.ts';

const iterate = iterateModule as unknown as (
  options: Readonly<Record<string, number | boolean>>,
  nodes: Float32Array,
  edges: Float32Array,
) => void;

/** Numbers a node and an edge have in the matrices of graphology-layout-forceatlas2, and where in them. */
const NODE = { length: 10, x: 0, y: 1, mass: 6, convergence: 7, size: 8 } as const;
const EDGE = { length: 3, subject: 0, object: 1, weight: 2 } as const;

const WITHIN_GROUP = 2;
const BETWEEN_GROUPS = 0.5;

/** ForceAtlas2 on numbers (Jacomy and others, 2014): `advance` moves all nodes a step. */
export interface Force {
  readonly advance: () => void;
  readonly x: (node: number) => number;
  readonly y: (node: number) => number;
}

export function createForce(
  links: Links,
  start: { readonly xs: ArrayLike<number>; readonly ys: ArrayLike<number> },
  groups: ArrayLike<number>,
): Force {
  const { nodes, subjects, objects } = links;
  const matrix = new Float32Array(nodes * NODE.length);
  for (let node = 0; node < nodes; node += 1) {
    const at = node * NODE.length;
    matrix[at + NODE.x] = start.xs[node]!;
    matrix[at + NODE.y] = start.ys[node]!;
    matrix[at + NODE.mass] = 1;
    matrix[at + NODE.convergence] = 1;
    matrix[at + NODE.size] = 1;
  }
  // What joins two of one group pulls harder, so that groups are seen; a statement about itself pulls nothing anywhere.
  const weight = (subject: number, object: number): number =>
    subject === object ? 0 : groups[subject] === groups[object] ? WITHIN_GROUP : BETWEEN_GROUPS;
  const edges = new Float32Array(subjects.length * EDGE.length);
  for (let edge = 0; edge < subjects.length; edge += 1) {
    const [subject, object] = [subjects[edge]! * NODE.length, objects[edge]! * NODE.length];
    edges[edge * EDGE.length + EDGE.subject] = subject;
    edges[edge * EDGE.length + EDGE.object] = object;
    edges[edge * EDGE.length + EDGE.weight] = weight(subjects[edge]!, objects[edge]!);
    matrix[subject + NODE.mass]! += 1;
    matrix[object + NODE.mass]! += 1;
  }
  const options = {
    linLogMode: false,
    outboundAttractionDistribution: true,
    adjustSizes: false,
    edgeWeightInfluence: 1,
    scalingRatio: 10,
    strongGravityMode: true,
    gravity: 0.035,
    slowDown: 1 + Math.log(nodes + 1),
    barnesHutOptimize: nodes > 1_200,
    barnesHutTheta: 0.9,
  };
  return {
    advance: () => iterate(options, matrix, edges),
    x: (node) => matrix[node * NODE.length + NODE.x]!,
    y: (node) => matrix[node * NODE.length + NODE.y]!,
  };
}
