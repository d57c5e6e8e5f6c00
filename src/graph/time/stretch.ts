import type { TimeSort } from '../../ontology/model.ts';

/** How many letters of an ISO 8601 date tell its year, and its month. */
export const YEAR = 'yyyy'.length;
export const MONTH = 'yyyy-mm'.length;

/**
 * The year or month of an entity's own time (ISO 8601): that of its beginning, or of its end where only that is known. What happened at one time, of which only the
 * stretch is known that it lies in, has that stretch: `2021/2023`, for no year of it is more likely than another.
 *
 * @param length of the date that is wanted; one that is known less exactly stays as it is
 */
export function stretchOf(
  sort: TimeSort | undefined,
  start: string | null,
  end: string | null,
  length: number,
): string | null {
  // Something that happened once, by a date, may have happened in any year before.
  const known = start ?? (sort === 'moment' ? null : end);
  if (known === null) return null;
  const first = known.slice(0, length);
  if (sort !== 'moment' || end === null) return first;
  const last = end.slice(0, length);
  // Of a year and a month in it, the year holds both.
  if (first.startsWith(last)) return last;
  return last.startsWith(first) ? first : `${first}/${last}`;
}
