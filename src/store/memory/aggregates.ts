import { passes } from '../../graph/algorithms/flags.ts';
import type { KnowledgeGraph } from '../../graph/knowledge-graph.ts';
import type { Postings } from '../../graph/postings.ts';
import type { Moment } from '../../graph/time/moment.ts';
import { compareText } from '../../util/compare.ts';
import { firstInOrder } from '../../util/first-in-order.ts';
import { lastUsed } from '../../util/last-used.ts';
import { numbersBelow } from '../../util/numbers-below.ts';
import type { AggregateAnswer, AggregateRequest, AggregateRow, Call } from '../port.ts';
import { checkBound, GREATEST } from './bounds.ts';
import { Combinations } from './combinations.ts';
import { type Grouping, groupingOf } from './dimensions.ts';
import { select } from './entity-filter.ts';
import { foldOf, measureOf, numberOf } from './group-measures.ts';
import { filterStatements } from './statement-filter.ts';

/** How many groups get one more before it is asked whether to go on. */
const STRETCH = 1000;

/** How many tables of the whole graph are kept. */
const TABLES = 32;

/** The statements that pass and hold, and whose subjects pass. */
function statementsCounted(
  graph: KnowledgeGraph,
  moment: Moment,
  { entities, statements, asOf }: AggregateRequest,
): Uint32Array {
  const passing =
    filterStatements(graph, statements) ?? numbersBelow(graph.dataset.statements.length);
  const holding =
    moment.statements === null
      ? passing
      : passing.filter((statement) => passes(moment.statements, statement));
  if (entities === undefined || isEmpty(entities)) return holding;
  const { ranks } = select(graph, { by: 'name', filter: entities, asOf });
  if (ranks === null) return holding;
  const subjects = new Uint8Array(graph.nodes.size);
  for (const rank of ranks) subjects[graph.byName.nodeAt[rank]!] = 1;
  const { subject } = graph.columns;
  const counted = new Uint32Array(holding.length);
  let count = 0;
  for (let place = 0; place < holding.length; place += 1) {
    const statement = holding[place]!;
    counted[count] = statement;
    count += subjects[subject[statement]!]!;
  }
  return counted.subarray(0, count);
}

/** The numbers of the nodes or statements that are counted. */
function counted(
  graph: KnowledgeGraph,
  moment: Moment,
  request: AggregateRequest,
): Iterable<number> {
  const { count, entities = {}, statements, asOf } = request;
  if (count === 'statements') return statementsCounted(graph, moment, request);
  if (statements !== undefined) {
    const { subject } = graph.columns;
    return new Set(
      Array.from(statementsCounted(graph, moment, request), (statement) => subject[statement]!),
    );
  }
  const { ranks, order } = select(graph, { by: 'name', filter: entities, asOf });
  return ranks === null ? numbersBelow(graph.nodes.size) : ranks.map((rank) => order.nodeAt[rank]!);
}

interface Table {
  /** The first rows, as many as may be asked for. */
  readonly rows: readonly AggregateRow[];
  readonly totalCount: number;
  /** How many items were counted, when there was no time for all. */
  readonly stoppedAt: number | null;
}

/** The first rows of all: the greatest value first, none last; then the most; then by keys, none last. */
function firstRows(
  size: number,
  limit: number,
  part: {
    readonly keys: (group: number) => AggregateRow['groups'];
    readonly value: (group: number) => number | null;
    readonly count: (group: number) => number;
  },
): readonly AggregateRow[] {
  const compare = (a: number, b: number): number => {
    const [first, second] = [part.value(a), part.value(b)];
    if (first !== second) {
      if (first === null) return 1;
      return second === null ? -1 : second - first;
    }
    return part.count(b) - part.count(a) || compareKeys(part.keys(a), part.keys(b));
  };
  return firstInOrder(size, limit, compare).map((group) => ({
    groups: part.keys(group),
    value: part.value(group),
    count: part.count(group),
  }));
}

function compareKeys(a: AggregateRow['groups'], b: AggregateRow['groups']): number {
  for (const [place, group] of a.entries()) {
    const other = b[place]!;
    if (group?.key === other?.key) continue;
    if (group === null) return 1;
    return other === null ? -1 : compareText(group.key, other.key);
  }
  return 0;
}

