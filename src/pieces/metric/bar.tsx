import type { Palette } from '../palette.ts';
import type { Exactness } from './figures.ts';

const HATCH = 6;
const POINT = 7;

/** Slanting lines within a rectangle, each cut where it meets an edge: as a path, for patterns are not drawn everywhere. */
export function hatch(x: number, y: number, width: number, height: number): string {
  const lines: string[] = [];
  for (let at = HATCH / 2; at < width + height; at += HATCH) {
    const [left, right] = [Math.max(0, at - height), Math.min(width, at)];
    if (right - left < 0.5) continue;
    lines.push(`M${x + left} ${y + at - left}L${x + right} ${y + at - right}`);
  }
  return lines.join('');
}

interface BarProps {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly exactness: Exactness;
  readonly colour: string;
  readonly palette: Palette;
  /** Which way it grows from zero. */
  readonly grows: 'right' | 'up';
}

/**
 * A bar that tells how exact its end is: filled for a number that is exact; filled with an open point beyond for more than it;
 * hatched for about it, and hatched with a firm edge that is not reached for nearly it.
 */
export function Bar({ x, y, width, height, exactness, colour, palette, grows }: BarProps) {
  const [w, h] = [Math.max(0, width), Math.max(0, height)];
  const isHatched = exactness === 'about' || exactness === 'under';
  const end =
    grows === 'right'
      ? { x1: x + w, x2: x + w, y1: y - 2, y2: y + h + 2 }
      : { x1: x - 2, x2: x + w + 2, y1: y, y2: y };
  const point =
    grows === 'right'
      ? `M${x + w + 3} ${y + h * 0.2}L${x + w + 3 + POINT} ${y + h / 2}L${x + w + 3} ${y + h * 0.8}`
      : `M${x + w * 0.3} ${y - 3}L${x + w / 2} ${y - 3 - POINT}L${x + w * 0.7} ${y - 3}`;
  return (
    <g class={`bar ${exactness}`}>
      <rect
        x={x}
        y={y}
        width={w}
        height={h}
        rx={2}
        fill={colour}
        fill-opacity={isHatched ? 0.22 : 1}
      />
      {isHatched && <path d={hatch(x, y, w, h)} stroke={colour} stroke-width={1.6} />}
      {isHatched && (
        <rect
          x={x}
          y={y}
          width={w}
          height={h}
          rx={2}
          fill="none"
          stroke={colour}
          stroke-width={1}
          stroke-dasharray={exactness === 'about' ? '3 3' : undefined}
        />
      )}
      {exactness === 'under' && <line {...end} stroke={palette.ink} stroke-width={1.5} />}
      {exactness === 'over' && (
        <path
          d={point}
          fill="none"
          stroke={colour}
          stroke-width={2}
          stroke-linecap="round"
          stroke-linejoin="round"
        />
      )}
    </g>
  );
}
