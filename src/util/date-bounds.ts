import { daysIn } from './iso-date.ts';

const FIRST = '0001-01-01T00:00';
const LAST = '9999-12-31T23:59';
const MONTH = 'yyyy-mm'.length;

const digits = (date: string, filler: string): number =>
  Number((date + filler.slice(date.length)).replaceAll(/\D/g, ''));

/**
 * The first minute of an ISO 8601 date of any precision, as a number that compares as the times do (`yyyymmddhhmm`):
 * `2021-02` begins at 202102010000.
 */
export const earliest = (date: string): number => digits(date, FIRST);

/** The last minute, likewise: `2021-02` ends at 202102282359. */
export function latest(date: string): number {
  if (date.length !== MONTH) return digits(date, LAST);
  const [year, month] = date.split('-').map(Number);
  return digits(`${date}-${daysIn(year!, month!)}`, LAST);
}
