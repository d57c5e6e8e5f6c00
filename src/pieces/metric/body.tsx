import { useState } from 'preact/hooks';
import { citationsOf } from '../chart/cited.ts';
import { Detail } from '../chart/detail.tsx';
import { Selecting } from '../chart/links.tsx';
import { Citations } from '../citations.tsx';
import { EntityName } from '../entity-name.tsx';
import type { Language, Words } from '../language.ts';
import { livePalette } from '../palette.ts';
import type { BodyProps } from '../piece.ts';
import { Columns } from './columns.tsx';
import { type Figure, type FiguresAnswer, type MetricFigures, tellFigureTime } from './figures.ts';
import { layOutRows } from './row-layout.ts';
import { Rows } from './rows.tsx';

const words: Words<
  | 'hint'
  | 'asTable'
  | 'chart'
  | 'metric'
  | 'time'
  | 'figure'
  | 'scope'
  | 'cited'
  | 'exact'
  | 'over'
  | 'under'
  | 'about'
> = {
  vi: {
    hint: 'Chỉ vào hoặc chọn một số liệu để xem câu nêu số liệu ấy và nguồn.',
    asTable: 'Xem dưới dạng bảng',
    chart: 'Biểu đồ số liệu; phím mũi tên chuyển giữa các số liệu, Enter để mở',
    metric: 'Chỉ số',
    time: 'Thời gian',
    figure: 'Số liệu',
    scope: 'Phạm vi',
    cited: 'Nguồn',
    exact: 'đúng số ấy',
    over: 'hơn, ít nhất',
    under: 'gần',
    about: 'khoảng, cỡ',
  },
  en: {
    hint: 'Point at a figure, or choose one, to read the sentence and where it is said.',
    asTable: 'Read as a table',
    chart: 'Chart of figures; arrow keys move between them, Enter opens one',
    metric: 'Metric',
    time: 'Time',
    figure: 'Figure',
    scope: 'Scope',
    cited: 'Source',
    exact: 'that very number',
    over: 'over, at least',
    under: 'nearly',
    about: 'about, on the order of',
  },
};

/** Figures as people use them: a single one large, those of one metric as columns, those of several as bars by unit. */
export function MetricBody({ answer, settings, selected, select }: BodyProps<FiguresAnswer>) {
  const { metrics } = answer;
  const [first] = metrics;
  if (first === undefined) return null;
  const isOne = metrics.length === 1;
  return (
    <Selecting select={select}>
      <div class="chart metric">
        {isOne && first.figures.length === 1 ? (
          <SingleFigure metric={first} language={settings.lang} />
        ) : (
          <FiguresChart answer={answer} settings={settings} selected={selected} select={select} />
        )}
        <FiguresTable metrics={metrics} language={settings.lang} />
      </div>
    </Selecting>
  );
}

interface SingleFigureProps {
  readonly metric: MetricFigures;
  readonly language: Language;
}

/** One figure, large. */
export function SingleFigure({ metric, language }: SingleFigureProps) {
  const figure = metric.figures[0]!;
  return (
    <div class="single-figure">
      <p class="single-name">
        <EntityName entity={metric} />
      </p>
      <p class="single-number">{figure.label}</p>
      <p class="single-time">{[tellFigureTime(figure, language), ...figure.scope].join(' · ')}</p>
      <Citations citations={figure.statement.citations} language={language} />
    </div>
  );
}

