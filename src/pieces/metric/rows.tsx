import { formatNumber, type Language } from '../language.ts';
import type { Palette } from '../palette.ts';
import { fitText } from '../text.ts';
import { Bar } from './bar.tsx';
import { exactnessOf, type FiguresAnswer, tellFigureTime } from './figures.ts';
import { BAR_HEIGHT, layOutRows, NAME_SIZE, type Row } from './row-layout.ts';

/** A number of an axis, short: millions and billions in words. */
export function shortNumber(value: number, language: Language): string {
  if (Math.abs(value) < 100_000) return formatNumber(value, language);
  return new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB', {
    notation: 'compact',
    compactDisplay: language === 'vi' ? 'long' : 'short',
    maximumFractionDigits: 1,
  }).format(value);
}

export interface RowsProps {
  readonly answer: FiguresAnswer;
  readonly width: number;
  readonly palette: Palette;
  readonly language: Language;
  /** Draws no more than that; rows that do not fit are left out. */
  readonly most?: number;
  readonly active?: string | undefined;
  readonly wrapRow?: (row: Row, content: preact.JSX.Element) => preact.JSX.Element;
}

/** Figures as bars by unit, on scales from zero. */
export function Rows({ answer, width, palette, language, most, active, wrapRow }: RowsProps) {
  const { groups, barsFrom } = layOutRows(answer.metrics, width);
  const fits = (bottom: number): boolean => most === undefined || bottom <= most;
  return (
    <g class="figure-rows">
      {groups.map(({ unit, y, rows, axisY, ticks }) => {
        const seen = rows.filter((row) => fits(row.y + row.height + 20));
        if (seen.length === 0) return null;
        const bottom = seen.length === rows.length ? axisY : seen.at(-1)!.y + seen.at(-1)!.height;
        return (
          <g key={unit}>
            <text x={barsFrom} y={y + 16} font-size={12} font-weight="600" fill={palette.soft}>
              {fitText(answer.units[unit] ?? unit, width - barsFrom, 12)}
            </text>
            {ticks.map(({ value, x }) => (
              <g key={value}>
                <line
                  x1={x}
                  x2={x}
                  y1={y + 22}
                  y2={bottom}
                  stroke={value === 0 ? palette.soft : palette.line}
                />
                <text
                  x={Math.min(x, width - 2)}
                  y={bottom + 14}
                  font-size={10.5}
                  fill={palette.soft}
                  text-anchor={x > width - 30 ? 'end' : x < 20 ? 'start' : 'middle'}
                >
                  {shortNumber(value, language)}
                </text>
              </g>
            ))}
            {seen.map((row) => {
              const content = (
                <RowShape
                  row={row}
                  barsFrom={barsFrom}
                  width={width}
                  palette={palette}
                  language={language}
                  isActive={active === row.figure.observation.id}
                />
              );
              return (
                <g key={row.figure.statement.id}>
                  {wrapRow === undefined ? content : wrapRow(row, content)}
                </g>
              );
            })}
          </g>
        );
      })}
    </g>
  );
}

interface RowShapeProps {
  readonly row: Row;
  readonly barsFrom: number;
  readonly width: number;
  readonly palette: Palette;
  readonly language: Language;
  readonly isActive: boolean;
}

function RowShape({ row, barsFrom, width, palette, language, isActive }: RowShapeProps) {
  const { metric, figure, y, height, name, barY, bar } = row;
  const isStacked = barsFrom === 0;
  const told = `${figure.label} · ${tellFigureTime(figure, language)}`;
  return (
    <>
      {isActive && (
        <rect
          x={-4}
          y={y - 3}
          width={width + 8}
          height={height + 6}
          rx={6}
          fill={palette.accent}
          fill-opacity="0.1"
          stroke={palette.accent}
        />
      )}
      {name.map((line, at) => (
        <text
          key={line}
          x={isStacked ? 0 : barsFrom - 14}
          y={y + NAME_SIZE * (1 + 1.35 * at)}
          font-size={NAME_SIZE}
          fill={palette.ink}
          text-anchor={isStacked ? 'start' : 'end'}
        >
          {line}
        </text>
      ))}
      <Bar
        x={barsFrom}
        y={barY}
        width={bar}
        height={BAR_HEIGHT}
        exactness={exactnessOf(figure)}
        colour={palette.kind(metric.kind)}
        palette={palette}
        grows="right"
      />
      <text x={barsFrom + 2} y={barY + BAR_HEIGHT + 13} font-size={11.5} fill={palette.ink}>
        {fitText(told, width - barsFrom, 11.5)}
      </text>
    </>
  );
}
