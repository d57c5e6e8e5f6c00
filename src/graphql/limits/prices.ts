import { defaultPageSize } from '../bounds.ts';

/** What the fields above say of how long lists will be. */
export interface Sizes {
  /** How many items the list asked for has at most. */
  readonly page: number;
  /** How many steps a way has at most. */
  readonly hops: number;
}

export interface SizeArgument {
  readonly greatest: number;
  readonly greatestOf?: Readonly<Record<string, number>>;
  readonly fallback?: number;
}

/**
 * The arguments that say how long a list will be, each with the most that it can be (`greatestOf`: at a field where it can be more)
 * and what holds without it.
 */
export const sizeArguments = {
  page: {
    last: { greatest: 100 },
    first: { greatest: 100, fallback: defaultPageSize },
    limit: { greatest: 500, greatestOf: { 'Query.drawing': 20_000 } },
    count: { greatest: 10 },
    ids: { greatest: 100 },
  },
  hops: { maxHops: { greatest: 12 } },
} as const;

/** A number, or one that follows from what the arguments say. */
export type Size = number | ((sizes: Sizes) => number);

const page: Size = ({ page }) => page;

/**
 * Columns of a drawing. Each entity of it is a point, for it is looked up, and so are the statements on it. A value in a column is the
 * tenth of one: it is only written. Edges are taken to be three for each entity, as they are in the data of the project. So a drawing of
 * 20,000 entities with all columns costs about 58,000 points: two in a request are allowed by default, three are not.
 */
const ofEntities: Size = ({ page }) => 0.1 * page;
const ofEdges: Size = ({ page }) => 3 * 0.1 * page;

/**
 * How many objects each list has that is not a connection's own, by type and field: what its arguments say, else as many as
 * there usually are; and of a single object, how often it is there. A test shows that every list of the schema stands here.
 */
export const lengths: Readonly<Record<string, Size>> = {
  'Query.nodes': page,
  'Query.suggest': page,
  'Neighborhood.nodes': page,
  'Neighborhood.edges': ({ page }) => 2 * page,
  'PathsResult.paths': page,
  'Path.hops': ({ hops }) => hops,
  'Path.entities': ({ hops }) => hops + 1,
  'Path.statements': ({ hops }) => hops,
  'Aggregate.rows': page,
  'Statement.qualifiers': 2,
  'Statement.citations': 2,
  'Statement.disagreements': 1,
  'Disagreement.statements': 4,
  'CommonNeighborEdge.statements': 10,
  'RelatedEdge.shared': 5,
  'Community.leading': 5,
  'EntityFacets.kinds': 40,
  'EntityFacets.properties': 100,
  'EntityFacets.sources': 100,
  'EntityFacets.years': 100,
  'EntityFacets.values': 100,
  'StatementFacets.kinds': 40,
  'StatementFacets.properties': 100,
  'StatementFacets.sources': 100,
  'StatementFacets.ranks': 3,
  'Dataset.entitiesByKind': 40,
  'Dataset.statementsByProperty': 150,
  'Dataset.statementsBySource': 100,
  'Dataset.statementsByKind': 40,
  'Ontology.kinds': 40,
  'Ontology.properties': 150,
  'Ontology.qualifiers': 40,
  'Ontology.vocabularies': 20,
  'Vocabulary.terms': 20,
  '__Schema.types': 300,
  '__Schema.directives': 8,
  '__Directive.args': 1,
  '__Type.ofType': 0.5,
  '__Type.fields': 12,
  '__Type.inputFields': 1,
  '__Type.interfaces': 1,
  '__Type.possibleTypes': 2,
  '__Type.enumValues': 1,
  '__Field.args': 3,
};

/**
 * What a field costs beside the objects that it gives, by type (or an interface of it) and field: the work of looking through
 * the graph. What is not here costs nothing of its own.
 */
export const prices: Readonly<Record<string, Size>> = {
  'Query.search': 20,
  'Query.suggest': 20,
  'Query.neighborhood': 200,
  'Query.drawing': ({ page }) => 200 + page,
  'DrawnEntities.ids': ofEntities,
  'DrawnEntities.kinds': ofEntities,
  'DrawnEntities.names': ofEntities,
  'DrawnEntities.degrees': ofEntities,
  'DrawnEntities.pageRanks': ofEntities,
  'DrawnEntities.communities': ofEntities,
  'DrawnEntities.begins': ofEntities,
  'DrawnEdges.ids': ofEdges,
  'DrawnEdges.properties': ofEdges,
  'DrawnEdges.subjects': ofEdges,
  'DrawnEdges.objects': ofEdges,
  'Query.path': 100,
  'Query.paths': ({ page }) => 100 * page,
  'Query.commonNeighbors': 50,
  'Query.related': 100,
  'Entity.related': 100,
  'Query.trace': 200,
  'Query.timeline': 50,
  'Entity.timeline': 20,
  'Query.aggregate': 500,
  'Query.ranking': 50,
  'Query.communities': 50,
  'Query.disagreements': 50,
  'EntityFacets.kinds': 200,
  'EntityFacets.properties': 200,
  'EntityFacets.sources': 200,
  'EntityFacets.years': 200,
  'EntityFacets.values': 200,
  'StatementFacets.kinds': 200,
  'StatementFacets.properties': 200,
  'StatementFacets.sources': 200,
  'StatementFacets.ranks': 200,
  'Dataset.statementsByProperty': 200,
  'Dataset.statementsBySource': 200,
  'Dataset.statementsByKind': 200,
  // A value of each takes a walk through the graph, once for a version of the data.
  'Entity.pageRank': 1,
  'Entity.betweenness': 1,
  'Entity.community': 1,
};
