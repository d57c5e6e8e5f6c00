import { flags, passes } from '../../graph/algorithms/flags.ts';
import { suggest } from '../../graph/algorithms/suggest.ts';
import type { KnowledgeGraph } from '../../graph/knowledge-graph.ts';
import type { Suggestion, SuggestionsRequest } from '../port.ts';
import { checkBound, GREATEST } from './bounds.ts';

/** @throws ProblemError ARGUMENT_OUT_OF_RANGE */
export function suggestionsFor(
  graph: KnowledgeGraph,
  { prefix, kinds, asOf, limit }: SuggestionsRequest,
): readonly Suggestion[] {
  checkBound('limit', limit, 1, GREATEST.limit);
  const passing = flags(graph.kinds, kinds);
  const { nodes } = graph.moment(asOf);
  const mayBe = (node: number): boolean =>
    passes(nodes, node) && passes(passing, graph.kindOf[node]!);
  return suggest(graph, prefix, mayBe, limit).map(({ node, text }) => ({
    entity: graph.dataset.entities[node]!,
    text,
  }));
}
