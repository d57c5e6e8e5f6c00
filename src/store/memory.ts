import type { KnowledgeGraph } from '../graph/knowledge-graph.ts';
import { answers } from './memory/answers.ts';
import { commonNeighborPage } from './memory/common-neighbors.ts';
import { disagreementPage } from './memory/disagreements.ts';
import { entityPage } from './memory/entities.ts';
import { neighborhoodOf } from './memory/neighborhoods.ts';
import { neighborPage } from './memory/neighbors.ts';
import { notYet } from './memory/not-yet.ts';
import { pathsBetween } from './memory/paths.ts';
import { relatedPage } from './memory/related.ts';
import { searchPage } from './memory/search.ts';
import { statementPage } from './memory/statements.ts';
import { tracePage } from './memory/traces.ts';
import type { GraphStore, Meta } from './port.ts';

/** The store over a graph in memory. Every method answers at once. */
export function createMemoryStore(graph: KnowledgeGraph): GraphStore {
  const { graphology } = graph;
  const { version, ontology, entities, statements } = graph.dataset;
  const meta: Meta = Object.freeze({
    version,
    ontology,
    counts: Object.freeze({
      entities: entities.length,
      statements: statements.length,
      edges: graph.columns.edges,
      citations: statements.reduce((sum, { citations }) => sum + citations.length, 0),
      sources: graph.statementsBySource.sources.size,
    }),
  });
  return {
    meta: () => meta,
    entities: (ids) =>
      answers(ids, (id) =>
        graphology.hasNode(id) ? graphology.getNodeAttribute(id, 'entity') : null,
      ),
    statements: (ids) =>
      answers(ids, (id) => statements[graph.statements.number(id) ?? -1] ?? null),
    entityPages: (requests) => answers(requests, (request) => entityPage(graph, request)),
    statementPages: (requests) => answers(requests, (request) => statementPage(graph, request)),
    neighbors: (requests) => answers(requests, (request) => neighborPage(graph, request)),
    search: (requests) => answers(requests, (request) => searchPage(graph, request)),
    neighborhoods: (requests, call) =>
      answers(requests, (request) => neighborhoodOf(graph, request, call)),
    counts: notYet('counts'),
    suggestions: notYet('suggestions'),
    paths: (requests, call) => answers(requests, (request) => pathsBetween(graph, request, call)),
    commonNeighbors: (requests, call) =>
      answers(requests, (request) => commonNeighborPage(graph, request, call)),
    related: (requests, call) => answers(requests, (request) => relatedPage(graph, request, call)),
    traces: (requests, call) => answers(requests, (request) => tracePage(graph, request, call)),
    timelines: notYet('timelines'),
    series: notYet('series'),
    aggregates: notYet('aggregates'),
    measures: notYet('measures'),
    rankings: notYet('rankings'),
    communities: notYet('communities'),
    members: notYet('members'),
    analytics: notYet('analytics'),
    paragraphs: notYet('paragraphs'),
    disagreements: (requests) => answers(requests, (request) => disagreementPage(graph, request)),
  };
}
