import { Effort } from '../../graph/algorithms/effort.ts';
import { flags, passes } from '../../graph/algorithms/flags.ts';
import { type TraceStep, trace, wayTo } from '../../graph/algorithms/trace.ts';
import type { KnowledgeGraph } from '../../graph/knowledge-graph.ts';
import type { Call, Traced, TracePage, TraceRequest } from '../port.ts';
import { checkBound, GREATEST } from './bounds.ts';
import { cursors } from './cursor.ts';
import { itemListing } from './item-listing.ts';
import { page } from './page.ts';
import { pathOf } from './paths.ts';

export function tracePage(
  graph: KnowledgeGraph,
  { page: request, ...list }: TraceRequest,
  call?: Call,
): TracePage | null {
  const { id, flow, kinds, maxHops, asOf } = list;
  checkBound('maxHops', maxHops, 0, GREATEST.hops);
  const node = graph.nodes.number(id);
  if (node === undefined) return null;
  const effort = new Effort(call?.stopped);
  const { statements } = graph.moment(asOf);
  const flows = flow === undefined ? (['backward', 'forward'] as const) : [flow];
  const traces = flows.map((one) => trace(graph, { node, flow: one, maxHops, statements, effort }));
  const listed = flags(graph.kinds, kinds);
  const steps = traces
    .flatMap((one) => one.steps)
    .filter((step) => passes(listed, graph.kindOf[step.node]!))
    .sort((a, b) => a.hops - b.hops || compareWithin(graph, a, b));
  const { entities, version } = graph.dataset;
  const listing = itemListing(
    steps,
    (step) => `${step.flow} ${entities[step.node]!.id}`,
    (step): Traced => ({
      entity: entities[step.node]!,
      flow: step.flow,
      path: pathOf(graph, wayTo(node, step), step.hops),
    }),
  );
  return {
    ...page(listing, request, cursors(version, { list: 'trace', ...list })),
    truncated: effort.isSpent
      ? { reason: 'time', bound: effort.visited }
      : traces.some(({ truncated }) => truncated)
        ? { reason: 'hops', bound: maxHops }
        : null,
  };
}

/** Two steps equally far: `backward` first, then by the order of neighbors. */
function compareWithin({ neighborRank }: KnowledgeGraph, a: TraceStep, b: TraceStep): number {
  if (a.flow !== b.flow) return a.flow === 'backward' ? -1 : 1;
  return neighborRank[a.node]! - neighborRank[b.node]!;
}