function FiguresChart({ answer, settings, selected, select }: BodyProps<FiguresAnswer>) {
  const { lang, width } = settings;
  const say = words[lang];
  const { metrics } = answer;
  const [pointed, setPointed] = useState<string>();
  const isSeries = metrics.length === 1;
  const all = isSeries
    ? metrics[0]!.figures.map((figure) => ({ metric: metrics[0]!, figure }))
    : layOutRows(metrics, width).groups.flatMap(({ rows }) => rows);
  const isChosen = ({ observation, statement }: Figure): boolean =>
    observation.id === selected || statement.id === selected;
  const active =
    all.find(({ figure }) => figure.observation.id === pointed) ??
    all.find(({ figure }) => isChosen(figure));
  const reachable = active ?? all[0];
  /** A few columns need no more room than that. */
  const wide = isSeries ? Math.min(width, 120 + 150 * all.length) : width;
  const height = isSeries
    ? Math.min(360, Math.max(220, Math.round(width * 0.5)))
    : layOutRows(metrics, width).height;

  const button = (figure: Figure, content: preact.JSX.Element, target?: preact.JSX.Element) => {
    const at = all.findIndex((each) => each.figure === figure);
    const moveTo = (to: number, element: Element): void => {
      const next = all[Math.min(Math.max(to, 0), all.length - 1)]!.figure;
      setPointed(next.observation.id);
      element
        .closest('svg')
        ?.querySelector<SVGElement>(`[data-id="${next.observation.id}"]`)
        ?.focus();
    };
    return (
      // biome-ignore lint/a11y/useSemanticElements: there are no buttons within a drawing
      <g
        class="figure-mark"
        data-id={figure.observation.id}
        role="button"
        tabIndex={figure === reachable?.figure ? 0 : -1}
        aria-label={`${tellFigureTime(figure, lang)}: ${figure.statement.text}`}
        aria-pressed={isChosen(figure)}
        onPointerEnter={() => setPointed(figure.observation.id)}
        onFocus={() => setPointed(figure.observation.id)}
        onClick={() => select?.(figure.observation.id)}
        onKeyDown={(event) => {
          const { key, currentTarget } = event;
          if (key === 'ArrowRight' || key === 'ArrowDown') moveTo(at + 1, currentTarget);
          else if (key === 'ArrowLeft' || key === 'ArrowUp') moveTo(at - 1, currentTarget);
          else if (key === 'Home') moveTo(0, currentTarget);
          else if (key === 'End') moveTo(all.length - 1, currentTarget);
          else if (key === 'Enter' || key === ' ') select?.(figure.observation.id);
          else return;
          event.preventDefault();
        }}
      >
        {target}
        {content}
        <title>{`${tellFigureTime(figure, lang)}: ${figure.statement.text}`}</title>
      </g>
    );
  };

  return (
    <>
      {isSeries && (
        <p class="single-name">
          <EntityName entity={metrics[0]!} />
        </p>
      )}
      {/* biome-ignore lint/a11y/useSemanticElements: a drawing holds no fieldset */}
      <svg
        class="metric-chart"
        width={wide}
        height={height}
        viewBox={`-6 0 ${wide + 12} ${height}`}
        role="group"
        aria-label={say.chart}
      >
        {isSeries ? (
          <Columns
            metric={metrics[0]!}
            width={wide}
            height={height}
            palette={livePalette}
            language={lang}
            active={active?.figure.observation.id}
            wrapColumn={(figure, _at, content) => button(figure, content)}
          />
        ) : (
          <Rows
            answer={answer}
            width={width}
            palette={livePalette}
            language={lang}
            active={active?.figure.observation.id}
            wrapRow={(row, content) =>
              button(
                row.figure,
                content,
                <rect x={0} y={row.y} width={width} height={row.height} fill="transparent" />,
              )
            }
          />
        )}
      </svg>
      <div class="chart-aside">
        {active === undefined ? (
          <p class="chart-hint">{say.hint}</p>
        ) : (
          <Detail
            language={lang}
            entity={active.figure.observation}
            lead={`${active.figure.label}, ${tellFigureTime(active.figure, lang)}`}
            statements={[active.figure.statement]}
          >
            {active.figure.scope.length > 0 && (
              <p class="chart-detail-text">
                {say.scope}: {active.figure.scope.join('; ')}
              </p>
            )}
          </Detail>
        )}
        <ul class="chart-key" aria-hidden="true">
          {(['exact', 'over', 'under', 'about'] as const).map((exactness) => (
            <li key={exactness}>
              <span class={`key-${exactness}`} /> {say[exactness]}
            </li>
          ))}
        </ul>
      </div>
    </>
  );
}

interface FiguresTableProps {
  readonly metrics: readonly MetricFigures[];
  readonly language: Language;
}

/** The same as a table: for those who read rather than look. */
function FiguresTable({ metrics, language }: FiguresTableProps) {
  const say = words[language];
  return (
    <details class="chart-twin">
      <summary>{say.asTable}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section class="chart-scroll" tabIndex={0} aria-label={say.asTable}>
        <table>
          <thead>
            <tr>
              <th scope="col">{say.metric}</th>
              <th scope="col">{say.figure}</th>
              <th scope="col">{say.time}</th>
              <th scope="col">{say.scope}</th>
              <th scope="col">{say.cited}</th>
            </tr>
          </thead>
          <tbody>
            {metrics.flatMap((metric) =>
              metric.figures.map((figure) => (
                <tr key={figure.statement.id}>
                  <th scope="row">
                    <EntityName entity={metric} />
                  </th>
                  <td>{figure.label}</td>
                  <td>{tellFigureTime(figure, language)}</td>
                  <td>{figure.scope.join('; ')}</td>
                  <td>
                    <Citations citations={citationsOf([figure.statement])} language={language} />
                  </td>
                </tr>
              )),
            )}
          </tbody>
        </table>
      </section>
    </details>
  );
}
