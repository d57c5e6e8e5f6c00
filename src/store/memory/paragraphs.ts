import type { KnowledgeGraph } from '../../graph/knowledge-graph.ts';
import type { Page, Paragraph, ParagraphsRequest } from '../port.ts';
import { cursors } from './cursor.ts';
import { numberListing } from './number-listing.ts';
import { page } from './page.ts';

export function paragraphPage(
  graph: KnowledgeGraph,
  { source, page: request }: ParagraphsRequest,
): Page<Paragraph> | null {
  const { entities, version } = graph.dataset;
  const entity = entities[graph.nodes.number(source) ?? -1];
  if (entity?.kind !== 'source') return null;
  const count = entity.text?.paragraphs ?? 0;
  const listing = numberListing<Paragraph>(null, count, {
    value: (index) => ({ source: entity.id, number: index + 1 }),
    key: (index) => String(index + 1),
    number: (key) => Number(key) - 1,
  });
  return page(listing, request, cursors(version, { list: 'paragraphs', source: entity.id }));
}
