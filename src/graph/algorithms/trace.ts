import type { Flow } from '../../ontology/model.ts';
import type { KnowledgeGraph } from '../knowledge-graph.ts';
import { eachNeighbor } from './each-neighbor.ts';
import type { Effort } from './effort.ts';
import { type Flags, flags, passes } from './flags.ts';
import type { NodePath } from './path.ts';

export interface TraceOptions {
  readonly node: number;
  readonly flow: Flow;
  readonly maxHops: number;
  /** Statements that may be followed. */
  readonly statements: Flags;
  readonly effort: Effort;
}

export interface TraceStep {
  readonly node: number;
  readonly flow: Flow;
  readonly hops: number;
  readonly statement: number;
  /** The step before; `null` for the first. */
  readonly before: TraceStep | null;
}

export interface Trace {
  /** One for each node reached, the nearest first. */
  readonly steps: readonly TraceStep[];
  /** Set when there is more beyond the hops. */
  readonly truncated: boolean;
}

/**
 * What comes of a node, or what it comes of: breadth first (Moore, The Shortest Path through a Maze, 1959) along the flow
 * that the ontology gives to properties. Of several shortest ways the one is kept whose nodes come first in the order of
 * their ids, read from the start; of parallel statements the first of the dataset. A way ends at those who act: what else
 * they do comes of something else. Cut short when its effort is spent.
 */
export function trace(graph: KnowledgeGraph, options: TraceOptions): Trace {
  const { node: start, flow, maxHops, statements, effort } = options;
  const flowing = (declared: Flow): Flags => {
    const properties = [...graph.dataset.ontology.properties.values()];
    const names = properties.filter((property) => property.flow === declared);
    return flags(
      graph.properties,
      names.map(({ name }) => name),
    );
  };
  // What comes of a node is the object of what flows forward, and the subject of what flows backward.
  const [out, into]: readonly Flow[] =
    flow === 'forward' ? ['forward', 'backward'] : ['backward', 'forward'];
  const outward = { properties: flowing(out!), statements };
  const inward = { properties: flowing(into!), statements };
  const { kinds } = graph.dataset.ontology;
  const acting = flags(
    graph.kinds,
    [...kinds.values()].filter(({ acts }) => acts).map(({ name }) => name),
  );
  const endsAt = (node: number): boolean => node !== start && passes(acting, graph.kindOf[node]!);
  const [seen] = graph.scratch;
  seen.clear();
  seen.set(start, 0);

  /** The nodes one step on that were not reached before, each with the first statement that leads there. */
  const next = (node: number): [number, number][] => {
    const found = new Map<number, number>();
    const visit = (neighbor: number, statement: number): boolean => {
      if (!seen.has(neighbor)) {
        found.set(neighbor, Math.min(statement, found.get(neighbor) ?? statement));
      }
      return false;
    };
    eachNeighbor(graph, node, 'out', outward, visit);
    eachNeighbor(graph, node, 'in', inward, visit);
    return [...found].sort(([a], [b]) => a - b);
  };

  const steps: TraceStep[] = [];
  let level: { readonly node: number; readonly step: TraceStep | null }[] = [
    { node: start, step: null },
  ];
  for (let hops = 1; level.length > 0; hops += 1) {
    const reached: typeof level = [];
    for (const { node, step } of level) {
      if (effort.visit()) return { steps, truncated: false };
      const onward = endsAt(node) ? [] : next(node);
      if (hops > maxHops && onward.length > 0) return { steps, truncated: true };
      for (const [neighbor, statement] of onward) {
        seen.set(neighbor, hops);
        const one = { node: neighbor, flow, hops, statement, before: step };
        steps.push(one);
        reached.push({ node: neighbor, step: one });
      }
    }
    level = reached;
  }
  return { steps, truncated: false };
}

/** The way from the start of a trace to a step of it. */
export function wayTo(start: number, last: TraceStep): NodePath {
  const nodes: number[] = [];
  const statements: number[] = [];
  for (let step: TraceStep | null = last; step !== null; step = step.before) {
    nodes.unshift(step.node);
    statements.unshift(step.statement);
  }
  return { nodes: [start, ...nodes], statements };
}
