import type { operations } from '../../client/index.ts';
import type { CitedStatement } from '../chart/cited.ts';
import { spanBetween, type TimeSpan } from '../chart/moments.ts';
import type { NamedEntity } from '../entity-name.tsx';

export type TimelineEntry = operations.TimelineEntriesQuery['timeline']['nodes'][number];
export type KindTime = operations.KindTimesQuery['ontology']['kinds'][number];

/** What a timeline draws: one date, or a stretch of time whose ends bear one date each. */
export interface TimelineMark {
  readonly key: string;
  readonly subject: Required<NamedEntity>;
  readonly from: string;
  readonly to: string;
  readonly span: TimeSpan;
  /** `at` a date; all `through` a stretch; once, at some time `within` it. */
  readonly sort: 'at' | 'through' | 'within';
  /** In a few words, for beside the mark. */
  readonly label: string;
  /** What the date is of: the property. */
  readonly what: string;
  readonly statements: readonly CitedStatement[];
}

/** The properties that tell the two ends of one stretch. */
const ends = new Map([
  ['startDate', 'endDate'],
  ['periodStart', 'periodEnd'],
]);

const markOf = (
  entries: readonly TimelineEntry[],
  sort: TimelineMark['sort'],
  [from, to] = [entries[0]!.date, entries.at(-1)!.date],
): TimelineMark => {
  const [first] = entries;
  const { id, kind, name } = first!.statement.subject;
  const statements = [
    ...new Map(
      entries.map(({ statement: { id, text, citations } }) => [id, { id, text, citations }]),
    ).values(),
  ];
  const labels = new Set(entries.map(({ label }) => label));
  return {
    key: entries.map((entry) => `${entry.statement.id} ${entry.qualifier ?? ''}`).join(' '),
    subject: { id, kind, name },
    from,
    to,
    span: spanBetween(from, to),
    sort,
    // A statement with a date beside it says something else than when its subject was.
    label: first!.qualifier === null ? name : first!.statement.text,
    what: [...labels].join(' – '),
    statements,
  };
};

/** Whether what lies between two properties' dates happens once, at some time within. */
const happensOnce = (time: KindTime['time'], start: string, end: string): boolean =>
  time?.sort === 'MOMENT' && time.start.includes(start) && time.end.includes(end);

/** A date by itself; where it is one end of its subject's own time, and the other is not among the dates, the whole of it. */
function markAlone(
  entry: TimelineEntry,
  times: ReadonlyMap<string, KindTime['time']>,
): TimelineMark {
  const { date, qualifier, statement } = entry;
  const { kind, begins, ends: until } = statement.subject;
  const pair = [...ends].find((each) => each.includes(statement.property));
  const isEnd = date === begins || date === until;
  if (
    qualifier !== null ||
    pair === undefined ||
    !isEnd ||
    begins === null ||
    until === null ||
    begins === until
  ) {
    return markOf([entry], 'at');
  }
  const sort = happensOnce(times.get(kind) ?? null, ...pair) ? 'within' : 'through';
  return markOf([entry], sort, [begins, until]);
}

/** Whether the other end of a stretch is among the dates, and does not go with this one. */
function rivalled(
  groups: ReadonlyMap<string, readonly TimelineEntry[]>,
  { statement }: TimelineEntry,
): boolean {
  const pair = [...ends].find((each) => each.includes(statement.property));
  const other = pair?.find((property) => property !== statement.property);
  return other !== undefined && groups.has(`${other} of ${statement.subject.id}`);
}

/**
 * Marks for dates in order: the two ends of a stretch become one mark, where the sources give one beginning and one end; where
 * they give several, each date stays by itself.
 */
export function marksOf(
  entries: readonly TimelineEntry[],
  kinds: readonly KindTime[],
): readonly TimelineMark[] {
  const times = new Map(kinds.map(({ name, time }) => [name, time]));
  const groups = new Map<string, TimelineEntry[]>();
  const add = (key: string, entry: TimelineEntry): void => {
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [entry]);
    else group.push(entry);
  };
  for (const entry of entries) {
    const { statement, qualifier } = entry;
    if (qualifier !== null) add(`of ${statement.id} ${qualifier}`, entry);
    else add(`${statement.property} of ${statement.subject.id}`, entry);
  }

  const marks: TimelineMark[] = [];
  const done = new Set<string>();
  const pair = (start: string, end: string, sort: TimelineMark['sort']): void => {
    const [from, to] = [groups.get(start), groups.get(end)];
    if (from?.length !== 1 || to?.length !== 1) return;
    if (spanBetween(from[0]!.date, from[0]!.date).start > spanBetween(to[0]!.date, to[0]!.date).end)
      return;
    marks.push(markOf([from[0]!, to[0]!], sort));
    done.add(start).add(end);
  };
  for (const [key, [entry]] of groups) {
    const { statement, qualifier } = entry!;
    const { id, kind } = statement.subject;
    const end = ends.get(statement.property);
    if (qualifier === 'from') pair(key, `of ${statement.id} to`, 'through');
    else if (qualifier === null && end !== undefined) {
      const once = happensOnce(times.get(kind) ?? null, statement.property, end);
      pair(key, `${end} of ${id}`, once ? 'within' : 'through');
    }
  }
  for (const [key, group] of groups) {
    if (done.has(key)) continue;
    // Rivals each stand for what they say; only one that is alone tells of the whole time.
    marks.push(
      ...group.map((entry) =>
        group.length === 1 && !rivalled(groups, entry)
          ? markAlone(entry, times)
          : markOf([entry], 'at'),
      ),
    );
  }
  return marks.sort(
    (a, b) => a.span.start - b.span.start || a.span.end - b.span.end || (a.key < b.key ? -1 : 1),
  );
}
