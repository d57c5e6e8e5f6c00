import type { Language } from '../../pieces/language.ts';

export const viewNames = [
  'graph',
  'timeline',
  'map',
  'table',
  'directions',
  'figures',
  'sources',
  'disagreements',
  'path',
  'common',
  'compare',
] as const;
export type ViewName = (typeof viewNames)[number];

export const colourings = ['kind', 'community'] as const;
export type Colouring = (typeof colourings)[number];

/**
 * Everything that the address of the explorer says: copied, it opens the same. What is at its default is left out of it. Lists
 * of ids are in the order in which they were chosen.
 */
export interface ViewState {
  readonly view: ViewName;
  /** That of the browser when not said. */
  readonly lang: Language;
  /** A date that everything is as of. */
  readonly asOf: string | undefined;
  /** The entity or statement whose card is open. */
  readonly selected: string | undefined;
  /** Kinds that are left out; all are shown when empty. */
  readonly without: readonly string[];
  /** What is looked at: these entities and what lies around them; the whole graph when empty. */
  readonly around: readonly string[];
  /** How far around, in hops: 1 to 4. */
  readonly depth: number;
  /** Entities of which all that is joined to them is drawn as well. */
  readonly expanded: readonly string[];
  /** How many of the best connected entities are drawn at most. */
  readonly limit: number;
  /** Communities that are left out, by id; all are shown when empty. */
  readonly apart: readonly string[];
  /** Entities that were taken out of sight, and that were fixed in their place (`id*x*y`, or `id` where the layout put it). */
  readonly hidden: readonly string[];
  readonly pinned: readonly string[];
  /** What nodes are coloured by. */
  readonly colour: Colouring;
  /** What is compared, connected or looked at by the views `path` (two), `common` (two or more) and `compare` (two). */
  readonly between: readonly string[];
  /** Two dates that `compare` sets side by side, instead of two entities. */
  readonly dates: readonly string[];
  /** The metric that `figures` shows; all when not said. */
  readonly metric: string | undefined;
  /** The source that `sources` shows. */
  readonly source: string | undefined;
  /** The paragraph of it that is open, as a number. */
  readonly paragraph: string | undefined;
  /** The kind of disagreement that `disagreements` shows; all when not said. */
  readonly differing: string | undefined;
  /** The words that a table's entities must have, and its order. */
  readonly query: string;
  readonly order: string;
}

export const defaultView: ViewState = {
  view: 'graph',
  lang: 'vi',
  asOf: undefined,
  selected: undefined,
  without: [],
  around: [],
  depth: 1,
  expanded: [],
  limit: 1000,
  apart: [],
  hidden: [],
  pinned: [],
  colour: 'kind',
  between: [],
  dates: [],
  metric: undefined,
  source: undefined,
  paragraph: undefined,
  differing: undefined,
  query: '',
  order: '',
};

const listFields = [
  ...(['without', 'around', 'hidden', 'pinned', 'between', 'dates'] as const),
  ...(['expanded', 'apart'] as const),
];
const textFields = [
  'asOf',
  'selected',
  'metric',
  'source',
  'paragraph',
  'differing',
  'query',
  'order',
] as const;

/** Reads an address; what it does not say, or says wrongly, is at its default. */
export function readView(parameters: URLSearchParams, language: Language): ViewState {
  const text = (name: string): string | undefined => parameters.get(name) || undefined;
  const lang = text('lang');
  const depth = Number(text('depth'));
  const limit = Number(text('limit'));
  const view = viewNames.find((name) => name === text('view')) ?? defaultView.view;
  return {
    ...defaultView,
    view,
    lang: lang === 'vi' || lang === 'en' ? lang : language,
    depth: [1, 2, 3, 4].includes(depth) ? depth : defaultView.depth,
    limit: Number.isInteger(limit) && limit >= 1 && limit <= 20_000 ? limit : defaultView.limit,
    colour: colourings.find((name) => name === text('colour')) ?? defaultView.colour,
    ...Object.fromEntries(listFields.map((name) => [name, text(name)?.split(',') ?? []])),
    ...Object.fromEntries(textFields.map((name) => [name, text(name) ?? defaultView[name]])),
  };
}

/** Writes an address that `readView` reads as the same view; the language is always said, so that a copied one keeps it. */
export function writeView(view: ViewState): URLSearchParams {
  const parameters = new URLSearchParams();
  for (const name of Object.keys(defaultView) as (keyof ViewState)[]) {
    const text = String(view[name] ?? '');
    if (name === 'lang' || text !== String(defaultView[name] ?? '')) parameters.set(name, text);
  }
  return parameters;
}
