import { eachNeighbor } from '../../graph/algorithms/each-neighbor.ts';
import { flags, passes } from '../../graph/algorithms/flags.ts';
import { NO_OBJECT } from '../../graph/columns.ts';
import { statementsWith } from '../../graph/indices/statements-with.ts';
import type { KnowledgeGraph, OrderedNodes } from '../../graph/knowledge-graph.ts';
import { numbersOf } from '../../graph/numbering.ts';
import type { Moment } from '../../graph/time/moment.ts';
import { lastUsed } from '../../util/last-used.ts';
import { lazy } from '../../util/lazy.ts';
import { unionSorted } from '../../util/union-sorted.ts';
import type { EntityFilter, RelatedFilter, ValueFilter } from '../port.ts';
import { anyOf, type Condition, fulfilling, noneOf, tested } from './conditions.ts';

/** What is asked: of which graph, in which order, as of which date. Conditions are over ranks in the order. */
interface Scope {
  readonly graph: KnowledgeGraph;
  readonly order: OrderedNodes;
  readonly moment: Moment;
}

const sum = (counts: Iterable<number>): number => {
  let total = 0;
  for (const count of counts) total += count;
  return total;
};

/** A condition on nodes that are found one by one: they are gathered when the condition is first used. */
function gathered(
  { order }: Scope,
  count: number,
  gather: (add: (node: number) => void) => void,
): Condition {
  const ranks = lazy(() => {
    const found = new Set<number>();
    gather((node) => found.add(order.rankOf[node]!));
    return found;
  });
  return {
    count,
    list: () => Uint32Array.from(ranks()).sort(),
    holds: (rank) => ranks().has(rank),
  };
}

function byIds(scope: Scope, ids: readonly string[]): Condition {
  const nodes = numbersOf(scope.graph.nodes, ids);
  return gathered(scope, nodes.length, (add) => nodes.forEach(add));
}

function byKinds({ graph, order }: Scope, kinds: readonly string[]): Condition {
  const numbers = [...numbersOf(graph.kinds, kinds)];
  const passing = flags(graph.kinds, kinds);
  return {
    count: sum(numbers.map((kind) => order.byKind.count(kind))),
    list: () => unionSorted(numbers.map((kind) => order.byKind.of(kind))),
    holds: (rank) => passes(passing, graph.kindOf[order.nodeAt[rank]!]!),
  };
}

function byText(scope: Scope, text: string, isWithAll: boolean): Condition {
  const matches = scope.graph.search(text);
  return gathered(scope, matches.size, (add) =>
    matches.each((node, hasAll) => {
      if (hasAll || !isWithAll) add(node);
    }),
  );
}

/** Which have a statement with one of the properties. */
function byProperties({ graph, order, moment }: Scope, names: readonly string[]): Condition {
  const properties = [...numbersOf(graph.properties, names)];
  const holds = (rank: number): boolean =>
    properties.some((property) =>
      statementsWith(graph, order.nodeAt[rank]!, property).some((statement) =>
        passes(moment.statements, statement),
      ),
    );
  return {
    count: sum(properties.map((property) => order.byProperty.count(property))),
    list() {
      const ranks = unionSorted(properties.map((property) => order.byProperty.of(property)));
      return moment.statements === null ? ranks : ranks.filter(holds);
    },
    holds,
  };
}

function byValue(scope: Scope, { property: name, anyOf: texts }: ValueFilter): Condition {
  const { graph, moment } = scope;
  const property = graph.properties.number(name);
  if (property === undefined) return gathered(scope, 0, () => undefined);
  const index = graph.values(property);
  const named = new Set(texts.flatMap((text) => index.named(text)));
  const lists = [...named].map((value) => index.statements.of(value));
  return gathered(scope, sum(lists.map(({ length }) => length)), (add) => {
    for (const statement of lists.flatMap((list) => [...list])) {
      if (passes(moment.statements, statement)) add(graph.columns.subject[statement]!);
    }
  });
}

function byRelated(
  scope: Scope,
  { ids, properties, direction = 'both' }: RelatedFilter,
): Condition {
  const { graph, moment } = scope;
  const nodes = [...numbersOf(graph.nodes, ids)];
  const edges = { properties: flags(graph.properties, properties), statements: moment.statements };
  const count = sum(
    nodes.map((node) => {
      const outward = direction === 'in' ? 0 : graph.out.degree(node);
      return outward + (direction === 'out' ? 0 : graph.in.degree(node));
    }),
  );
  return gathered(scope, count, (add) => {
    for (const node of nodes) {
      eachNeighbor(graph, node, direction, edges, (neighbor) => {
        add(neighbor);
        return false;
      });
    }
  });
}

