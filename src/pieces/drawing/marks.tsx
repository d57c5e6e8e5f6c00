import type { VNode } from 'preact';
import { type Family, families, familyOf } from '../kinds.ts';
import { formatNumber, type Language } from '../language.ts';
import type { Palette } from '../palette.ts';
import { textWidth } from '../text.ts';
import type { Drawing } from './drawing.ts';
import type { Scene, SceneEdge, SceneNode } from './scene.ts';

import { familyLabels } from './words.ts';

export const LABEL_SIZE = 12;
const LEGEND_SIZE = 11;
const LEGEND_ROW = 18;
const DOT = 14;
/** Where a legend begins, so that its dots stand below the title of a picture. */
const LEGEND_START = 21;
const BETWEEN = 16;

const short = (coordinate: number): number => Math.round(coordinate * 10) / 10;

/** The line of an edge with its arrow, as a path. */
export function edgePath({ from, to }: SceneEdge): string {
  const [x1, y1, x2, y2] = [...from, ...to].map(short) as [number, number, number, number];
  const angle = Math.atan2(y2 - y1, x2 - x1);
  const barb = (turn: number): string =>
    `L${short(x2 - 5 * Math.cos(angle + turn))} ${short(y2 - 5 * Math.sin(angle + turn))}`;
  return `M${x1} ${y1}L${x2} ${y2}${barb(0.45)}M${x2} ${y2}${barb(-0.45)}`;
}

/** A node with no more about it than its circle. */
export function Circle({
  node: { x, y, radius },
  colour,
  paper,
}: {
  readonly node: SceneNode;
  readonly colour: string;
  readonly paper: string;
}) {
  return (
    <circle
      cx={short(x)}
      cy={short(y)}
      r={short(radius)}
      fill={colour}
      stroke={paper}
      stroke-width="1"
    />
  );
}

/** A name with a rim in the colour of the paper, so that it can be read on top of lines. */
export function Label({
  label,
  palette,
  bold = false,
}: {
  readonly label: NonNullable<SceneNode['label']>;
  readonly palette: Palette;
  readonly bold?: boolean;
}) {
  const place = {
    x: short(label.x),
    y: short(label.y + LABEL_SIZE * 0.35),
    'text-anchor': 'middle',
    'font-size': LABEL_SIZE,
    ...(bold && { 'font-weight': '600' }),
  } as const;
  // Twice, since not everything that draws SVG knows `paint-order`.
  return (
    <>
      <text
        {...place}
        fill="none"
        stroke={palette.paper}
        stroke-width="3.5"
        stroke-linejoin="round"
      >
        {label.text}
      </text>
      <text {...place} fill={palette.ink}>
        {label.text}
      </text>
    </>
  );
}

/** Where each entry of a legend goes, in rows of a width; and how high they are. */
export function legendOf(drawing: Drawing, width: number, language: Language) {
  const counts = new Map<Family, number>();
  for (const kind of drawing.kinds) {
    const family = familyOf(kind);
    counts.set(family, (counts.get(family) ?? 0) + 1);
  }
  let [x, row] = [LEGEND_START, 0];
  const entries = (Object.keys(families) as Family[])
    .filter((family) => counts.has(family))
    .map((family) => {
      const text = `${familyLabels[language][family]} (${formatNumber(counts.get(family)!, language)})`;
      const needed = DOT + textWidth(text, LEGEND_SIZE) + BETWEEN;
      if (x > LEGEND_START && x + needed > width) [x, row] = [LEGEND_START, row + 1];
      const place = { family, text, x, y: row * LEGEND_ROW };
      x += needed;
      return place;
    });
  return { entries, height: entries.length === 0 ? 0 : (row + 1) * LEGEND_ROW + 8 };
}

/** The colours of the kinds that are drawn, below the picture. */
export function Legend({
  legend,
  top,
  palette,
}: {
  readonly legend: ReturnType<typeof legendOf>;
  readonly top: number;
  readonly palette: Palette;
}): VNode {
  return (
    <g font-size={LEGEND_SIZE} fill={palette.soft}>
      {legend.entries.map(({ family, text, x, y }) => (
        <g key={family}>
          <circle
            cx={short(x)}
            cy={top + y + LEGEND_ROW / 2}
            r="5"
            fill={palette.kind(families[family].kinds[0])}
          />
          <text x={short(x + 10)} y={top + y + LEGEND_ROW / 2 + 4}>
            {text}
          </text>
        </g>
      ))}
    </g>
  );
}

/** All edges of a scene as one path, for pictures where no edge is to be chosen. */
export const edgesPath = (scene: Scene): string => scene.edges.map(edgePath).join('');
