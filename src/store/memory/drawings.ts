import { Effort } from '../../graph/algorithms/effort.ts';
import { inducedEdges } from '../../graph/algorithms/induced-edges.ts';
import type { KnowledgeGraph } from '../../graph/knowledge-graph.ts';
import { numbersBelow } from '../../util/numbers-below.ts';
import type { Call, Drawing, DrawingRequest } from '../port.ts';
import { checkBound, GREATEST } from './bounds.ts';
import { select } from './entity-filter.ts';

/** @throws ProblemError ARGUMENT_OUT_OF_RANGE */
export function drawingOf(
  graph: KnowledgeGraph,
  { filter = {}, limit, asOf }: DrawingRequest,
  call?: Call,
): Drawing {
  checkBound('limit', limit, 1, GREATEST.drawn);
  const { columns, dataset, degree } = graph;
  const { order, ranks } = select(graph, { by: 'degree', filter, asOf });
  const totalCount = ranks?.length ?? graph.nodes.size;
  const first = ranks?.subarray(0, limit) ?? numbersBelow(Math.min(limit, totalCount));
  const chosen = first.map((rank) => order.nodeAt[rank]!);
  const effort = new Effort(call?.stopped);
  const { statements: holding } = graph.moment(asOf);
  const edges = inducedEdges(
    graph,
    Array.from(chosen),
    { properties: null, statements: holding },
    effort,
  );
  const nodes = chosen.subarray(0, effort.visited);
  const [places] = graph.scratch;
  places.clear();
  nodes.forEach((node, place) => {
    places.set(node, place);
  });
  return {
    totalCount,
    entities: Array.from(nodes, (node) => dataset.entities[node]!),
    degrees: nodes.map((node) => degree[node]!),
    edges: Array.from(edges, (statement) => dataset.statements[statement]!),
    subjects: edges.map((statement) => places.get(columns.subject[statement]!)!),
    objects: edges.map((statement) => places.get(columns.object[statement]!)!),
    truncated: effort.isSpent
      ? { reason: 'time', bound: effort.visited }
      : totalCount > limit
        ? { reason: 'limit', bound: limit }
        : null,
  };
}
