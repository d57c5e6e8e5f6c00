import { ProblemError } from '../../errors/problem.ts';
import type { KnowledgeGraph } from '../../graph/knowledge-graph.ts';
import type { Entity } from '../../ontology/model.ts';
import type { EntitiesRequest, Page } from '../port.ts';
import { cursors } from './cursor.ts';
import { select } from './entity-filter.ts';
import { numberListing } from './number-listing.ts';
import { type Listing, page } from './page.ts';
import { byRelevance } from './relevance.ts';

function listing(
  graph: KnowledgeGraph,
  { filter = {}, order: by = 'name', asOf }: EntitiesRequest,
): Listing<Entity> {
  const { entities } = graph.dataset;
  if (by === 'relevance') {
    if (filter.text === undefined) {
      const argument = 'filter.text';
      throw new ProblemError(
        'ARGUMENT_MISSING',
        {
          argument,
          because: '"order" by relevance',
          advice: 'Give the text that is to be matched as "filter.text", or choose another order.',
        },
        { argument },
      );
    }
    return byRelevance(graph, filter.text, filter, asOf, ({ node }) => entities[node]!);
  }
  const { order, ranks } = select(graph, { by, filter, asOf });
  return numberListing(ranks, entities.length, {
    value: (rank) => entities[order.nodeAt[rank]!]!,
    key: (rank) => entities[order.nodeAt[rank]!]!.id,
    number(id) {
      const node = graph.nodes.number(id);
      return node === undefined ? undefined : order.rankOf[node]!;
    },
  });
}

/** @throws ProblemError ARGUMENT_MISSING, CURSOR_INVALID, ARGUMENT_OUT_OF_RANGE */
export function entityPage(graph: KnowledgeGraph, request: EntitiesRequest): Page<Entity> {
  const { filter = {}, order = 'name', asOf } = request;
  const list = cursors(graph.dataset.version, { list: 'entities', order, filter, asOf });
  return page(listing(graph, request), request.page, list);
}
