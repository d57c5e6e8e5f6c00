import { earliest, latest } from '../../util/date-bounds.ts';
import { lowerBound } from '../../util/lower-bound.ts';
import { numbersBelow } from '../../util/numbers-below.ts';
import type { TimeIndex } from './time-index.ts';

/** The time of each entity as a stretch: a date is one too, as long as its precision leaves it. */
export interface OwnTimes {
  /** Tells of an entity whether it has a time, and that lies within the two dates (ISO 8601; open where one is not given). */
  within(from: string | undefined, to: string | undefined): (node: number) => boolean;
  /** Every node whose time lies within is among these, by the beginning of their times. */
  among(from: string | undefined, to: string | undefined): Uint32Array;
}

/** Where only the start or only the end of a time is known, it stands for the whole. */
export function ownTimes({ starts, ends }: TimeIndex): OwnTimes {
  const begins = Float64Array.from(starts, (start, node) => {
    const date = start ?? ends[node]!;
    return date === null ? Number.NaN : earliest(date);
  });
  const finishes = Float64Array.from(ends, (end, node) => {
    const date = end ?? starts[node]!;
    return date === null ? Number.NaN : latest(date);
  });
  const dated = numbersBelow(begins.length)
    .filter((node) => !Number.isNaN(begins[node]!))
    .sort((a, b) => begins[a]! - begins[b]! || a - b);
  const bounds = (from: string | undefined, to: string | undefined): [number, number] => [
    from === undefined ? Number.NEGATIVE_INFINITY : earliest(from),
    to === undefined ? Number.POSITIVE_INFINITY : latest(to),
  ];
  return {
    within(from, to) {
      const [first, last] = bounds(from, to);
      // Of what would end before it begins, both are looked at, so that this and `among` agree.
      return (node) => begins[node]! >= first && begins[node]! <= last && finishes[node]! <= last;
    },
    among(from, to) {
      const [first, last] = bounds(from, to);
      return dated.subarray(
        lowerBound(dated.length, (index) => begins[dated[index]!]! < first),
        lowerBound(dated.length, (index) => begins[dated[index]!]! <= last),
      );
    },
  };
}
