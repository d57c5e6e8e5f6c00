import type { ComponentChildren } from 'preact';
import { Citations } from '../../../pieces/citations.tsx';
import { formatNumber, type Words } from '../../../pieces/language.ts';
import { Columns } from '../../../pieces/metric/columns.tsx';
import {
  type FiguresAnswer,
  type MetricFigures,
  tellFigureTime,
} from '../../../pieces/metric/figures.ts';
import { metric } from '../../../pieces/metric/piece.tsx';
import { livePalette } from '../../../pieces/palette.ts';
import '../../../pieces/statements.css';
import '../../../pieces/charts.css';
import { useTakeAway } from '../../charts/take-away.ts';
import { useMaybePiece } from '../../charts/use-maybe-piece.ts';
import { useSelection } from '../../charts/use-selection.ts';
import { useShownQuestion } from '../../charts/use-shown-question.ts';
import { useWidth } from '../../charts/use-width.ts';
import { Answer } from '../../parts/answer.tsx';
import { Truncated } from '../../parts/truncated.tsx';
import { go, language, view } from '../../state/explorer.ts';
import { useNames } from '../../state/use-names.ts';
import '../../charts/charts.css';
import { Partnerships } from './partnerships.tsx';

const MOST = 200;
/** The size of the chart in a card. */
const CARD = { width: 230, height: 100 };

const words: Words<
  | 'choose'
  | 'all'
  | 'empty'
  | 'figures'
  | 'compared'
  | 'without'
  | 'showAll'
  | 'wholeGraph'
  | 'open'
> = {
  vi: {
    choose: 'Chỉ số',
    all: 'Tất cả chỉ số',
    empty: 'Không có số liệu nào với lựa chọn này.',
    figures: 'Các chỉ số',
    compared: 'So sánh theo đơn vị',
    without: 'Chỉ số và số liệu đang bị bỏ ra khỏi lựa chọn.',
    showAll: 'Hiện lại',
    wholeGraph: 'Xem mọi số liệu',
    open: 'Xem thẻ của chỉ số',
  },
  en: {
    choose: 'Metric',
    all: 'All metrics',
    empty: 'No figures with this selection.',
    figures: 'The metrics',
    compared: 'Compared, unit by unit',
    without: 'Metrics and figures are left out of the selection.',
    showAll: 'Show them again',
    wholeGraph: 'See all figures',
    open: 'See the card of the metric',
  },
};

const rowsOf = function* ({ metrics, units, approximations }: FiguresAnswer) {
  yield [
    'metric',
    'name',
    'from',
    'to',
    'amount',
    'unit',
    'approximation',
    'label',
    'scope',
    'text',
    'source',
    'paragraph',
    'link',
  ];
  for (const { id, name, figures } of metrics) {
    for (const { from, to, amount, unit, approximation, label, scope, statement } of figures) {
      for (const { source, paragraph, link } of statement.citations) {
        yield [
          ...[
            id,
            name,
            from,
            to,
            amount,
            units[unit] ?? unit,
            approximations[approximation] ?? approximation,
          ],
          ...[label, scope.join('; '), statement.text, source.name, paragraph, link],
        ];
      }
    }
  }
};

