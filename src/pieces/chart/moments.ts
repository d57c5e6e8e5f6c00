import { earliest, latest } from '../../util/date-bounds.ts';

/** A stretch of time as milliseconds since 1970 (UTC): its first, and the one after its last. */
export interface TimeSpan {
  readonly start: number;
  readonly end: number;
}

const MINUTE = 60_000;

/** Milliseconds of a time written as a number, `yyyymmddhhmm`. */
function milliseconds(time: number): number {
  const part = (unit: number, size: number): number => Math.floor(time / unit) % size;
  const date = new Date(0);
  // Not Date.UTC, which takes the years before 100 for those of the last century.
  date.setUTCFullYear(Math.floor(time / 1e8), part(1e6, 100) - 1, part(1e4, 100));
  return date.setUTCHours(part(100, 100), part(1, 100));
}

/** All the time that a date of any precision may mean: `2021` is that whole year. */
export const spanOf = (date: string): TimeSpan => ({
  start: milliseconds(earliest(date)),
  end: milliseconds(latest(date)) + MINUTE,
});

/** The time from the beginning of one date to the end of another. */
export const spanBetween = (from: string, to: string): TimeSpan => ({
  start: spanOf(from).start,
  end: Math.max(spanOf(to).end, spanOf(from).end),
});

export const yearOf = (time: number): number => new Date(time).getUTCFullYear();

/** The first moment of a month, counted from 0 of the year; months beyond the year lead into the next. */
export function monthStart(year: number, month: number): number {
  const date = new Date(0);
  return date.setUTCFullYear(year, month, 1);
}
