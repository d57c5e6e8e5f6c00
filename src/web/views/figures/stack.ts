import { earliest, latest } from '../../../util/date-bounds.ts';

export interface CountedRow {
  /** A level, by term. */
  readonly group1: string | null;
  readonly label1: string | null;
  /** A year, a stretch of years (`2021/2023`), or `null` where no time is stated. */
  readonly group2: string | null;
  readonly count: number;
}

export interface Column {
  readonly time: string | null;
  readonly parts: readonly { readonly level: string; readonly from: number; readonly to: number }[];
  readonly total: number;
}

/** When a column begins, to put them in order: stretches after the year that they begin in, what has no time last. */
const order = (time: string | null): number => {
  if (time === null) return Number.POSITIVE_INFINITY;
  const [from, to] = time.split('/');
  return earliest(from!) + (to === undefined ? 0 : latest(to) / 1e13);
};

/** Counts as columns by time, each of parts by level, the highest level at the foot. */
export function stackRows(
  rows: readonly CountedRow[],
  levels: readonly string[],
): readonly Column[] {
  const times = new Map<string | null, Map<string, number>>();
  for (const { group1, group2, count } of rows) {
    if (group1 === null) continue;
    const column = times.get(group2) ?? new Map<string, number>();
    times.set(group2, column);
    column.set(group1, (column.get(group1) ?? 0) + count);
  }
  const rank = (level: string): number => levels.indexOf(level);
  return [...times]
    .sort(([a], [b]) => order(a) - order(b))
    .map(([time, counts]) => {
      let total = 0;
      const parts = [...counts]
        .sort(([a], [b]) => rank(b) - rank(a))
        .map(([level, count]) => {
          const from = total;
          total += count;
          return { level, from, to: total };
        });
      return { time, parts, total };
    });
}
