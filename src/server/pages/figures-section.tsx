import { Citations } from '../../pieces/citations.tsx';
import { EntityName } from '../../pieces/entity-name.tsx';
import type { Language, Words } from '../../pieces/language.ts';
import type { EntityData } from './entity-data.ts';
import { addressWith } from './layout.tsx';
import { Rest, Section, type SectionProps, timeOf } from './section.tsx';

const words: Words<'figures' | 'moreFigures'> = {
  vi: {
    figures: 'Số liệu',
    moreFigures: 'Xem mọi số liệu',
  },
  en: {
    figures: 'Figures',
    moreFigures: 'See all figures',
  },
};

type Figures = NonNullable<EntityData['figures']>;
type Series = Figures['metrics']['nodes'][number]['series'];

function SeriesTable({
  series,
  language,
}: {
  readonly series: Series;
  readonly language: Language;
}) {
  return (
    <ul class="series">
      {series.nodes.map(({ label, from, to, statement, observation }) => (
        <li key={statement.id}>
          <b>{label}</b>
          <span class="soft">{timeOf(from, to, language)}</span>
          <EntityName entity={observation} />
          <Citations citations={statement.citations} language={language} />
        </li>
      ))}
    </ul>
  );
}

/** The figures of a metric, or of the metrics that measure an entity. */
export function FiguresSection({ data, language, kept }: SectionProps) {
  const { figures, entity } = data;
  const say = words[language];
  if (figures === null) return null;
  const own = 'series' in figures ? figures.series : undefined;
  const { nodes, totalCount } = figures.metrics;
  const hasOwn = own !== undefined && own.nodes.length > 0;
  if (!hasOwn && totalCount === 0) return null;
  return (
    <Section id="figures" heading={say.figures}>
      {hasOwn && (
        <>
          <SeriesTable series={own} language={language} />
          <Rest
            shown={own.nodes.length}
            of={own.totalCount}
            href={addressWith('/', { ...kept, view: 'figures', metric: entity.id })}
            label={say.moreFigures}
            language={language}
          />
        </>
      )}
      {nodes.map((metric) => (
        <div key={metric.id}>
          <h3>
            <EntityName entity={metric} />
          </h3>
          <SeriesTable series={metric.series} language={language} />
        </div>
      ))}
      <Rest
        shown={nodes.length}
        of={totalCount}
        href={addressWith('/', { ...kept, view: 'figures', around: entity.id })}
        label={say.moreFigures}
        language={language}
      />
    </Section>
  );
}
