import { scaleBand, scaleLinear } from 'd3-scale';
import { useState } from 'preact/hooks';
import { operations } from '../../../client/index.ts';
import { citationsOf } from '../../../pieces/chart/cited.ts';
import { Citations } from '../../../pieces/citations.tsx';
import { EntityName } from '../../../pieces/entity-name.tsx';
import { formatNumber, type Words } from '../../../pieces/language.ts';
import { levelColour } from '../../../pieces/map/drawing.tsx';
import { hatch } from '../../../pieces/metric/bar.tsx';
import { livePalette } from '../../../pieces/palette.ts';
import { Answer } from '../../parts/answer.tsx';
import { Truncated } from '../../parts/truncated.tsx';
import { language, view } from '../../state/explorer.ts';
import { useAnswer } from '../../state/use-answer.ts';
import { stackRows } from './stack.ts';

const words: Words<'title' | 'chart' | 'undated' | 'within' | 'each' | 'empty'> = {
  vi: {
    title: 'Quan hệ đối tác theo cấp độ và năm',
    chart: 'Số quan hệ được thiết lập hoặc nâng cấp mỗi năm, theo cấp độ',
    undated: 'không rõ năm',
    within: 'Cột gạch chéo: vào lúc nào đó trong khoảng, nguồn không nêu năm nào.',
    each: 'Từng quan hệ, kèm nguồn',
    empty: 'Tính đến thời điểm này, dữ liệu chưa nêu quan hệ đối tác nào.',
  },
  en: {
    title: 'Partnerships by level and year',
    chart: 'How many relations were established or raised each year, by level',
    undated: 'no year stated',
    within: 'Hatched: at some time within the stretch; no source says in which year.',
    each: 'Each relation, with its source',
    empty: 'As of this date, the data states no partnerships yet.',
  },
};

const HEIGHT = 260;
const [LEFT, TOP, BOTTOM] = [34, 22, 26];
const WIDEST = 110;

/** How many relations were established or raised each year, by the level that they reached; then each with its citation. */
export function Partnerships({ width }: { readonly width: number }) {
  const say = words[language.value];
  const asOf = view.value.asOf ?? null;
  const counted = useAnswer(operations.PartnershipsByLevelAndYear, { asOf });
  const told = useAnswer(operations.PartnershipMap, { asOf });
  return (
    <section>
      <h2>{say.title}</h2>
      <Answer
        of={counted}
        isEmpty={({ aggregate }) => aggregate.rows.length === 0}
        empty={say.empty}
      >
        {({ aggregate: { rows, totalCount } }) => (
          <>
            <Stacked rows={rows} told={told.data} width={width} />
            <Truncated shown={rows.length} of={totalCount} />
          </>
        )}
      </Answer>
    </section>
  );
}

interface StackedProps {
  readonly rows: operations.PartnershipsByLevelAndYearQuery['aggregate']['rows'];
  readonly told: operations.PartnershipMapQuery | undefined;
  readonly width: number;
}