function byDates(
  { graph, order }: Scope,
  { from, to }: NonNullable<EntityFilter['dates']>,
): Condition {
  const times = graph.ownTimes();
  const among = times.among(from, to);
  const isWithin = times.within(from, to);
  return {
    count: among.length,
    list: () =>
      among
        .filter(isWithin)
        .map((node) => order.rankOf[node]!)
        .sort(),
    holds: (rank) => isWithin(order.nodeAt[rank]!),
  };
}

/** Which have statements, none of which cites another source. */
function byRest(scope: Scope, sources: readonly string[]): Condition {
  const { graph, order, moment } = scope;
  const { columns, dataset, nodes, statementsBySubject, statementsByObject } = graph;
  const wanted = new Set(sources);
  const restsThere = (statement: number): boolean =>
    dataset.statements[statement]!.citations.every(({ source }) => wanted.has(source));
  const cited = [...wanted]
    .map((source) => graph.statementsBySource.sources.number(source))
    .filter((source) => source !== undefined)
    .map((source) => graph.statementsBySource.statements.of(source));
  const rests = (node: number): boolean => {
    let isStated = false;
    for (const list of [statementsBySubject.of(node), statementsByObject.of(node)]) {
      for (const statement of list) {
        if (!passes(moment.statements, statement)) continue;
        if (!restsThere(statement)) return false;
        isStated = true;
      }
    }
    return isStated;
  };
  const candidates = gathered(scope, 0, (add) => {
    for (const list of cited) {
      for (const statement of list) {
        add(columns.subject[statement]!);
        if (columns.object[statement] !== NO_OBJECT) add(columns.object[statement]!);
      }
    }
  });
  const holds = (rank: number): boolean => rests(order.nodeAt[rank]!);
  return {
    count: Math.min(nodes.size, 2 * sum(cited.map(({ length }) => length))),
    list: () => candidates.list().filter(holds),
    holds,
  };
}

/** The conditions of a filter, over ranks in the order. */
function conditions(scope: Scope, filter: EntityFilter): Condition[] {
  const { ids, kinds, text, searched, properties, missing } = filter;
  const { value, related, dates, restsOnlyOn } = filter;
  const size = scope.graph.nodes.size;
  const found: Condition[] = [];
  if (ids !== undefined) found.push(byIds(scope, ids));
  if (kinds !== undefined) found.push(byKinds(scope, kinds));
  if (text !== undefined) found.push(byText(scope, text, true));
  if (searched !== undefined) found.push(byText(scope, searched, false));
  if (properties !== undefined) found.push(byProperties(scope, properties));
  if (missing !== undefined) found.push(noneOf(size, [byProperties(scope, missing)]));
  if (value !== undefined) found.push(byValue(scope, value));
  if (related !== undefined) found.push(byRelated(scope, related));
  if (dates !== undefined) found.push(byDates(scope, dates));
  if (restsOnlyOn !== undefined) found.push(byRest(scope, restsOnlyOn));
  for (const one of filter.and ?? []) found.push(...conditions(scope, one));
  if (filter.or !== undefined) {
    found.push(
      anyOf(
        size,
        filter.or.map((one) => conditions(scope, one)),
      ),
    );
  }
  if (filter.not !== undefined) found.push(noneOf(size, conditions(scope, filter.not)));
  return found;
}

/** Which entities, in which order. */
export type NodeOrderName = 'name' | 'degree' | 'ordinal' | 'date' | 'latest';

const orders: Readonly<Record<NodeOrderName, (graph: KnowledgeGraph) => OrderedNodes>> = {
  name: (graph) => graph.byName,
  degree: (graph) => graph.byDegree,
  ordinal: (graph) => graph.byOrdinal(),
  date: (graph) => graph.byDate(),
  latest: (graph) => graph.byLatest(),
};

export interface Selection {
  readonly order: OrderedNodes;
  /** The ranks in the order that are selected, ascending; `null` when all are. */
  readonly ranks: Uint32Array | null;
}

interface SelectionRequest {
  readonly by: NodeOrderName;
  readonly filter: EntityFilter;
  readonly asOf: string | undefined;
}

/** How many selections are kept: the pages of a list and its facets ask for the same one. */
const SELECTIONS = 16;

const kept = new WeakMap<KnowledgeGraph, (key: string) => Selection>();

/** The entities that pass a filter and are there as of the date. */
export function select(graph: KnowledgeGraph, request: SelectionRequest): Selection {
  let selections = kept.get(graph);
  if (selections === undefined) {
    selections = lastUsed(SELECTIONS, (key: string) => {
      const { by, filter, asOf } = JSON.parse(key) as SelectionRequest;
      const order = orders[by](graph);
      const scope = { graph, order, moment: graph.moment(asOf) };
      const { nodes } = scope.moment;
      const all = conditions(scope, filter);
      if (nodes !== null) {
        all.push(tested(graph.nodes.size, (rank) => passes(nodes, order.nodeAt[rank]!)));
      }
      return { order, ranks: fulfilling(all) };
    });
    kept.set(graph, selections);
  }
  return selections(JSON.stringify(request));
}
