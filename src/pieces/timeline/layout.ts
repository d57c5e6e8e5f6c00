import { assignLanes } from '../chart/lanes.ts';
import type { TimeSpan } from '../chart/moments.ts';
import type { TimeScale } from '../chart/time-scale.ts';
import { fitText, textWidth } from '../text.ts';

export const LANE = 26;
export const LABEL_SIZE = 12;
const LEAST = 10;
const GAP = 5;
const SPACE = 10;
/** A label is no wider than that, so that one long name does not take a lane for itself. */
const LABEL_WIDTH = 210;

/** Where a mark lies: its bar from `left` to `right`, its label at `labelAt`, both in a lane. */
export interface Placed<Mark> {
  readonly mark: Mark;
  readonly left: number;
  readonly right: number;
  readonly lane: number;
  readonly label: string;
  readonly labelAt: number;
  readonly side: 'left' | 'right' | 'inside';
  /** Whether it began before the axis does, or goes on beyond it. */
  readonly isFromBefore: boolean;
  readonly isGoingOn: boolean;
  /** The room that bar and label take, which no other has. */
  readonly from: number;
  readonly to: number;
}

export interface TimelineLayout<Mark> {
  readonly placed: readonly Placed<Mark>[];
  readonly lanes: number;
}

interface Markable {
  readonly span: TimeSpan;
  readonly label: string;
}

function place<Mark extends Markable>(
  mark: Mark,
  scale: TimeScale,
  width: number,
): Omit<Placed<Mark>, 'lane'> {
  const [begin, finish] = [scale.at(mark.span.start), scale.at(mark.span.end)];
  const { parts } = scale;
  const beyond = {
    isFromBefore: mark.span.start < parts[0]!.start,
    isGoingOn: mark.span.end > parts.at(-1)!.end,
  };
  const middle = Math.min(Math.max((begin + finish) / 2, LEAST / 2), width - LEAST / 2);
  const isPoint = finish - begin < LEAST;
  const left = isPoint ? middle - LEAST / 2 : begin;
  const right = isPoint ? middle + LEAST / 2 : finish;
  const wanted = Math.min(LABEL_WIDTH, textWidth(mark.label, LABEL_SIZE));
  if (right - left >= wanted + 2 * GAP) {
    const label = fitText(mark.label, right - left - 2 * GAP, LABEL_SIZE);
    return {
      mark,
      ...beyond,
      left,
      right,
      label,
      labelAt: left + GAP,
      side: 'inside',
      from: left,
      to: right,
    };
  }
  const [roomRight, roomLeft] = [width - right - GAP, left - GAP];
  const side = roomRight >= wanted || roomRight >= roomLeft ? 'right' : 'left';
  const label = fitText(
    mark.label,
    Math.min(LABEL_WIDTH, Math.max(0, side === 'right' ? roomRight : roomLeft)),
    LABEL_SIZE,
  );
  const taken = label === '' ? 0 : textWidth(label, LABEL_SIZE) + GAP;
  return side === 'right'
    ? {
        mark,
        ...beyond,
        left,
        right,
        label,
        labelAt: right + GAP,
        side,
        from: left,
        to: right + taken,
      }
    : {
        mark,
        ...beyond,
        left,
        right,
        label,
        labelAt: left - GAP,
        side,
        from: left - taken,
        to: right,
      };
}

/** Places marks along a scale, each with its label beside or in it, in lanes where none meets another. */
export function layOutMarks<Mark extends Markable>(
  marks: readonly Mark[],
  scale: TimeScale,
  width: number,
): TimelineLayout<Mark> {
  const places = marks.map((mark) => place(mark, scale, width));
  const lanes = assignLanes(places, SPACE);
  return {
    placed: places.map((each, at) => ({ ...each, lane: lanes[at]! })),
    lanes: lanes.reduce((most, lane) => Math.max(most, lane + 1), 0),
  };
}
