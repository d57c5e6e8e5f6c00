import { operations } from '../../client/index.ts';
import type { Ask } from '../ask.ts';
import type { CitedStatement } from '../chart/cited.ts';
import { loadUpTo } from '../chart/pages.ts';
import { formatDate, type Language, type Words } from '../language.ts';
import type { Settings } from '../settings.ts';

type Series = Extract<
  operations.FiguresQuery['metrics']['nodes'][number],
  { readonly series: unknown }
>['series'];

/** A figure: one value of a metric, for a time. */
export interface Figure {
  readonly from: string | null;
  readonly to: string | null;
  readonly amount: number;
  /** A term of the vocabulary `unit`. */
  readonly unit: string;
  /** A term of the vocabulary `approximation`. */
  readonly approximation: string;
  /** As people write it: "nearly 50 delegations". */
  readonly label: string;
  readonly statement: CitedStatement;
  readonly observation: { readonly id: string; readonly kind: string; readonly name: string };
  readonly scope: readonly string[];
}

export interface MetricFigures {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly description: string | null;
  readonly figures: readonly Figure[];
  /** How many figures it has; more than are here where they are very many. */
  readonly total: number;
}

export interface FiguresAnswer {
  readonly metrics: readonly MetricFigures[];
  /** What units and approximations are called, by term. */
  readonly units: Readonly<Record<string, string>>;
  readonly approximations: Readonly<Record<string, string>>;
  readonly shown: number;
  readonly total: number;
}

const POINTS = 100;

const figuresOf = ({ nodes }: Series): Figure[] =>
  nodes.map(({ observation: { scope, ...observation }, ...figure }) => ({
    ...figure,
    observation,
    scope: scope.nodes.map(({ value }) => value.label),
  }));

/** The metrics with these ids, or all, with their figures. */
async function loadMetrics(
  ask: Ask,
  ids: readonly string[] | null,
  limit: number,
  asOf: string | null,
) {
  let vocabularies: operations.FiguresQuery['ontology']['vocabularies'] = [];
  const { nodes, total } = await loadUpTo(limit, async ({ first, after }) => {
    // A page of metrics with all their figures costs much; so they come in smaller ones.
    const page = await ask(operations.Figures, {
      metrics: ids,
      asOf,
      first: Math.min(first, 20),
      after: after ?? null,
      points: POINTS,
    });
    vocabularies = page.ontology.vocabularies;
    return page.metrics;
  });
  const metrics = nodes.flatMap((node): MetricFigures[] => {
    if (!('series' in node)) return [];
    const { series, ...metric } = node;
    return [{ ...metric, figures: figuresOf(series), total: series.totalCount }];
  });
  return { metrics, total, vocabularies };
}

/** The metrics joined to entities, and those of which figures are: with the latter, only those figures. */
async function metricsAbout(ask: Ask, about: readonly string[], asOf: string | null) {
  const joined = new Set<string>();
  const figures = new Map<string, Set<string>>();
  for (let after: string | null = null; ; ) {
    const page: operations.FiguresAboutQuery = await ask(operations.FiguresAbout, {
      about,
      asOf,
      after,
    });
    for (const { id } of page.metrics.nodes) joined.add(id);
    for (const { id, ...node } of page.observations.nodes) {
      for (const metric of 'observationOf' in node ? node.observationOf.nodes : []) {
        figures.set(metric.id, (figures.get(metric.id) ?? new Set()).add(id));
      }
    }
    if (!page.observations.pageInfo.hasNextPage) return { joined, figures };
    after = page.observations.pageInfo.endCursor;
  }
}

/** The figures of the metrics that `settings.entity` names, of those that concern the entities that it names, or of all. */
export async function loadFigures(ask: Ask, settings: Settings): Promise<FiguresAnswer> {
  const { entity, limit } = settings;
  const asOf = settings.asOf ?? null;
  const named = await loadMetrics(ask, entity.length === 0 ? null : entity, limit, asOf);
  let { metrics, total } = named;
  if (metrics.length < entity.length) {
    const { joined, figures } = await metricsAbout(ask, entity, asOf);
    for (const { id } of metrics) {
      joined.delete(id);
      figures.delete(id);
    }
    const more = [...new Set([...joined, ...figures.keys()])];
    const about =
      more.length === 0
        ? undefined
        : await loadMetrics(ask, more.slice(0, 100), Math.max(1, limit - metrics.length), asOf);
    const told = (about?.metrics ?? []).map((metric) => {
      const only = joined.has(metric.id) ? undefined : figures.get(metric.id);
      if (only === undefined) return metric;
      const those = metric.figures.filter(({ observation }) => only.has(observation.id));
      return { ...metric, figures: those, total: those.length };
    });
    metrics = [...metrics, ...told];
    total += more.length;
  }
  const vocabulary = (wanted: string): Record<string, string> =>
    Object.fromEntries(
      (named.vocabularies.find(({ name }) => name === wanted)?.terms ?? []).map(
        ({ name, label }) => [name, label],
      ),
    );
  return {
    // As of an early date, metrics have no figures yet.
    metrics: metrics.filter(({ figures }) => figures.length > 0),
    units: vocabulary('unit'),
    approximations: vocabulary('approximation'),
    shown: metrics.length,
    total,
  };
}

/** How exact a figure is, as it is drawn: to the very number, more than it, less than it, or somewhere about it. */
export type Exactness = 'exact' | 'over' | 'under' | 'about';

export function exactnessOf({ approximation }: Pick<Figure, 'approximation'>): Exactness {
  if (approximation === 'exact') return 'exact';
  if (approximation === 'over' || approximation === 'at-least') return 'over';
  return approximation === 'nearly' ? 'under' : 'about';
}

const words: Words<'undated'> = {
  vi: { undated: 'không nêu thời gian' },
  en: { undated: 'no time stated' },
};

/** For when a figure is, in words. */
export function tellFigureTime(
  { from, to }: Pick<Figure, 'from' | 'to'>,
  language: Language,
): string {
  const [start, end] = [from ?? to, to ?? from];
  if (start === null || end === null) return words[language].undated;
  return start === end
    ? formatDate(start, language)
    : `${formatDate(start, language)} – ${formatDate(end, language)}`;
}
