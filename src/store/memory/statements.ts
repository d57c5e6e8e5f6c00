import { passes } from '../../graph/algorithms/flags.ts';
import type { KnowledgeGraph } from '../../graph/knowledge-graph.ts';
import type { Statement } from '../../ontology/model.ts';
import type { Page, StatementsRequest } from '../port.ts';
import { cursors } from './cursor.ts';
import { numberListing } from './number-listing.ts';
import { page } from './page.ts';
import { filterStatements } from './statement-filter.ts';

export function statementPage(
  graph: KnowledgeGraph,
  { filter, asOf, page: request }: StatementsRequest,
): Page<Statement> {
  const { statements, version } = graph.dataset;
  const { statements: there, holding } = graph.moment(asOf);
  const found = filterStatements(graph, filter);
  const numbers =
    there === null ? found : (found?.filter((number) => passes(there, number)) ?? holding());
  const listing = numberListing(numbers, statements.length, {
    value: (number) => statements[number]!,
    key: (number) => statements[number]!.id,
    number: (id) => graph.statements.number(id),
  });
  return page(listing, request, cursors(version, { list: 'statements', asOf, ...filter }));
}