/** Figures: all metrics at a glance, then one with its observations; and partnerships by level and year. */
export default function View() {
  const lang = language.value;
  const say = words[lang];
  const { metric: chosen, selected, around, asOf, without } = view.value;
  const [room, width] = useWidth<HTMLDivElement>();
  const selection = useSelection(width);
  const isLeftOut = without.includes('metric') || without.includes('observation');
  const all = useMaybePiece(metric, selection && { ...selection, limit: MOST });
  const settings = selection && {
    ...selection,
    limit: MOST,
    ...(chosen !== undefined && { entity: [chosen] }),
  };
  const answer = useMaybePiece(metric, settings);
  const { names } = useNames(chosen === undefined ? [] : [chosen]);
  useShownQuestion({
    operation: around.length > 0 && chosen === undefined ? 'FiguresAbout' : 'Figures',
    variables: {
      ...(chosen !== undefined ? { metrics: [chosen] } : around.length > 0 && { about: around }),
      ...(asOf !== undefined && { asOf }),
    },
  });
  useTakeAway({
    piece: metric,
    answer: isLeftOut ? undefined : answer.data,
    settings,
    width: Math.min(1_200, Math.max(720, width ?? 0)),
    height: (answer.data?.metrics.length ?? 0) > 1 ? 1_700 : 440,
    rows: rowsOf,
    data: ({ shown, total, metrics }) => ({ shown, total, metrics }),
  });
  if (isLeftOut) {
    return (
      <div class="chart-view" ref={room}>
        <p class="state empty">
          {say.without}{' '}
          <button
            type="button"
            onClick={() =>
              go({ without: without.filter((kind) => kind !== 'metric' && kind !== 'observation') })
            }
          >
            {say.showAll}
          </button>
        </p>
      </div>
    );
  }
  const choose = (id: string | undefined): void => go({ metric: id });

  return (
    <div class="chart-view" ref={room}>
      {all.data !== undefined && all.data.metrics.length > 0 && (
        <div class="row">
          <label>
            {say.choose}{' '}
            <select
              value={chosen ?? ''}
              onChange={({ currentTarget: { value } }) => choose(value || undefined)}
            >
              <option value="">
                {say.all} ({formatNumber(all.data.metrics.length, lang)})
              </option>
              {all.data.metrics.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
              {/* One that has no figures with this selection can be chosen all the same, by an address. */}
              {chosen !== undefined && all.data.metrics.every(({ id }) => id !== chosen) && (
                <option value={chosen}>{names[0]?.name ?? chosen}</option>
              )}
            </select>
          </label>
          {chosen !== undefined && (
            <>
              <button type="button" onClick={() => choose(undefined)}>
                {say.all}
              </button>
              <button type="button" class="quiet" onClick={() => go({ selected: chosen })}>
                {say.open}
              </button>
            </>
          )}
        </div>
      )}
      <Answer
        of={answer}
        isEmpty={metric.isEmpty}
        empty={
          <>
            {say.empty}{' '}
            {around.length > 0 && (
              <button type="button" onClick={() => go({ around: [] })}>
                {say.wholeGraph}
              </button>
            )}
          </>
        }
      >
        {(data) =>
          settings &&
          (chosen === undefined ? (
            <Overview answer={data}>
              <h2>{say.compared}</h2>
              <metric.Body
                answer={data}
                settings={settings}
                selected={selected}
                select={(id) => go({ selected: id })}
              />
            </Overview>
          ) : (
            <>
              {data.metrics[0] && <h2 class="of-one">{data.metrics[0].name}</h2>}
              {data.metrics[0]?.description && <p class="muted">{data.metrics[0].description}</p>}
              <metric.Body
                answer={data}
                settings={settings}
                selected={selected}
                select={(id) => go({ selected: id })}
              />
            </>
          ))
        }
      </Answer>
      {chosen === undefined && settings && <Partnerships width={settings.width} />}
    </div>
  );
}

interface OverviewProps {
  readonly answer: FiguresAnswer;
  readonly children: ComponentChildren;
}

/** All metrics at a glance, each with its latest figure; then side by side. */
function Overview({ answer, children }: OverviewProps) {
  const say = words[language.value];
  return (
    <>
      <h2>{say.figures}</h2>
      <ul class="figure-cards">
        {answer.metrics.map((one) => (
          <FigureCard key={one.id} metric={one} />
        ))}
      </ul>
      <Truncated shown={answer.shown} of={answer.total} />
      {children}
    </>
  );
}

function FigureCard({ metric: { figures, ...one } }: { readonly metric: MetricFigures }) {
  const lang = language.value;
  const latest = figures.findLast(({ to }) => to !== null) ?? figures.at(-1)!;
  const isChosen = view.value.selected === one.id || view.value.selected === latest.observation.id;
  return (
    <li class="figure-card" data-metric={one.id} data-chosen={isChosen}>
      <button type="button" class="figure-open" onClick={() => go({ metric: one.id })}>
        {one.name}
      </button>
      {figures.length > 1 && (
        <svg
          width={CARD.width}
          height={CARD.height}
          viewBox={`0 0 ${CARD.width} ${CARD.height}`}
          aria-hidden="true"
        >
          <Columns
            metric={{ ...one, figures }}
            width={CARD.width}
            height={CARD.height}
            palette={livePalette}
            language={lang}
          />
        </svg>
      )}
      <div>
        <p class="figure-number">{latest.label}</p>
        <p class="muted small">{tellFigureTime(latest, lang)}</p>
        <Citations citations={latest.statement.citations} language={lang} />
      </div>
    </li>
  );
}
