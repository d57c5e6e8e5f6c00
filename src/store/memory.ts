import type { KnowledgeGraph } from '../graph/knowledge-graph.ts';
import { aggregate } from './memory/aggregates.ts';
import { type AnalyticsOptions, analyticsMethods } from './memory/analytics.ts';
import { answers } from './memory/answers.ts';
import { commonNeighborPage } from './memory/common-neighbors.ts';
import { countsOf } from './memory/counts.ts';
import { disagreementPage } from './memory/disagreements.ts';
import { drawingOf } from './memory/drawings.ts';
import { entityPage } from './memory/entities.ts';
import { withFormerIds } from './memory/former-ids.ts';
import { neighborhoodOf } from './memory/neighborhoods.ts';
import { neighborPage } from './memory/neighbors.ts';
import { paragraphPage } from './memory/paragraphs.ts';
import { pathsBetween } from './memory/paths.ts';
import { relatedPage } from './memory/related.ts';
import { searchPage } from './memory/search.ts';
import { seriesPage } from './memory/series.ts';
import { statementPage } from './memory/statements.ts';
import { suggestionsFor } from './memory/suggestions.ts';
import { timelines } from './memory/timelines.ts';
import { ownTime } from './memory/times.ts';
import { tracePage } from './memory/traces.ts';
import type { GraphStore, Meta } from './port.ts';

/** The store over a graph in memory. Every method answers at once, save that some wait for analytics the first time. */
export function createMemoryStore(
  graph: KnowledgeGraph,
  analytics: AnalyticsOptions = {},
): GraphStore {
  const { version, ontology, entities, statements } = graph.dataset;
  const meta: Meta = Object.freeze({
    version,
    ontology,
    counts: Object.freeze({
      entities: entities.length,
      statements: statements.length,
      edges: graph.columns.edges,
      citations: graph.columns.citations.reduce((sum, count) => sum + count, 0),
      sources: entities.filter(({ kind }) => kind === 'source').length,
    }),
  });
  const counts = countsOf(graph, meta.counts);
  const timeline = timelines(graph);
  const store: GraphStore = {
    meta: () => meta,
    entities: (ids) => answers(ids, (id) => entities[graph.nodes.number(id) ?? -1] ?? null),
    statements: (ids) =>
      answers(ids, (id) => statements[graph.statements.number(id) ?? -1] ?? null),
    entityPages: (requests) => answers(requests, (request) => entityPage(graph, request)),
    statementPages: (requests) => answers(requests, (request) => statementPage(graph, request)),
    neighbors: (requests) => answers(requests, (request) => neighborPage(graph, request)),
    search: (requests) => answers(requests, (request) => searchPage(graph, request)),
    neighborhoods: (requests, call) =>
      answers(requests, (request) => neighborhoodOf(graph, request, call)),
    drawings: (requests, call) => answers(requests, (request) => drawingOf(graph, request, call)),
    counts: (requests) => answers(requests, counts),
    suggestions: (requests) => answers(requests, (request) => suggestionsFor(graph, request)),
    paths: (requests, call) => answers(requests, (request) => pathsBetween(graph, request, call)),
    commonNeighbors: (requests, call) =>
      answers(requests, (request) => commonNeighborPage(graph, request, call)),
    related: (requests, call) => answers(requests, (request) => relatedPage(graph, request, call)),
    traces: (requests, call) => answers(requests, (request) => tracePage(graph, request, call)),
    timelines: (requests) => answers(requests, timeline),
    series: (requests) => answers(requests, (request) => seriesPage(graph, request)),
    times: (ids) => answers(ids, (id) => ownTime(graph, id)),
    aggregates: (requests, call) => answers(requests, (request) => aggregate(graph, request, call)),
    ...analyticsMethods(graph, analytics),
    paragraphs: (requests) => answers(requests, (request) => paragraphPage(graph, request)),
    disagreements: (requests) => answers(requests, (request) => disagreementPage(graph, request)),
  };
  return withFormerIds(store, entities);
}