function tableOf(
  graph: KnowledgeGraph,
  moment: Moment,
  request: AggregateRequest,
  call: Call | undefined,
): Table {
  const { groupBy, measure } = request;
  const groupings = groupBy.map((dimension) => groupingOf(graph, moment, request.count, dimension));
  const combinations = new Combinations(groupings);
  const numberIn = numberOf(graph, moment, request);
  const bySource = groupBy.findIndex(({ by }) => by === 'source');
  const sourceOf =
    measure.of === 'citations' && bySource !== -1
      ? (group: number) => combinations.keys(group)[bySource]?.key
      : null;
  const fold = foldOf(measure);
  const counts: number[] = [];
  const measured: number[] = [];
  const folded: number[] = [];
  let items = 0;
  let steps = 0;
  let stoppedAt: number | null = null;
  let whole: number | null = null;
  let item = 0;
  const count = (group: number): boolean => {
    steps += 1;
    if (steps % STRETCH === 0 && call?.stopped()) return true;
    counts[group] = (counts[group] ?? 0) + 1;
    const number = sourceOf === null ? whole : numberIn(item, sourceOf(group));
    if (number === null) return false;
    const before = measured[group] ?? 0;
    measured[group] = before + 1;
    folded[group] = before === 0 ? number : fold(folded[group]!, number);
    return false;
  };
  for (item of counted(graph, moment, request)) {
    whole = sourceOf === null ? numberIn(item) : null;
    if (combinations.each(item, count)) {
      stoppedAt = items;
      break;
    }
    items += 1;
  }
  if (groupings.length === 0 && counts.length === 0) {
    return { rows: [rowOfNothing(request)], totalCount: 1, stoppedAt };
  }
  const rows = firstRows(counts.length, request.limit, {
    keys: (group) => combinations.keys(group),
    value(group) {
      const value = folded[group];
      return value === undefined ? null : measureOf(measure, value, measured[group]!);
    },
    count: (group) => counts[group]!,
  });
  return { rows, totalCount: counts.length, stoppedAt };
}

/** Without dimensions there is one row, also when it stands for nothing. */
const rowOfNothing = ({ measure }: AggregateRequest): AggregateRow => ({
  groups: [],
  value: measure.of === 'count' || measure.of === 'citations' ? 0 : null,
  count: 0,
});

/** Counts of whole groups, as they are prepared. */
function preparedTable(
  { size, key }: Grouping,
  prepared: Postings,
  { limit }: AggregateRequest,
): Table {
  const groups = Array.from({ length: size }, (_, group) => group).filter(
    (group) => prepared.count(group) > 0,
  );
  const count = (place: number): number => prepared.count(groups[place]!);
  const keys = (place: number) => [key(groups[place]!)];
  const rows = firstRows(groups.length, limit, { keys, value: count, count });
  return { rows, totalCount: groups.length, stoppedAt: null };
}

type WholeRequest = Pick<AggregateRequest, 'count' | 'groupBy' | 'measure' | 'asOf'>;

const kept = new WeakMap<KnowledgeGraph, (key: string) => Table>();

/** The table of one dimension over all that is there: prepared, or made when first asked for and kept. */
function wholeTable(graph: KnowledgeGraph, request: WholeRequest): Table {
  let tables = kept.get(graph);
  if (tables === undefined) {
    tables = lastUsed(TABLES, (key: string) => {
      const asked = { ...(JSON.parse(key) as WholeRequest), limit: GREATEST.limit };
      const moment = graph.moment(asked.asOf);
      const grouping = groupingOf(graph, moment, asked.count, asked.groupBy[0]!);
      const { prepared } = grouping;
      const isPlain = asked.measure.of === 'count' && asked.asOf === undefined;
      return prepared !== undefined && isPlain
        ? preparedTable(grouping, prepared, asked)
        : tableOf(graph, moment, asked, undefined);
    });
    kept.set(graph, tables);
  }
  const { count, groupBy, measure, asOf } = request;
  return tables(JSON.stringify({ count, groupBy, measure, asOf }));
}

const isEmpty = (filter: object): boolean => Object.keys(filter).length === 0;

/** Any filter of statements, be it empty, leaves only entities that are the subject of one. */
const isOfAll = ({ count, entities = {}, statements }: AggregateRequest): boolean =>
  isEmpty(entities) &&
  (statements === undefined || (count === 'statements' && isEmpty(statements)));

/** @throws ProblemError ARGUMENT_OUT_OF_RANGE */
export function aggregate(
  graph: KnowledgeGraph,
  request: AggregateRequest,
  call?: Call,
): AggregateAnswer {
  const { groupBy, limit } = request;
  checkBound('limit', limit, 1, GREATEST.limit);
  const { rows, totalCount, stoppedAt } =
    isOfAll(request) && groupBy.length === 1
      ? wholeTable(graph, request)
      : tableOf(graph, graph.moment(request.asOf), request, call);
  return {
    rows: rows.slice(0, limit),
    totalCount,
    truncated:
      stoppedAt !== null
        ? { reason: 'time', bound: stoppedAt }
        : totalCount > limit
          ? { reason: 'limit', bound: limit }
          : null,
  };
}
