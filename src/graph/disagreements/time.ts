import type { Statement, Value } from '../../ontology/model.ts';
import { isBefore } from '../../util/iso-date.ts';

/**
 * When a source shows a statement to hold. `from` alone shows its beginning and `to` alone its end; what lies
 * beyond is not known, so it is not taken to reach further.
 */
export interface Time {
  readonly start: string;
  readonly end: string;
  readonly from: string | null;
  readonly to: string | null;
}

const dateOf = (value: Value | undefined): string | null =>
  value?.type === 'date' ? value.date : null;

/** The time of a statement by its qualifiers `at`, `from` and `to`; `null` where it has none. */
export function timeOf({ qualifiers }: Statement): Time | null {
  const at = dateOf(qualifiers.at);
  const from = dateOf(qualifiers.from);
  const to = dateOf(qualifiers.to);
  const start = from ?? at ?? to;
  const end = to ?? at ?? from;
  return start === null || end === null ? null : { start, end, from, to };
}

/**
 * Whether two times are both known and certainly apart. Times that meet only on the day of a handover, where
 * one ends as the other begins, are apart too.
 */
export function areApart(a: Time | null, b: Time | null): boolean {
  if (a === null || b === null) return false;
  const handsOver = (first: Time, second: Time): boolean =>
    first.to !== null && first.to === second.from;
  return isBefore(a.end, b.start) || isBefore(b.end, a.start) || handsOver(a, b) || handsOver(b, a);
}
