import type { Dataset } from '../data/dataset.ts';
import { type Gradual, gradual, whole } from '../util/gradual.ts';
import { lastUsed } from '../util/last-used.ts';
import { lazy } from '../util/lazy.ts';
import { numbersBelow } from '../util/numbers-below.ts';
import { prepareAdjacency } from './adjacency.ts';
import { degrees } from './algorithms/degree.ts';
import { hubDegree } from './algorithms/hubs.ts';
import { NodeValues } from './algorithms/node-values.ts';
import { search } from './algorithms/search.ts';
import { edgeColumns, statementColumns } from './columns.ts';
import { findDisagreements } from './disagreements/find.ts';
import { toGraphology } from './graphology.ts';
import { byBeginning } from './indices/by-beginning.ts';
import { byDate } from './indices/by-date.ts';
import { statementsByObject, statementsBySubject } from './indices/by-end.ts';
import { statementsByInference } from './indices/by-inference.ts';
import { ranksByKind, statementsByKind } from './indices/by-kind.ts';
import { ranksByProperty, statementsByProperty } from './indices/by-property.ts';
import { byRank } from './indices/by-rank.ts';
import { bySoleSource } from './indices/by-sole-source.ts';
import { bySource } from './indices/by-source.ts';
import { byText } from './indices/by-text.ts';
import { byValue, type ValueIndex } from './indices/by-value.ts';
import type { KnowledgeGraph, OrderedNodes } from './knowledge-graph.ts';
import { type Numbering, numberGradually, numbering } from './numbering.ts';
import { dateOrder, type NodeOrder, nodeOrder, ordinalOrder } from './orders.ts';
import { figureIndex } from './time/figures.ts';
import { ALWAYS, momentOf } from './time/moment.ts';
import { ownTimes } from './time/own-times.ts';
import { timeIndex } from './time/time-index.ts';

/**
 * How many dates are kept ready: each takes a byte for every entity and statement. One question may ask of many by turns,
 * such as one date of each year, and with fewer kept each would be made anew every time.
 */
const MOMENTS = 20;

/** How many searches are kept: their pages, and the counts of what they find, are asked for soon after. */
const SEARCHES = 16;

/** Makes a dataset ready for questions, in time close to linear in its size. */
export function buildGraph(dataset: Dataset): KnowledgeGraph {
  return whole(buildGradually(dataset));
}

/** One part of the work, with time for others before it. */
function* part<T>(make: () => T): Generator<void, T> {
  yield;
  return make();
}

/** The same in short steps, for whoever serves others meanwhile. */
export function* buildGradually(dataset: Dataset): Generator<void, KnowledgeGraph> {
  const { entities, statements, ontology } = dataset;
  const graphology = yield* toGraphology(dataset);
  const nodes: Numbering = {
    size: graphology.order,
    number: (id) =>
      graphology.hasNode(id) ? graphology.getNodeAttribute(id, 'number') : undefined,
    name: (number) => entities[number]!.id,
  };
  const kinds = numbering(ontology.kinds.keys());
  const properties = numbering(ontology.properties.keys());
  const kindOf = Uint16Array.from(entities, ({ kind }) => kinds.number(kind)!);

  const columns = yield* statementColumns(dataset, nodes, properties);
  const bySubject = yield* part(() => statementsBySubject(columns, nodes.size));

  const collator = new Intl.Collator('vi');
  const nameOrder = yield* nodeOrder(numbersBelow(nodes.size), (a, b) =>
    collator.compare(entities[a]!.names.vi, entities[b]!.names.vi),
  );
  const order = yield* ordinalOrder(dataset, columns, properties.number('ordinal'), nameOrder);
  const adjacency = (direction: 'out' | 'in') =>
    part(() =>
      prepareAdjacency(nodes.size, properties.size, edgeColumns(columns, direction), order.rankOf),
    );
  const out = yield* adjacency('out');
  const into = yield* adjacency('in');
  const degree = degrees(nodes.size, out, into);
  const degreeOrder = yield* nodeOrder(nameOrder.nodeAt, (a, b) => degree[b]! - degree[a]!);
  // What the first questions do without is made when one first needs it, or when nobody asks for anything.
  const later: Gradual<unknown>[] = [];
  const gradually = <T>(make: () => Generator<void, T>): Gradual<T> => {
    const made = gradual(make);
    later.push(made);
    return made;
  };
  const inOneStep = <T>(make: () => T): Gradual<T> => gradually(() => part(make));
  const withFilters = (order: NodeOrder): OrderedNodes => {
    const byKind = inOneStep(() => ranksByKind(order, kindOf, kinds.size));
    const byProperty = inOneStep(() => ranksByProperty(order, columns, bySubject, properties.size));
    return {
      ...order,
      get byKind() {
        return byKind();
      },
      get byProperty() {
        return byProperty();
      },
    };
  };
  const numbered = gradually(() => numberGradually(statements.map(({ id }) => id)));
  const byObject = inOneStep(() => statementsByObject(columns, nodes.size));
  const ofProperty = inOneStep(() => statementsByProperty(columns, properties.size));
  const ofKind = inOneStep(() => statementsByKind(columns, kindOf, kinds.size));
  const ofRank = inOneStep(() => byRank(statements));
  const inferred = gradually(() => statementsByInference(statements));
  const ofSource = gradually(() => bySource(dataset));

  const values = Array.from({ length: properties.size }, (_, property): (() => ValueIndex) =>
    lazy(() => byValue(graph, property)),
  );
  const moments = lastUsed(MOMENTS, (date: string) => momentOf(graph.time(), columns, date));
  const graph: KnowledgeGraph = {
    dataset,
    graphology,
    later,
    nodes,
    get statements() {
      return numbered();
    },
    kinds,
    properties,
    kindOf,
    degree,
    hubDegree: lazy(() => hubDegree(degree)),
    columns,
    byName: withFilters(nameOrder),
    byDegree: withFilters(degreeOrder),
    byOrdinal: lazy(() => withFilters(order)),
    byDate: lazy(() => withFilters(whole(dateOrder(graph.time(), 'earliest', nameOrder)))),
    byLatest: lazy(() => withFilters(whole(dateOrder(graph.time(), 'latest', nameOrder)))),
    neighborRank: order.rankOf,
    out,
    in: into,
    statementsBySubject: bySubject,
    get statementsByObject() {
      return byObject();
    },
    get statementsByProperty() {
      return ofProperty();
    },
    get statementsByKind() {
      return ofKind();
    },
    get statementsByRank() {
      return ofRank();
    },
    get statementsByInference() {
      return inferred();
    },
    get statementsBySource() {
      return ofSource();
    },
    statementsBySoleSource: lazy(() => bySoleSource(dataset, graph.statementsBySource)),
    dates: lazy(() => byDate(graph)),
    time: gradual(() => timeIndex(graph)),
    figures: lazy(() => figureIndex(graph)),
    moment: (asOf) => (asOf === undefined ? ALWAYS : moments(asOf)),
    ownTimes: lazy(() => ownTimes(graph.time())),
    values: (property) => values[property]!(),
    text: gradual(() => byText(dataset, bySubject)),
    beginnings: gradual(() => byBeginning(graph)),
    search: lastUsed(SEARCHES, (query: string) => search(graph, query)),
    disagreements: gradual(() => findDisagreements(graph)),
    scratch: [new NodeValues(nodes.size), new NodeValues(nodes.size)],
  };
  return graph;
}
