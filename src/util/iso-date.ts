const form = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2}))?)?)?$/;

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** How many days a month (from 1) has in the Gregorian calendar. */
export const daysIn = (year: number, month: number): number =>
  month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;

/**
 * Judges an ISO 8601 date at the precision of a year, month, day or minute: `malformed` when it is not written
 * so, `impossible` when the calendar (Gregorian) has no such date.
 */
export function judgeDate(text: string): 'right' | 'malformed' | 'impossible' {
  const match = form.exec(text);
  if (match === null) return 'malformed';
  const [year, month = 1, day = 1, hour = 0, minute = 0] = match
    .slice(1)
    .map((part) => (part === undefined ? undefined : Number(part)));
  const possible =
    year! >= 1 &&
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= daysIn(year!, month) &&
    hour <= 23 &&
    minute <= 59;
  return possible ? 'right' : 'impossible';
}

/**
 * Whether one ISO date certainly lies before another, at the coarser of the two precisions: `2021` is not before
 * `2021-12-18`, for it may contain it.
 */
export function isBefore(a: string, b: string): boolean {
  const length = Math.min(a.length, b.length);
  return a.slice(0, length) < b.slice(0, length);
}
