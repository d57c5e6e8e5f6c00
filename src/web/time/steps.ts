import { latest } from '../../util/date-bounds.ts';
import { judgeDate } from '../../util/iso-date.ts';

export const grains = ['year', 'month'] as const;
export type Grain = (typeof grains)[number];

const YEAR = 'yyyy'.length;
const MONTH = 'yyyy-mm'.length;

/** The year or month at whose end what bears a date is there for sure: of `2021`, as of `2021-12`, only the year is sure. */
function coarsen(date: string, grain: Grain): string {
  const cut = date.slice(0, grain === 'year' ? YEAR : MONTH);
  // As of the end of a year and as of its December are the same.
  return cut.length === MONTH && cut.endsWith('-12') ? cut.slice(0, YEAR) : cut;
}

/** The moments at which something changes, in order, each once, as dates to be as of. An interval (`2021/2023`) has two. */
export function stepsOf(dates: Iterable<string>, grain: Grain): readonly string[] {
  const steps = new Set<string>();
  for (const date of dates) {
    for (const end of date.split('/')) steps.add(coarsen(end, grain));
  }
  return [...steps].sort((a, b) => latest(a) - latest(b));
}

/** Which step a date is at: the last that is over by its end; -1 before the first. */
export const stepAt = (steps: readonly string[], date: string): number =>
  steps.findLastIndex((step) => latest(step) <= latest(date));

/** Where each new year begins among the steps, for marks below the slider. */
export function yearMarks(
  steps: readonly string[],
): readonly { readonly at: number; readonly year: string }[] {
  const marks: { at: number; year: string }[] = [];
  for (const [at, step] of steps.entries()) {
    const year = step.slice(0, YEAR);
    if (marks.at(-1)?.year !== year) marks.push({ at, year });
  }
  return marks;
}

/** How many of some dates make each step. */
export function countSteps(
  steps: readonly string[],
  dates: Iterable<string>,
  grain: Grain,
): readonly number[] {
  const counts = new Map(steps.map((step) => [step, 0]));
  for (const date of dates) {
    for (const end of date.split('/')) {
      const step = coarsen(end, grain);
      counts.set(step, (counts.get(step) ?? 0) + 1);
    }
  }
  return [...counts.values()];
}

const two = (digits: string): string => digits.padStart(2, '0');

/**
 * A date as people type it, as ISO 8601: `2023`, `12/2023`, `19/12/2023` (also with dots, dashes or blanks), or ISO itself, as
 * coarse as it is typed. `undefined` where it is none, or the calendar has no such day.
 */
export function parseTyped(text: string): string | undefined {
  const parts = text.trim().split(/[\s./-]+/u);
  if (parts.length > 3 || parts.some((part) => !/^\d{1,4}$/.test(part))) return undefined;
  const isYearFirst = parts[0]!.length === YEAR;
  const [year, month, day] = isYearFirst ? parts : parts.toReversed();
  if (year?.length !== YEAR) return undefined;
  const date = [year, ...[month, day].filter((part) => part !== undefined).map(two)].join('-');
  return judgeDate(date) === 'right' ? date : undefined;
}

/** A date well before all others, to compare the first step with. */
export const BEFORE_ALL = '0001';
