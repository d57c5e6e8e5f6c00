import { operations } from '../../client/index.ts';
import type { Ask } from '../ask.ts';
import type { Words } from '../language.ts';
import { pictureColours } from '../palette.ts';
import type { Piece, SourceReference } from '../piece.ts';
import type { Settings } from '../settings.ts';
import { drawingOf, drawingOfColumns, sourcesOf, tellingsOf } from './answers.ts';
import { Body } from './body.tsx';
import { type Drawing, emptyDrawing, partOf } from './drawing.ts';
import { Picture } from './picture.tsx';
import { positionsOf } from './positions.ts';
import { cutNote } from './words.ts';

/** What the piece `graph` shows. */
export interface GraphAnswer {
  readonly drawing: Drawing;
  readonly title: string;
  /** The entities that it is about, by id; none when it is about the graph. */
  readonly centre: readonly string[];
  /** What statements say and where, by id, as far as it was asked. */
  readonly tellings: ReadonlyMap<string, string>;
  readonly sources: readonly SourceReference[];
  /** Set where more was there than is drawn. */
  readonly cut: { readonly shown: number; readonly of: number } | undefined;
  readonly note: string | undefined;
}

/** The greatest neighborhood that the API answers. */
const GREATEST_LIMIT = 500;

const words: Words<'whole' | 'around'> = {
  vi: { whole: 'Đồ thị ngoại giao Việt Nam', around: 'Quanh' },
  en: { whole: "The graph of Viet Nam's diplomacy", around: 'Around' },
};

const asked = (list: readonly string[]): { readonly list?: readonly string[] } =>
  list.length === 0 ? {} : { list };

async function loadAround(ask: Ask, settings: Settings): Promise<GraphAnswer> {
  const { entity: ids, depth, limit, asOf, lang } = settings;
  const { list: kinds } = asked(settings.kinds);
  const { list: properties } = asked(settings.properties);
  const variables = {
    ids,
    depth,
    ...(kinds && { kinds }),
    ...(properties && { properties }),
    ...(asOf !== undefined && { asOf }),
  };
  const { neighborhood } = await ask(operations.DrawingAround, { ...variables, limit });
  if (neighborhood === null) {
    return { ...nothing, title: words[lang].around, centre: ids };
  }
  const drawing = drawingOf(neighborhood);
  let cut: GraphAnswer['cut'];
  let all: number | undefined;
  if (neighborhood.truncated?.reason === 'LIMIT') {
    const shown = drawing.ids.length;
    const more =
      limit < GREATEST_LIMIT
        ? (await ask(operations.DrawingAround, { ...variables, limit: GREATEST_LIMIT }))
            .neighborhood
        : neighborhood;
    if (more?.truncated?.reason !== 'LIMIT') all = more?.nodes.length ?? shown;
    cut = { shown, of: all ?? GREATEST_LIMIT };
  }
  const centre = neighborhood.nodes
    .filter(({ distance }) => distance === 0)
    .map(({ entity }) => entity);
  return {
    drawing,
    title: `${words[lang].around} ${centre.map(({ name }) => name).join(', ')}`,
    centre: centre.map(({ id }) => id),
    tellings: tellingsOf(neighborhood),
    sources: sourcesOf(neighborhood),
    cut,
    note: cut && cutNote(cut.shown, all, lang),
  };
}

async function loadWhole(ask: Ask, settings: Settings): Promise<GraphAnswer> {
  const { limit, asOf, lang, properties } = settings;
  const { list: kinds } = asked(settings.kinds);
  const when = asOf === undefined ? {} : { asOf };
  const [{ drawing: answer }, { sources }] = await Promise.all([
    ask(operations.Drawing, { limit, ...(kinds && { kinds }), ...when }),
    ask(operations.Overview, when),
  ]);
  const drawing = withProperties(drawingOfColumns(answer), properties);
  const cut =
    answer.truncated === null
      ? undefined
      : { shown: answer.entities.ids.length, of: answer.totalCount };
  return {
    drawing,
    title: words[lang].whole,
    centre: [],
    tellings: new Map(),
    sources: sources.nodes.map(({ id, name }) => ({ id, name })),
    cut,
    note: cut && cutNote(cut.shown, cut.of, lang),
  };
}

/** Only the edges of some properties, and what they join; all where none are named. */
function withProperties(drawing: Drawing, properties: readonly string[]): Drawing {
  if (properties.length === 0) return drawing;
  const { edges } = drawing;
  const kept = edges.ids
    .map((_id, edge) => edge)
    .filter((edge) => properties.includes(edges.properties[edge]!));
  const joined = new Set(kept.flatMap((edge) => [edges.subjects[edge]!, edges.objects[edge]!]));
  const only = {
    ids: kept.map((edge) => edges.ids[edge]!),
    properties: kept.map((edge) => edges.properties[edge]!),
    subjects: kept.map((edge) => edges.subjects[edge]!),
    objects: kept.map((edge) => edges.objects[edge]!),
  };
  return partOf({ ...drawing, edges: only }, (number) => joined.has(number));
}

const nothing: GraphAnswer = {
  drawing: emptyDrawing,
  title: '',
  centre: [],
  tellings: new Map(),
  sources: [],
  cut: undefined,
  note: undefined,
};

/** The graph around some entities, or the best connected part of the whole. */
export const graph: Piece<GraphAnswer> = {
  name: 'graph',
  reads: ['entity', 'as-of', 'kinds', 'properties', 'depth', 'limit'],
  load: (ask, settings) =>
    settings.entity.length === 0 ? loadWhole(ask, settings) : loadAround(ask, settings),
  title: ({ title }) => title,
  Body,
  picture: ({ drawing, title, note, centre }, { width, height, lang, theme }) =>
    Picture({
      drawing,
      positions: positionsOf(drawing),
      options: {
        width,
        height,
        language: lang,
        palette: pictureColours(theme),
        title,
        note,
        marked: new Set(centre),
      },
    }),
  sources: ({ sources }) => sources,
  isEmpty: ({ drawing }) => drawing.ids.length === 0,
  cut: ({ cut }) => cut,
};
