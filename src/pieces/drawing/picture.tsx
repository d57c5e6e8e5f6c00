import type { VNode } from 'preact';
import type { Language } from '../language.ts';
import type { Palette } from '../palette.ts';
import type { Drawing, Positions } from './drawing.ts';
import { Circle, edgesPath, LABEL_SIZE, Label, Legend, legendOf } from './marks.tsx';
import { makeScene } from './scene.ts';
import { drawnCount } from './words.ts';

export interface PictureOptions {
  readonly width: number;
  readonly height: number;
  readonly language: Language;
  readonly palette: Palette;
  /** What it shows, for those who do not see it. */
  readonly title: string;
  /** Below the picture: that it is cut, say. */
  readonly note?: string | undefined;
  /** Drawn with its name and a ring. */
  readonly marked?: ReadonlySet<string>;
  /** The colour of a node, where it is not that of its kind. */
  readonly colour?: ((number: number) => string) | undefined;
}

const NOTE_ROW = 20;
/** So few edges can be drawn thicker. */
const FEW_EDGES = 60;
/** Below this height there is room for the picture only. */
const LEAST_HEIGHT_FOR_LEGEND = 200;
/** So many square pixels for each name. */
const ROOM_FOR_NAME = 13_000;

/** What a picture of a size has below it, and how much room is left for the drawing. */
export function pageOf(
  drawing: Drawing,
  { width, height, language, note }: Pick<PictureOptions, 'width' | 'height' | 'language' | 'note'>,
) {
  const legend =
    height < LEAST_HEIGHT_FOR_LEGEND
      ? { entries: [], height: 0 }
      : legendOf(drawing, width, language);
  const below = Math.min(legend.height, height / 2) + (note ? NOTE_ROW : 0);
  return { legend, height: height - below, labels: Math.round((width * height) / ROOM_FOR_NAME) };
}

/** A drawing as an `<svg>` that needs neither script nor style sheet. */
export function Picture({
  drawing,
  positions,
  options,
}: {
  readonly drawing: Drawing;
  readonly positions: Positions;
  readonly options: PictureOptions;
}): VNode {
  const { width, height, palette, language, title, note, marked } = options;
  const page = pageOf(drawing, options);
  const scene = makeScene(drawing, positions, {
    width,
    height: page.height,
    labelSize: LABEL_SIZE,
    labels: page.labels,
    ...(marked && { named: marked }),
  });
  const colour = options.colour ?? ((number: number) => palette.kind(drawing.kinds[number]!));
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={`${title}: ${drawnCount(drawing.ids.length, drawing.edges.ids.length, language)}`}
      font-family="'Be Vietnam Pro', system-ui, sans-serif"
    >
      <rect width={width} height={height} fill={palette.paper} />
      <path
        d={edgesPath(scene)}
        fill="none"
        stroke={palette.soft}
        stroke-width={scene.edges.length > FEW_EDGES ? 1 : 1.5}
        stroke-opacity={scene.edges.length > 400 ? 0.28 : 0.5}
      />
      {scene.nodes.map((node) => (
        <g key={node.number}>
          <title>{drawing.names[node.number]}</title>
          {marked?.has(drawing.ids[node.number]!) && (
            <circle
              cx={node.x}
              cy={node.y}
              r={node.radius + 3}
              fill="none"
              stroke={palette.accent}
              stroke-width="2"
            />
          )}
          <Circle node={node} colour={colour(node.number)} paper={palette.paper} />
        </g>
      ))}
      {scene.nodes.map(
        ({ number, label }) =>
          label && (
            <Label
              key={number}
              label={label}
              palette={palette}
              bold={marked?.has(drawing.ids[number]!) === true}
            />
          ),
      )}
      <Legend legend={page.legend} top={page.height} palette={palette} />
      {note && (
        <text x="16" y={height - 7} font-size="11" fill={palette.soft}>
          {note}
        </text>
      )}
    </svg>
  );
}
