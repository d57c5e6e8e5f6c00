import { monthStart, type TimeSpan, yearOf } from './moments.ts';

/** A stretch of the axis: a year or a month, or a longer time in which nothing lies. */
export interface AxisPart extends TimeSpan {
  /** `2021` or `2021-12`; of an empty stretch, its first year or month. */
  readonly date: string;
  readonly from: number;
  readonly to: number;
  /** Whether it stands for a longer empty time, pressed together. */
  readonly pressed: boolean;
}

/** Where moments lie on a line of some width. */
export interface TimeScale {
  /** The place of a moment; moments outside lie at the ends. */
  readonly at: (time: number) => number;
  /** The moment at a place. */
  readonly when: (place: number) => number;
  readonly parts: readonly AxisPart[];
  readonly grain: 'year' | 'month';
}

/** Up to so many years the parts are months. */
const MONTHS_UP_TO = 4;
/** Empty times of at least so many parts in a row are pressed together. */
const PRESSED_FROM = 3;
const PRESSED_WIDTH = 26;
/** Stretches of more parts than that count for their first and last alone, so that a long one does not open the axis up. */
const LONG = 3;

interface Part extends TimeSpan {
  readonly date: string;
  count: number;
  many: number;
}

function partsBetween(start: number, end: number, grain: 'year' | 'month'): Part[] {
  const parts: Part[] = [];
  const step = grain === 'year' ? 12 : 1;
  const firstYear = yearOf(start);
  let month = grain === 'year' ? 0 : new Date(start).getUTCMonth();
  for (;;) {
    const from = monthStart(firstYear, month);
    if (from >= end && parts.length > 0) return parts;
    const year = String(yearOf(from)).padStart(4, '0');
    const date = grain === 'year' ? year : `${year}-${String((month % 12) + 1).padStart(2, '0')}`;
    month += step;
    parts.push({ date, start: from, end: monthStart(firstYear, month), count: 0, many: 1 });
  }
}

/** Parts with how much lies in each; empty ones that follow one another become one. */
function weigh(parts: readonly Part[], spans: readonly TimeSpan[]): Part[] {
  for (const { start, end } of spans) {
    const touched = parts.filter((part) => part.start < end && part.end > start);
    const counted = touched.length > LONG ? [touched[0]!, touched.at(-1)!] : touched;
    for (const part of counted) part.count++;
  }
  const pressed: Part[] = [];
  for (const part of parts) {
    const last = pressed.at(-1);
    if (part.count === 0 && last?.count === 0) {
      pressed[pressed.length - 1] = { ...last, end: part.end, many: last.many + 1 };
    } else pressed.push(part);
  }
  return pressed;
}

/**
 * A scale for times that lie unevenly, as dates in articles do: parts in which much happens are wider, and long empty times are
 * pressed together and marked. Within a part time runs evenly.
 */
export function createTimeScale(
  spans: readonly TimeSpan[],
  width: number,
  domain?: TimeSpan,
): TimeScale {
  const start = domain?.start ?? Math.min(...spans.map((span) => span.start));
  const end = domain?.end ?? Math.max(...spans.map((span) => span.end));
  const grain = yearOf(end - 1) - yearOf(start) < MONTHS_UP_TO ? 'month' : 'year';
  const weighed = weigh(partsBetween(start, end, grain), spans);
  const isPressed = (part: Part): boolean => part.count === 0 && part.many >= PRESSED_FROM;
  const weight = ({ count, many }: Part): number =>
    count === 0 ? 0.6 * many : 1 + Math.log2(1 + count);

  const pressedCount = weighed.filter(isPressed).length;
  const pressedWidth = Math.min(PRESSED_WIDTH, (0.4 * width) / Math.max(1, pressedCount));
  const open = weighed.filter((part) => !isPressed(part));
  const unit =
    (width - pressedCount * pressedWidth) / open.reduce((sum, part) => sum + weight(part), 0);
  const parts: AxisPart[] = [];
  let from = 0;
  for (const part of weighed) {
    const pressed = isPressed(part);
    const to = from + (pressed ? pressedWidth : weight(part) * unit);
    parts.push({ date: part.date, start: part.start, end: part.end, from, to, pressed });
    from = to;
  }

  const within = (value: number, low: number, high: number): number =>
    Math.min(Math.max(value, low), high);
  const last = parts.at(-1)!;
  return {
    parts,
    grain,
    at(time) {
      const moment = within(time, parts[0]!.start, last.end);
      const part = parts.find((each) => moment < each.end) ?? last;
      return part.from + ((moment - part.start) / (part.end - part.start)) * (part.to - part.from);
    },
    when(place) {
      const point = within(place, 0, last.to);
      const part = parts.find((each) => point < each.to) ?? last;
      return part.start + ((point - part.from) / (part.to - part.from)) * (part.end - part.start);
    },
  };
}
