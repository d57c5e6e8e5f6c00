import { lazy, Suspense } from 'preact/compat';
import { operations } from '../../client/index.ts';
import { EntityName } from '../../pieces/entity-name.tsx';
import { formatDate, type Language } from '../../pieces/language.ts';
import { StatementLine, type StatementShown } from '../../pieces/statement.tsx';
import { Answer } from '../parts/answer.tsx';
import { Truncated } from '../parts/truncated.tsx';
import { go, language, view } from '../state/explorer.ts';
import { usePages } from '../state/use-pages.ts';
import { words } from './words.ts';

/** Charts are loaded when there is something to draw. */
const ChartOf = lazy(() => import('./chart-of.tsx'));

interface Figure {
  readonly from: string | null;
  readonly to: string | null;
  readonly label: string;
  readonly statement: StatementShown;
}

interface FiguresOfProps {
  readonly id: string;
  readonly isMetric: boolean;
}

/** The figures of a metric, or of the metrics that measure something. */
export function FiguresOf({ id, isMetric }: FiguresOfProps) {
  const { asOf } = view.value;
  const say = words[language.value];
  const pages = usePages(
    operations.EntityFigures,
    { id, ...(asOf !== undefined && { asOf }) },
    ({ entity }) => entity?.metrics,
  );
  return (
    <Answer of={pages.of}>
      {(answers) => {
        const [first] = answers;
        const own =
          first?.entity != null && 'series' in first.entity ? first.entity.series : undefined;
        return (
          <>
            {own !== undefined && <Figures of={own.nodes} count={own.totalCount} metric={id} />}
            {pages.items.map((metric) => (
              <section key={metric.id} class="card-group">
                <h4>
                  <EntityName entity={metric} />
                </h4>
                <Figures
                  of={metric.series.nodes}
                  count={metric.series.totalCount}
                  metric={metric.id}
                />
              </section>
            ))}
            {!isMetric && (
              <Truncated
                shown={pages.items.length}
                of={pages.total}
                more={pages.more}
                busy={pages.busy}
                what={say.figures}
              />
            )}
          </>
        );
      }}
    </Answer>
  );
}

interface FiguresProps {
  readonly of: readonly Figure[];
  readonly count: number;
  readonly metric: string;
}

function Figures({ of, count, metric }: FiguresProps) {
  const lang = language.value;
  const say = words[lang];
  if (of.length === 0) return <p class="muted">{say.noFigures}</p>;
  return (
    <>
      {of.length > 1 && (
        <Suspense fallback={null}>
          <ChartOf id={metric} />
        </Suspense>
      )}
      <ol class="card-dates">
        {of.map(({ from, to, label, statement }) => (
          <li key={statement.id}>
            <span class="figure-time">{timeOf(from, to, lang)}</span>
            <StatementLine statement={statement} language={lang}>
              <strong>{label}</strong>
            </StatementLine>
          </li>
        ))}
      </ol>
      <Truncated shown={of.length} of={count} what={say.figures} />
      <button type="button" class="quiet" onClick={() => go({ view: 'figures', metric })}>
        {say.allFigures}
      </button>
    </>
  );
}

function timeOf(from: string | null, to: string | null, language: Language): string {
  const ends = [from, to].filter((date) => date !== null);
  return [...new Set(ends)].map((date) => formatDate(date, language)).join(' – ');
}
