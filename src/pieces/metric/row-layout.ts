import { scaleLinear } from 'd3-scale';
import { textLines } from '../text.ts';
import type { Figure, MetricFigures } from './figures.ts';

export const NAME_SIZE = 12.5;
const LINE = NAME_SIZE * 1.35;
export const BAR_HEIGHT = 16;
const SPACE = 12;
const HEAD = 26;
const AXIS = 22;
/** Beyond the bar: the point of one that is more than its number. */
const BEYOND = 16;
/** In less room than that names stand above their bars. */
const STACKED_BELOW = 620;
const NAME_LINES = 3;

export interface Row {
  readonly metric: MetricFigures;
  readonly figure: Figure;
  readonly y: number;
  readonly height: number;
  /** The name, where the row is the first of its metric. */
  readonly name: readonly string[];
  readonly barY: number;
  readonly bar: number;
}

export interface RowGroup {
  /** The unit that its rows have in common. */
  readonly unit: string;
  readonly y: number;
  readonly rows: readonly Row[];
  readonly axisY: number;
  readonly ticks: readonly { readonly value: number; readonly x: number }[];
}

export interface RowLayout {
  readonly groups: readonly RowGroup[];
  readonly barsFrom: number;
  readonly height: number;
}

/** Figures as bars, one below the other: those of one unit on one scale from zero, each metric's together, the greatest first. */
export function layOutRows(metrics: readonly MetricFigures[], width: number): RowLayout {
  const isStacked = width < STACKED_BELOW;
  const barsFrom = isStacked ? 0 : Math.round(width * 0.38);
  const nameWidth = isStacked ? width : barsFrom - 14;
  const byUnit = new Map<string, { metric: MetricFigures; figures: Figure[] }[]>();
  for (const metric of metrics) {
    for (const figure of metric.figures) {
      const group = byUnit.get(figure.unit) ?? [];
      byUnit.set(figure.unit, group);
      const own = group.find((each) => each.metric.id === metric.id);
      if (own === undefined) group.push({ metric, figures: [figure] });
      else own.figures.push(figure);
    }
  }
  let y = 0;
  const groups: RowGroup[] = [];
  for (const [unit, own] of byUnit) {
    const all = own.flatMap(({ figures }) => figures);
    const greatest = Math.max(...all.map(({ amount }) => amount), 0);
    const scale = scaleLinear([0, greatest || 1], [0, width - barsFrom - BEYOND]).nice(4);
    const start = y;
    y += HEAD;
    const rows: Row[] = [];
    const greatestOf = (each: { figures: Figure[] }): number =>
      Math.max(...each.figures.map(({ amount }) => amount));
    for (const { metric, figures } of own.toSorted((a, b) => greatestOf(b) - greatestOf(a))) {
      for (const [at, figure] of figures.entries()) {
        const name =
          at === 0
            ? textLines(metric.name, { width: nameWidth, size: NAME_SIZE, most: NAME_LINES })
            : [];
        const above = isStacked ? name.length * LINE + 3 : 0;
        const height = Math.max(above + BAR_HEIGHT + LINE + 4, name.length * LINE + 4);
        rows.push({
          metric,
          figure,
          y,
          height,
          name,
          barY: y + above + 2,
          bar: scale(figure.amount),
        });
        y += height + (at === figures.length - 1 ? SPACE : 4);
      }
    }
    const ticks = scale
      .ticks(isStacked ? 3 : 5)
      .map((value) => ({ value, x: barsFrom + scale(value) }));
    groups.push({ unit, y: start, rows, axisY: y, ticks });
    y += AXIS + SPACE;
  }
  return { groups, barsFrom, height: y };
}