function Stacked({ rows, told, width: room }: StackedProps) {
  const lang = language.value;
  const say = words[lang];
  const [pointed, setPointed] = useState<string>();
  const known = told?.ontology.vocabularies.find(({ name }) => name === 'partnershipLevel')?.terms;
  const labels = new Map(rows.map(({ group1, label1 }) => [group1 ?? '', label1 ?? '']));
  const levels = known?.map(({ name }) => name) ?? [...labels.keys()];
  const columns = stackRows(rows, levels);
  const width = Math.min(room, 2 * LEFT + columns.length * 190);
  const timeOf = (time: string | null): string => time?.replace('/', '–') ?? say.undated;
  const inner = HEIGHT - TOP - BOTTOM;
  const value = scaleLinear([0, Math.max(...columns.map(({ total }) => total))], [inner, 0]).nice(
    4,
  );
  const ticks = value.ticks(4).filter(Number.isInteger);
  const band = scaleBand(
    columns.map(({ time }) => timeOf(time)),
    [LEFT, width],
  ).padding(0.3);
  const wide = Math.min(WIDEST, band.bandwidth());
  const colour = (level: string): string =>
    levelColour(levels.indexOf(level), levels.length, livePalette);
  return (
    <div class="chart">
      <svg
        width={width}
        height={HEIGHT}
        viewBox={`0 0 ${width} ${HEIGHT}`}
        role="img"
        aria-label={`${say.chart}. ${columns
          .map(
            ({ time, parts }) =>
              `${timeOf(time)}: ${parts.map(({ level, from, to }) => `${labels.get(level)} ${to - from}`).join(', ')}`,
          )
          .join('. ')}`}
      >
        <g transform={`translate(0 ${TOP})`}>
          {ticks.map((tick) => (
            <g key={tick}>
              <line
                x1={LEFT}
                x2={width}
                y1={value(tick)}
                y2={value(tick)}
                stroke={tick === 0 ? livePalette.soft : livePalette.line}
              />
              <text
                x={LEFT - 8}
                y={value(tick) + 4}
                font-size={11}
                fill={livePalette.soft}
                text-anchor="end"
              >
                {formatNumber(tick, lang)}
              </text>
            </g>
          ))}
          {columns.map(({ time, parts, total }) => {
            const middle = band(timeOf(time))! + band.bandwidth() / 2;
            const x = middle - wide / 2;
            return (
              <g key={timeOf(time)} onPointerEnter={() => setPointed(timeOf(time))}>
                {parts.map(({ level, from, to }) => {
                  const [y, height] = [value(to), value(from) - value(to)];
                  return (
                    <g key={level}>
                      <rect
                        x={x}
                        y={y}
                        width={wide}
                        height={height}
                        fill={colour(level)}
                        fill-opacity={time?.includes('/') ? 0.3 : 1}
                        stroke={livePalette.paper}
                      />
                      {time?.includes('/') && (
                        <path
                          d={hatch(x, y, wide, height)}
                          stroke={colour(level)}
                          stroke-width={2}
                        />
                      )}
                      <title>{`${timeOf(time)}, ${labels.get(level)}: ${to - from}`}</title>
                    </g>
                  );
                })}
                <text
                  x={middle}
                  y={value(total) - 6}
                  font-size={12}
                  font-weight="600"
                  fill={livePalette.ink}
                  text-anchor="middle"
                >
                  {formatNumber(total, lang)}
                </text>
                <text
                  x={middle}
                  y={inner + 17}
                  font-size={12}
                  fill={livePalette.soft}
                  text-anchor="middle"
                >
                  {timeOf(time)}
                </text>
                {pointed === timeOf(time) && (
                  <rect
                    x={x - 4}
                    y={value(total) - 20}
                    width={wide + 8}
                    height={inner - value(total) + 42}
                    rx={5}
                    fill="none"
                    stroke={livePalette.accent}
                  />
                )}
              </g>
            );
          })}
        </g>
      </svg>
      <ul class="chart-key">
        {levels
          .filter((level) => labels.has(level))
          .toReversed()
          .map((level) => (
            <li key={level}>
              <svg width="14" height="14" aria-hidden="true">
                <rect width="14" height="14" rx="3" fill={colour(level)} />
              </svg>
              {labels.get(level)}
            </li>
          ))}
      </ul>
      {columns.some(({ time }) => time?.includes('/')) && <p class="chart-note">{say.within}</p>}
      {told !== undefined && (
        <details class="chart-twin">
          <summary>{say.each}</summary>
          <ul class="figure-steps">
            {told.partnerships.nodes.map((step) => (
              <li key={step.id}>
                <EntityName entity={step} />
                <Citations citations={citationsOf(step.statements.nodes)} language={lang} />
              </li>
            ))}
          </ul>
          <Truncated shown={told.partnerships.nodes.length} of={told.partnerships.totalCount} />
        </details>
      )}
    </div>
  );
}
