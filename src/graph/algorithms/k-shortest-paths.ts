import type { KnowledgeGraph } from '../knowledge-graph.ts';
import { cheapestPath } from './cheapest-path.ts';
import { NONE_BARRED, type NodePath, type PathOptions, type SpurOptions } from './path.ts';
import { shortestPath } from './shortest-path.ts';
import { PARTS_OF_ONE, pathWeight } from './weight.ts';

export interface PathsOptions extends PathOptions {
  /** How many paths at most. */
  readonly count: number;
  readonly by: 'hops' | 'weight';
}

export interface PathsFound {
  /** The cheapest first, then by the ids of their nodes, read from the start. */
  readonly paths: readonly (NodePath & { readonly cost: number })[];
  /** Set when with more hops the answer might be another. */
  readonly truncated: boolean;
}

/** The best path of a set of paths, and what the bound on hops may have hidden in that set. */
interface Best {
  readonly path: NodePath | null;
  readonly cost: number;
  /** No path of more hops than allowed costs less. */
  readonly hidden: number;
  /** Set when there is no path, but might be one with more hops. */
  readonly truncated: boolean;
}

/** How a measure finds the best of the paths that cost no more than is of use. */
interface Measure {
  best(options: SpurOptions, greatestCost: number): Best;
  /** The cost of a path of at least one step. */
  cost(path: NodePath): number;
  /** How many of the units that it counts in make 1. */
  readonly unit: number;
}

const byHops = (graph: KnowledgeGraph): Measure => ({
  best(options, greatestCost) {
    const maxHops = Math.min(options.maxHops, greatestCost);
    const within = maxHops === options.maxHops ? options : { ...options, maxHops };
    const { path, truncated } = shortestPath(graph, within);
    const cost = path?.statements.length ?? Number.POSITIVE_INFINITY;
    const hidden = path === null && truncated ? maxHops + 1 : Number.POSITIVE_INFINITY;
    return { path, cost, hidden, truncated };
  },
  cost: ({ statements }) => statements.length,
  unit: 1,
});

const byWeight = (graph: KnowledgeGraph): Measure => ({
  best: (options, greatestCost) => cheapestPath(graph, { ...options, greatestCost }),
  cost: (path) => pathWeight(graph, path),
  unit: PARTS_OF_ONE,
});

interface Candidate extends NodePath {
  readonly cost: number;
  /** Where it leaves the path from which it was made. */
  readonly deviation: number;
}

/**
 * The shortest paths without a node twice (Yen, Finding the K Shortest Loopless Paths in a Network, 1971): the best path,
 * then again and again the best among those that leave a path found so far at one of its nodes; only from where that path
 * itself left another (Lawler, A Procedure for Computing the K Best Solutions, 1972). Paths are told apart by their nodes.
 * What was found is right even when the effort is spent before all is.
 */
export function shortestPaths(graph: KnowledgeGraph, options: PathsOptions): PathsFound {
  const { from, to, maxHops, count, by, effort } = options;
  const measure = by === 'hops' ? byHops(graph) : byWeight(graph);
  const found: Candidate[] = [];
  const candidates: Candidate[] = [];
  let hidden = Number.POSITIVE_INFINITY;
  let mayBeMore = false;

  /** Adds the best of the paths that begin as `path` does up to its node `deviation` and leave all found ones there. */
  const spur = ({ nodes, statements }: NodePath, deviation: number): void => {
    const root = {
      nodes: nodes.slice(0, deviation + 1),
      statements: statements.slice(0, deviation),
    };
    const passed = new Set(root.nodes);
    const rootCost = measure.cost(root);
    // As many candidates as are still wanted make any dearer one useless.
    const worst = candidates[count - found.length - 1]?.cost ?? Number.POSITIVE_INFINITY;
    const best = measure.best(
      {
        // Named one by one: what is spread is read more slowly, and a search reads these at every node.
        from: root.nodes.at(-1)!,
        to,
        maxHops: maxHops - deviation,
        direction: options.direction,
        followed: options.followed,
        effort,
        // Of a path that has no step yet, only the start was passed, to which no shortest path comes back.
        between:
          deviation === 0 ? options.between : (node) => !passed.has(node) && options.between(node),
        barred: barredAfter(root.nodes, found),
      },
      worst - rootCost,
    );
    if (effort.isSpent) return;
    hidden = Math.min(hidden, rootCost + best.hidden);
    mayBeMore ||= best.truncated;
    if (best.path === null) return;
    candidates.push({
      nodes: [...root.nodes, ...best.path.nodes.slice(1)],
      statements: [...root.statements, ...best.path.statements],
      cost: rootCost + best.cost,
      deviation,
    });
    candidates.sort((a, b) => a.cost - b.cost || compareNodes(a, b));
  };

  spur({ nodes: [from], statements: [] }, 0);
  for (let next = candidates.shift(); next !== undefined; next = candidates.shift()) {
    found.push(next);
    if (found.length === count || from === to) break;
    for (let at = next.deviation; at < next.statements.length; at += 1) {
      if (!effort.isSpent) spur(next, at);
    }
    // A candidate may be missing, and so none is known to be next.
    if (effort.isSpent) break;
  }
  const last = found.at(-1)?.cost ?? 0;
  return {
    paths: found.map(({ nodes, statements, cost }) => ({
      nodes,
      statements,
      cost: cost / measure.unit,
    })),
    truncated: found.length < count ? mayBeMore : hidden <= last,
  };
}

/** Where the paths found that begin with the nodes go on to. */
function barredAfter(root: readonly number[], found: readonly NodePath[]): ReadonlySet<number> {
  if (found.length === 0) return NONE_BARRED;
  const same = found.filter(({ nodes }) => root.every((node, index) => nodes[index] === node));
  return new Set(same.map(({ nodes }) => nodes[root.length]!));
}

function compareNodes(a: NodePath, b: NodePath): number {
  const place = a.nodes.findIndex((node, index) => node !== b.nodes[index]);
  return place < 0 ? 0 : a.nodes[place]! - b.nodes[place]!;
}
