import type { Dataset } from '../../src/data/dataset.ts';
import type { Statement } from '../../src/ontology/model.ts';
import type {
  Counts,
  SeriesPoint,
  SeriesRequest,
  TimelineEntry,
  TimelineRequest,
} from '../../src/store/port.ts';
import { compareText } from '../../src/util/compare.ts';
import { MomentOracle } from '../support/moment-oracle.ts';

/** What is there as of the date; all, where none is given. */
export const reduced = (dataset: Dataset, asOf: string | undefined): Dataset =>
  asOf === undefined ? dataset : new MomentOracle(dataset, asOf).reduced();

const objectOf = ({ value }: Statement): string | null =>
  value.type === 'entity' ? value.id : null;

/** The first minute of a date, and the last one as if every month had 31 days: as texts they compare as times do. */
const begins = (date: string): string => date + '0001-01-01T00:00'.slice(date.length);
const ends = (date: string): string => date + '9999-12-31T23:59'.slice(date.length);

export function timelineOf(
  dataset: Dataset,
  { from, to, kinds, properties, about, asOf, backwards }: Omit<TimelineRequest, 'page'>,
): TimelineEntry[] {
  const { statements } = reduced(dataset, asOf);
  const joined = (one: string, other: string): boolean =>
    statements.some(
      (edge) =>
        (edge.subject === one && objectOf(edge) === other) ||
        (edge.subject === other && objectOf(edge) === one),
    );
  const isAbout = ({ statement, qualifier }: TimelineEntry): boolean =>
    about === undefined ||
    about.some(
      (id) =>
        statement.subject === id ||
        objectOf(statement) === id ||
        (qualifier === null && joined(statement.subject, id)),
    );
  const entries = statements
    .flatMap((statement) => {
      const { value, qualifiers } = statement;
      return [[null, value] as const, ...Object.entries(qualifiers)].flatMap(
        ([qualifier, held]): TimelineEntry[] =>
          held.type === 'date' ? [{ date: held.date, statement, qualifier }] : [],
      );
    })
    .filter(
      (entry) =>
        (from === undefined || begins(entry.date) >= begins(from)) &&
        (to === undefined || begins(entry.date) <= ends(to)) &&
        (kinds?.includes(entry.statement.subject.split(':')[0]!) ?? true) &&
        (properties?.includes(entry.statement.property) ?? true) &&
        isAbout(entry),
    )
    .sort((a, b) => compareText(a.date, b.date));
  return backwards ? entries.reverse() : entries;
}

/** The figures of a metric in a dataset whose figures are statements on `amount`, by `observationOf`. */
export function seriesOf(
  dataset: Dataset,
  { metric, asOf }: Omit<SeriesRequest, 'page'>,
): SeriesPoint[] {
  const { statements } = reduced(dataset, asOf);
  const upheld = statements.filter(({ rank }) => rank !== 'deprecated');
  const timeOf = new MomentOracle(dataset, '2000');
  return upheld
    .filter(
      (figure) =>
        figure.property === 'amount' &&
        upheld.some(
          (link) =>
            link.property === 'observationOf' &&
            link.subject === figure.subject &&
            objectOf(link) === metric,
        ),
    )
    .map((statement) => {
      const observation = dataset.entities.find(({ id }) => id === statement.subject)!;
      const own = timeOf.own(observation);
      return { observation, statement, from: own.begins, to: own.ends };
    })
    .sort(
      (a, b) =>
        compareText(a.from ?? a.to ?? 'none', b.from ?? b.to ?? 'none') ||
        compareText(a.to ?? 'none', b.to ?? 'none'),
    );
}

export function countsOf(dataset: Dataset, asOf: string | undefined): Counts {
  const { entities, statements } = reduced(dataset, asOf);
  return {
    entities: entities.length,
    statements: statements.length,
    edges: statements.filter((one) => objectOf(one) !== null).length,
    citations: statements.flatMap(({ citations }) => citations).length,
    sources: entities.filter(({ kind }) => kind === 'source').length,
  };
}
