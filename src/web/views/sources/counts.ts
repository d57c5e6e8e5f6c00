import type { operations } from '../../../client/index.ts';

export type SourceShown = operations.SourcesQuery['sources']['nodes'][number];
type Row = operations.SourcesQuery['shared']['rows'][number];

/** How many statements two sources both make, by their ids; of one source with itself, how many it makes. */
export type SharedCounts = (one: string, other: string) => number;

export function sharedCounts(
  rows: readonly Pick<Row, 'group1' | 'group2' | 'count'>[],
): SharedCounts {
  const counts = new Map(rows.map(({ group1, group2, count }) => [`${group1} ${group2}`, count]));
  return (one, other) => counts.get(`${one} ${other}`) ?? 0;
}

/** A kind of subjects, and how many statements each source makes about it. */
export interface KindRow {
  readonly kind: string;
  readonly label: string;
  readonly of: (source: string) => number;
  readonly total: number;
}

/** The kinds that sources speak of, the most spoken of first. */
export function kindRows(rows: operations.SourcesQuery['byKind']['rows']): readonly KindRow[] {
  const kinds = new Map<string, { label: string; counts: Map<string, number> }>();
  for (const { group1, group2, label2, count } of rows) {
    if (group1 === null || group2 === null) continue;
    const known = kinds.get(group2) ?? { label: label2 ?? group2, counts: new Map() };
    known.counts.set(group1, count);
    kinds.set(group2, known);
  }
  return [...kinds]
    .map(([kind, { label, counts }]) => ({
      kind,
      label,
      of: (source: string) => counts.get(source) ?? 0,
      total: [...counts.values()].reduce((sum, count) => sum + count, 0),
    }))
    .sort((a, b) => b.total - a.total);
}
