import { passes } from '../../graph/algorithms/flags.ts';
import type { KnowledgeGraph } from '../../graph/knowledge-graph.ts';
import type { Page, SeriesPoint, SeriesRequest } from '../port.ts';
import { cursors } from './cursor.ts';
import { numberListing } from './number-listing.ts';
import { page } from './page.ts';

export function seriesPage(
  graph: KnowledgeGraph,
  { metric, asOf, page: request }: SeriesRequest,
): Page<SeriesPoint> | null {
  const node = graph.nodes.number(metric);
  const { figures, ids, byMetric, isMetric, isOf } = graph.figures();
  if (node === undefined || !isMetric(node)) return null;
  const { statements: there } = graph.moment(asOf);
  const places = byMetric
    .of(node)
    .filter((place) => passes(there, figures[place]!) && isOf(place, node, there));
  const { entities, statements, version } = graph.dataset;
  const { starts, ends } = graph.time();
  const listing = numberListing<SeriesPoint>(places, figures.length, {
    value(place) {
      const statement = figures[place]!;
      const subject = graph.columns.subject[statement]!;
      return {
        observation: entities[subject]!,
        statement: statements[statement]!,
        from: starts[subject]!,
        to: ends[subject]!,
      };
    },
    key: (place) => ids.name(place),
    number: (id) => ids.number(id),
  });
  return page(listing, request, cursors(version, { list: 'series', metric, asOf }));
}
