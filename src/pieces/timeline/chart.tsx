import type { AxisPart, TimeScale } from '../chart/time-scale.ts';
import type { Language, Words } from '../language.ts';
import type { Palette } from '../palette.ts';
import { textWidth } from '../text.ts';
import { LABEL_SIZE, LANE, type Placed } from './layout.ts';
import type { TimelineMark } from './marks.ts';

export const AXIS = 34;
const BAR = 18;
const TICK_SIZE = 11;
/** Names along the axis are so far from each other at least. */
const APART = 8;

const words: Words<'gap'> = {
  vi: { gap: 'khoảng trống được thu ngắn' },
  en: { gap: 'an empty time, pressed together' },
};

function partLabel({ date }: AxisPart, grain: TimeScale['grain'], language: Language): string {
  if (grain === 'year') return date;
  const month = Number(date.slice(5));
  return language === 'vi'
    ? `T${month}`
    : new Date(Date.UTC(2000, month - 1, 1)).toLocaleString('en-GB', {
        month: 'short',
        timeZone: 'UTC',
      });
}

interface AxisProps {
  readonly scale: TimeScale;
  readonly height: number;
  readonly palette: Palette;
  readonly language: Language;
}

/** The axis: its years or months below, with a line at each, and what was pressed together. */
export function Axis({ scale, height, palette, language }: AxisProps) {
  const { parts } = scale;
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it can be focused
    <g class="axis" aria-hidden="true">
      {parts.map((part) => (
        <g key={part.date}>
          {part.pressed && (
            <rect
              x={part.from}
              y={0}
              width={part.to - part.from}
              height={height}
              fill={palette.line}
              opacity="0.35"
            >
              <title>{words[language].gap}</title>
            </rect>
          )}
          <line x1={part.from} x2={part.from} y1={0} y2={height} stroke={palette.line} />
        </g>
      ))}
      <line x1={0} x2={parts.at(-1)!.to} y1={height} y2={height} stroke={palette.soft} />
      <AxisLabels scale={scale} top={height} palette={palette} language={language} />
    </g>
  );
}

interface AxisLabelsProps {
  readonly scale: TimeScale;
  readonly top: number;
  readonly palette: Palette;
  readonly language: Language;
}

/** The names along an axis, in a strip that begins at `top`: none meets another, and a gap is marked where that leaves room. */
export function AxisLabels({ scale, top, palette, language }: AxisLabelsProps) {
  const { parts, grain } = scale;
  const named = namedParts(scale, language);
  let year = '';
  return (
    <>
      {parts.map((part) => {
        const middle = (part.from + part.to) / 2;
        const label = named.get(part);
        const isNewYear = grain === 'month' && part.date.slice(0, 4) !== year;
        year = part.date.slice(0, 4);
        return (
          <g key={part.date} font-size={TICK_SIZE}>
            {label !== undefined && (
              <text x={middle} y={top + 14} fill={palette.soft} text-anchor="middle">
                {label}
              </text>
            )}
            {isNewYear && (
              <text x={part.from + 2} y={top + 29} font-weight="600" fill={palette.ink}>
                {year}
              </text>
            )}
          </g>
        );
      })}
    </>
  );
}

/** What is written at which part of an axis: first the dates that stand clear of each other, then dots for gaps between them. */
export function namedParts(scale: TimeScale, language: Language): ReadonlyMap<AxisPart, string> {
  const named = new Map<AxisPart, string>();
  const taken: { readonly from: number; readonly to: number }[] = [];
  const take = (part: AxisPart, label: string): void => {
    const middle = (part.from + part.to) / 2;
    const half = textWidth(label, TICK_SIZE) / 2;
    const [from, to] = [middle - half - APART / 2, middle + half + APART / 2];
    if (taken.some((other) => from < other.to && to > other.from)) return;
    taken.push({ from, to });
    named.set(part, label);
  };
  for (const part of scale.parts) {
    if (!part.pressed) take(part, partLabel(part, scale.grain, language));
  }
  for (const part of scale.parts) if (part.pressed) take(part, '⋯');
  return named;
}

interface MarkShapeProps {
  readonly placed: Placed<TimelineMark>;
  readonly palette: Palette;
  readonly isActive?: boolean;
}

/** A mark with its label: a dot for a moment, a bar for a longer time, a hollow bar for once at some time within it. */
export function MarkShape({ placed, palette, isActive = false }: MarkShapeProps) {
  const { mark, left, right, label, labelAt, side, isFromBefore, isGoingOn } = placed;
  const colour = palette.kind(mark.subject.kind);
  const middle = LANE / 2;
  const width = right - left;
  const isDay = mark.sort === 'at' && mark.from.length >= 'yyyy-mm-dd'.length;
  const shape =
    isDay && width <= 11 ? (
      <circle cx={left + width / 2} cy={middle} r={5} fill={colour} />
    ) : mark.sort === 'within' ? (
      <rect
        x={left + 0.75}
        y={middle - BAR / 2 + 0.75}
        width={Math.max(1, width - 1.5)}
        height={BAR - 1.5}
        rx={4}
        fill={palette.paper}
        stroke={colour}
        stroke-width="1.5"
        stroke-dasharray="4 3"
      />
    ) : (
      <g>
        <rect
          x={left}
          y={middle - BAR / 2}
          width={width}
          height={BAR}
          rx={4}
          fill={colour}
          opacity="0.2"
        />
        {!isFromBefore && (
          <rect
            x={left}
            y={middle - BAR / 2}
            width={Math.min(4, width)}
            height={BAR}
            rx={2}
            fill={colour}
          />
        )}
        {mark.sort === 'through' && !isGoingOn && (
          <rect
            x={right - Math.min(4, width)}
            y={middle - BAR / 2}
            width={Math.min(4, width)}
            height={BAR}
            rx={2}
            fill={colour}
          />
        )}
      </g>
    );
  return (
    <>
      {isActive && (
        <rect
          x={placed.from - 4}
          y={1}
          width={placed.to - placed.from + 8}
          height={LANE - 2}
          rx={5}
          fill={palette.accent}
          fill-opacity="0.12"
          stroke={palette.accent}
        />
      )}
      {shape}
      <text
        x={side === 'inside' ? labelAt + 3 : labelAt}
        y={middle + LABEL_SIZE * 0.36}
        font-size={LABEL_SIZE}
        fill={palette.ink}
        text-anchor={side === 'left' ? 'end' : 'start'}
      >
        {label}
      </text>
    </>
  );
}
