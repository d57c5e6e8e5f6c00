import { passes } from '../../graph/algorithms/flags.ts';
import type { KnowledgeGraph } from '../../graph/knowledge-graph.ts';
import type { Postings } from '../../graph/postings.ts';
import type { Moment } from '../../graph/time/moment.ts';
import { compareText } from '../../util/compare.ts';
import { lastUsed } from '../../util/last-used.ts';
import type { AggregateAnswer, AggregateRequest, AggregateRow, Call, GroupKey } from '../port.ts';
import { checkBound, GREATEST } from './bounds.ts';
import { type Grouping, groupingOf } from './dimensions.ts';
import { select } from './entity-filter.ts';
import { foldOf, measureOf, numberOf } from './group-measures.ts';
import { filterStatements } from './statement-filter.ts';

/** Stands for "no group" where a number of a group is expected. */
const NONE = -1;

/** How many groups get one more before it is asked whether to go on. */
const STRETCH = 1000;

/** How many tables of the whole graph are kept. */
const TABLES = 32;

const numbers = (size: number): Uint32Array =>
  Uint32Array.from({ length: size }, (_, item) => item);

/** The statements that pass and hold, and whose subjects pass. */
function statementsCounted(
  graph: KnowledgeGraph,
  moment: Moment,
  { entities, statements, asOf }: AggregateRequest,
): Uint32Array {
  const passing = filterStatements(graph, statements) ?? numbers(graph.dataset.statements.length);
  const holding =
    moment.statements === null
      ? passing
      : passing.filter((statement) => passes(moment.statements, statement));
  if (entities === undefined || isEmpty(entities)) return holding;
  const { ranks } = select(graph, { by: 'name', filter: entities, asOf });
  if (ranks === null) return holding;
  const subjects = new Uint8Array(graph.nodes.size);
  for (const rank of ranks) subjects[graph.byName.nodeAt[rank]!] = 1;
  return holding.filter((statement) => subjects[graph.columns.subject[statement]!] === 1);
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
  return ranks === null ? numbers(graph.nodes.size) : ranks.map((rank) => order.nodeAt[rank]!);
}

/** Gives out numbers for combinations of groups, as they come: each is a shorter combination and one more group. */
function combinations(groupings: readonly Grouping[]) {
  const levels = groupings.map(() => new Map<number, number>());
  const known = groupings.map((): { readonly before: number; readonly group: number }[] => []);
  return {
    /** The numbers of all combinations that an item is in. */
    of(item: number): number[] {
      let found = [0];
      groupings.forEach((grouping, level) => {
        const groups = [...grouping.of(item)];
        if (groups.length === 0) groups.push(NONE);
        const numbers = levels[level]!;
        found = found.flatMap((before) =>
          groups.map((group) => {
            const code = before * (grouping.size + 1) + group + 1;
            let number = numbers.get(code);
            if (number === undefined) {
              number = known[level]!.push({ before, group }) - 1;
              numbers.set(code, number);
            }
            return number;
          }),
        );
      });
      return found;
    },
    keys(combination: number): readonly (GroupKey | null)[] {
      const keys: (GroupKey | null)[] = [];
      let rest = combination;
      for (let level = groupings.length - 1; level >= 0; level -= 1) {
        const { before, group } = known[level]![rest]!;
        keys.unshift(group === NONE ? null : groupings[level]!.key(group));
        rest = before;
      }
      return keys;
    },
  };
}

interface Table {
  readonly rows: readonly AggregateRow[];
  /** How many items were counted, when there was no time for all. */
  readonly stoppedAt: number | null;
}

function tableOf(
  graph: KnowledgeGraph,
  moment: Moment,
  request: AggregateRequest,
  call: Call | undefined,
): Table {
  const groupings = request.groupBy.map((dimension) =>
    groupingOf(graph, moment, request.count, dimension),
  );
  const combined = combinations(groupings);
  const numberIn = numberOf(graph, moment, request);
  const fold = foldOf(request.measure);
  const counts: number[] = [];
  const measured: number[] = [];
  const folded: number[] = [];
  let items = 0;
  let steps = 0;
  let stoppedAt: number | null = null;
  for (const item of counted(graph, moment, request)) {
    if (steps >= STRETCH) {
      steps = 0;
      if (call?.stopped()) {
        stoppedAt = items;
        break;
      }
    }
    items += 1;
    const number = numberIn(item);
    for (const group of combined.of(item)) {
      steps += 1;
      counts[group] = (counts[group] ?? 0) + 1;
      if (number === null) continue;
      const before = measured[group] ?? 0;
      measured[group] = before + 1;
      folded[group] = before === 0 ? number : fold(folded[group]!, number);
    }
  }
  const rows = counts.map((count, group): AggregateRow => {
    const value = folded[group];
    return {
      groups: combined.keys(group),
      value: value === undefined ? null : measureOf(request.measure, value, measured[group]!),
      count,
    };
  });
  if (groupings.length === 0 && rows.length === 0) rows.push(rowOfNothing(request));
  return { rows: rows.sort(compareRows), stoppedAt };
}

/** Without dimensions there is one row, also when it stands for nothing. */
const rowOfNothing = ({ measure }: AggregateRequest): AggregateRow => ({
  groups: [],
  value: measure.of === 'count' || measure.of === 'citations' ? 0 : null,
  count: 0,
});

/** The greatest value first, none last; then the most; then by keys, none last. */
function compareRows(a: AggregateRow, b: AggregateRow): number {
  if (a.value !== b.value) {
    if (a.value === null) return 1;
    return b.value === null ? -1 : b.value - a.value;
  }
  if (a.count !== b.count) return b.count - a.count;
  for (const [place, group] of a.groups.entries()) {
    const other = b.groups[place]!;
    if (group?.key === other?.key) continue;
    if (group === null) return 1;
    return other === null ? -1 : compareText(group.key, other.key);
  }
  return 0;
}

/** Counts of whole groups, as they are prepared. */
function preparedTable({ prepared, size, key }: Grouping & { readonly prepared: Postings }): Table {
  const rows = Array.from({ length: size }, (_, group): AggregateRow => {
    const count = prepared.count(group);
    return { groups: [key(group)], value: count, count };
  });
  return { rows: rows.filter(({ count }) => count > 0).sort(compareRows), stoppedAt: null };
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
      const isPrepared =
        prepared !== undefined && asked.measure.of === 'count' && asked.asOf === undefined;
      return isPrepared
        ? preparedTable({ ...grouping, prepared })
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
  const { rows, stoppedAt } =
    isOfAll(request) && groupBy.length === 1
      ? wholeTable(graph, request)
      : tableOf(graph, graph.moment(request.asOf), request, call);
  return {
    rows: rows.slice(0, limit),
    totalCount: rows.length,
    truncated:
      stoppedAt !== null
        ? { reason: 'time', bound: stoppedAt }
        : rows.length > limit
          ? { reason: 'limit', bound: limit }
          : null,
  };
}
