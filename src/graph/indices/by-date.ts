import type { Statement } from '../../ontology/model.ts';
import { compareText } from '../../util/compare.ts';
import { lowerBound } from '../../util/lower-bound.ts';

/** A date that a statement has as its value, or as the value of a qualifier. */
export interface DatedStatement {
  /** ISO 8601, at the precision of the statement. */
  readonly date: string;
  /** The number of the statement. */
  readonly statement: number;
  /** The qualifier that has the date, or `null` where it is the value. */
  readonly qualifier: string | null;
}

/** All dates of all statements in the order of their beginnings, a year before its months and days. */
export interface DateIndex {
  readonly size: number;
  at(position: number): DatedStatement;
  /**
   * The dates that begin no sooner than `from` does and no later than `to` ends, as a range of positions:
   * `first` belongs to it, `end` does not.
   */
  between(from: string, to: string): { readonly first: number; readonly end: number };
}

export function byDate(statements: readonly Statement[]): DateIndex {
  const dated: DatedStatement[] = [];
  statements.forEach(({ value, qualifiers }, statement) => {
    if (value.type === 'date') dated.push({ date: value.date, statement, qualifier: null });
    for (const [qualifier, held] of Object.entries(qualifiers)) {
      if (held.type === 'date') dated.push({ date: held.date, statement, qualifier });
    }
  });
  dated.sort((a, b) => compareText(a.date, b.date) || a.statement - b.statement);
  const dateAt = (position: number): string => dated[position]!.date;
  return {
    size: dated.length,
    at: (position) => dated[position]!,
    between(from, to) {
      const first = lowerBound(dated.length, (position) => dateAt(position) < from);
      const isWithin = (date: string): boolean => date.slice(0, to.length) <= to;
      return {
        first,
        end: Math.max(
          first,
          lowerBound(dated.length, (p) => isWithin(dateAt(p))),
        ),
      };
    },
  };
}
