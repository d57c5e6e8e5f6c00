import type { KnowledgeGraph } from '../../graph/knowledge-graph.ts';
import type { Statement } from '../../ontology/model.ts';
import type { Page, StatementsRequest } from '../port.ts';
import { cursors } from './cursor.ts';
import { numberListing } from './number-listing.ts';
import { page } from './page.ts';
import { filterStatements } from './statement-filter.ts';

export function statementPage(
  graph: KnowledgeGraph,
  { filter, page: request }: StatementsRequest,
): Page<Statement> {
  const { statements, version } = graph.dataset;
  const listing = numberListing(filterStatements(graph, filter), statements.length, {
    value: (number) => statements[number]!,
    key: (number) => statements[number]!.id,
    number: (id) => graph.statements.number(id),
  });
  return page(listing, request, cursors(version, { list: 'statements', ...filter }));
}
