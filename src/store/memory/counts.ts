import { passes } from '../../graph/algorithms/flags.ts';
import { NO_OBJECT } from '../../graph/columns.ts';
import type { KnowledgeGraph } from '../../graph/knowledge-graph.ts';
import { lastUsed } from '../../util/last-used.ts';
import type { Counts, CountsRequest } from '../port.ts';

/** For how many dates counts are kept: each takes a walk through all statements. */
const DATES = 32;

/** Answers for counts; `whole` is that without a date. */
export function countsOf(graph: KnowledgeGraph, whole: Counts): (request: CountsRequest) => Counts {
  const asOfDate = lastUsed(DATES, (asOf: string) => countAt(graph, asOf));
  return ({ asOf }) => (asOf === undefined ? whole : asOfDate(asOf));
}

function countAt(graph: KnowledgeGraph, asOf: string): Counts {
  const { nodes, holding } = graph.moment(asOf);
  const { sources } = graph.statementsBySource;
  const numbers = holding()!;
  let [edges, citations] = [0, 0];
  for (const number of numbers) {
    if (graph.columns.object[number] !== NO_OBJECT) edges += 1;
    citations += graph.columns.citations[number]!;
  }
  let cited = 0;
  for (let source = 0; source < sources.size; source += 1) {
    if (passes(nodes, graph.nodes.number(sources.name(source))!)) cited += 1;
  }
  return Object.freeze({
    entities: nodes!.reduce((count, flag) => count + flag, 0),
    statements: numbers.length,
    edges,
    citations,
    sources: cited,
  });
}
