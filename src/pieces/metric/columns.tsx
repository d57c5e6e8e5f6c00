import { scaleBand, scaleLinear } from 'd3-scale';
import type { Language } from '../language.ts';
import type { Palette } from '../palette.ts';
import { fitText, textWidth } from '../text.ts';
import { Bar } from './bar.tsx';
import { exactnessOf, type Figure, type MetricFigures, tellFigureTime } from './figures.ts';
import { shortNumber } from './rows.tsx';

const SIZE = 11;
const TOP = 22;
const BOTTOM = 22;

export interface ColumnsProps {
  readonly metric: MetricFigures;
  readonly width: number;
  readonly height: number;
  readonly palette: Palette;
  readonly language: Language;
  readonly active?: string | undefined;
  readonly wrapColumn?: (
    figure: Figure,
    at: number,
    content: preact.JSX.Element,
  ) => preact.JSX.Element;
}

/** The figures of one metric in the order of their times, as columns from zero. */
export function Columns({
  metric,
  width,
  height,
  palette,
  language,
  active,
  wrapColumn,
}: ColumnsProps) {
  const { figures } = metric;
  const inner = Math.max(20, height - TOP - BOTTOM);
  const greatest = Math.max(...figures.map(({ amount }) => amount), 0);
  const value = scaleLinear([0, greatest || 1], [inner, 0]).nice(4);
  const ticks = value.ticks(Math.max(2, Math.min(5, Math.floor(inner / 40))));
  const left = Math.max(...ticks.map((tick) => textWidth(shortNumber(tick, language), SIZE))) + 8;
  const band = scaleBand(
    figures.map((_, at) => at),
    [left, width],
  )
    .paddingInner(0.35)
    .paddingOuter(0.2);
  const wide = Math.min(band.bandwidth(), 72);
  // Where columns stand close, only every n-th is named.
  const each = Math.ceil(70 / Math.max(1, band.step()));
  return (
    <g class="figure-columns" transform={`translate(0 ${TOP})`}>
      {ticks.map((tick) => (
        <g key={tick}>
          <line
            x1={left}
            x2={width}
            y1={value(tick)}
            y2={value(tick)}
            stroke={tick === 0 ? palette.soft : palette.line}
          />
          <text
            x={left - 6}
            y={value(tick) + 4}
            font-size={SIZE}
            fill={palette.soft}
            text-anchor="end"
          >
            {shortNumber(tick, language)}
          </text>
        </g>
      ))}
      {figures.map((figure, at) => {
        const middle = band(at)! + band.bandwidth() / 2;
        const top = value(figure.amount);
        const room = band.step() * each - 4;
        const isNamed = at % each === 0;
        const content = (
          <>
            {active === figure.observation.id && (
              <rect
                x={middle - band.step() / 2 + 2}
                y={-TOP + 2}
                width={band.step() - 4}
                height={height - 4}
                rx={6}
                fill={palette.accent}
                fill-opacity="0.1"
                stroke={palette.accent}
              />
            )}
            <Bar
              x={middle - wide / 2}
              y={top}
              width={wide}
              height={inner - top}
              exactness={exactnessOf(figure)}
              colour={palette.kind(metric.kind)}
              palette={palette}
              grows="up"
            />
            {isNamed && (
              <>
                <text
                  x={middle}
                  y={top - (exactnessOf(figure) === 'over' ? 14 : 6)}
                  font-size={SIZE + 1}
                  font-weight="600"
                  fill={palette.ink}
                  text-anchor="middle"
                >
                  {fitText(figure.label, room, SIZE + 1)}
                </text>
                <text
                  x={middle}
                  y={inner + 15}
                  font-size={SIZE}
                  fill={palette.soft}
                  text-anchor="middle"
                >
                  {fitText(tellFigureTime(figure, language), room, SIZE)}
                </text>
              </>
            )}
          </>
        );
        return (
          <g key={figure.statement.id}>
            {wrapColumn === undefined ? content : wrapColumn(figure, at, content)}
          </g>
        );
      })}
    </g>
  );
}
