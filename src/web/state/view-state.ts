import type { Language } from '../../pieces/language.ts';
import { judgeDate } from '../../util/iso-date.ts';
import { readList, writeList } from '../../util/list-text.ts';

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

export const measures = ['hops', 'weight'] as const;
export type Measure = (typeof measures)[number];

export const rowSorts = ['entities', 'statements'] as const;
export type RowSort = (typeof rowSorts)[number];

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
  /** Statements that are drawn out of all others: a path that was found, step by step. */
  readonly trail: readonly string[];
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
  /** The stretch of time that `timeline` shows; all of it when not said. */
  readonly from: string | undefined;
  readonly to: string | undefined;
  /** The levels of partnership that `map` shows; all when empty. */
  readonly levels: readonly string[];
  /** The words that a table's entities must have, and its order. */
  readonly query: string;
  readonly order: string;
  /** The words that all results of the search are shown of, in place of a view; none are when empty. */
  readonly find: string;
  /** What the rows of a table are. */
  readonly rows: RowSort;
  /** Only entities of these kinds, in `table` and `common`; all when empty. */
  readonly only: readonly string[];
  /** What else a table is filtered by, each as `facet=key`. */
  readonly facets: readonly string[];
  /** How `path` seeks: what makes a way short, how many steps and ways at most, and what it does not lead through. */
  readonly by: Measure;
  readonly steps: number;
  readonly ways: number;
  readonly hubs: 'through' | 'around';
  readonly avoid: readonly string[];
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
  trail: [],
  colour: 'kind',
  between: [],
  dates: [],
  metric: undefined,
  source: undefined,
  paragraph: undefined,
  differing: undefined,
  from: undefined,
  to: undefined,
  levels: [],
  query: '',
  order: '',
  find: '',
  rows: 'entities',
  only: [],
  facets: [],
  by: 'hops',
  steps: 6,
  ways: 3,
  hubs: 'through',
  avoid: [],
};

const listFields = [
  ...(['without', 'around', 'hidden', 'pinned', 'between', 'dates', 'levels'] as const),
  ...(['only', 'facets', 'avoid', 'expanded', 'apart', 'trail'] as const),
];
const textFields = [
  'selected',
  'metric',
  'source',
  'paragraph',
  'differing',
  'query',
  'order',
  'find',
] as const;

/** Reads an address; what it does not say, or says wrongly, is at its default. */
export function readView(parameters: URLSearchParams, language: Language): ViewState {
  const text = (name: string): string | undefined => parameters.get(name) || undefined;
  const date = (name: 'asOf' | 'from' | 'to'): string | undefined => {
    const said = text(name);
    return said !== undefined && isDate(said) ? said : undefined;
  };
  const whole = (name: 'depth' | 'steps' | 'ways' | 'limit', greatest: number): number => {
    const number = Number(text(name));
    return Number.isInteger(number) && number >= 1 && number <= greatest
      ? number
      : defaultView[name];
  };
  const lists = Object.fromEntries(
    listFields.map((name) => [name, readList(text(name) ?? '')]),
  ) as Pick<ViewState, (typeof listFields)[number]>;
  const texts = Object.fromEntries(
    textFields.map((name) => [name, text(name) ?? defaultView[name]]),
  ) as Pick<ViewState, (typeof textFields)[number]>;
  return {
    ...lists,
    ...texts,
    view: oneOf(viewNames, text('view')) ?? defaultView.view,
    lang: oneOf(['vi', 'en'], text('lang')) ?? language,
    asOf: date('asOf'),
    from: date('from'),
    to: date('to'),
    depth: whole('depth', 4),
    limit: whole('limit', 20_000),
    steps: whole('steps', 12),
    ways: whole('ways', 10),
    by: oneOf(measures, text('by')) ?? defaultView.by,
    hubs: oneOf(['through', 'around'], text('hubs')) ?? defaultView.hubs,
    rows: oneOf(rowSorts, text('rows')) ?? defaultView.rows,
    colour: oneOf(colourings, text('colour')) ?? defaultView.colour,
    dates: lists.dates.filter(isDate),
  };
}

/** Writes an address that `readView` reads as the same view; the language is always said, so that a copied one keeps it. */
export function writeView(view: ViewState): URLSearchParams {
  const parameters = new URLSearchParams();
  for (const name of Object.keys(defaultView) as (keyof ViewState)[]) {
    const text = textOf(view[name]);
    if (name === 'lang' || text !== textOf(defaultView[name])) parameters.set(name, text);
  }
  return parameters;
}

function textOf(value: ViewState[keyof ViewState]): string {
  if (typeof value === 'object') return writeList(value);
  return String(value ?? '');
}

const oneOf = <Name extends string>(names: readonly Name[], text: string | undefined) =>
  names.find((name) => name === text);

/** Whether a text is a date of any precision that the calendar has. */
const isDate = (text: string): boolean => judgeDate(text) === 'right';
