import { spanOf, type TimeSpan } from '../chart/moments.ts';
import type { Settings } from '../settings.ts';
import type { TimelineMark } from './marks.ts';

export interface TimelineAnswer {
  readonly marks: readonly TimelineMark[];
  /** How many dates were asked for and came, and how many there are. */
  readonly shown: number;
  readonly total: number;
  /** The labels of the kinds, by name. */
  readonly kinds: Readonly<Record<string, string>>;
  /** Of what it is, where it is of few entities. */
  readonly about: readonly string[];
}

/** The time that the axis is of: the range that was asked for, open where an end was not. */
export function domainOf(
  marks: readonly TimelineMark[],
  { from, to }: Settings,
): TimeSpan | undefined {
  if (from === undefined && to === undefined) return undefined;
  const start =
    from === undefined ? Math.min(...marks.map(({ span }) => span.start)) : spanOf(from).start;
  const end = to === undefined ? Math.max(...marks.map(({ span }) => span.end)) : spanOf(to).end;
  return end > start ? { start, end } : undefined;
}
