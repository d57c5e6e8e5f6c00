import { defaultSettings, type PieceName, type Settings } from './settings.ts';

/** What a view of the explorer says that concerns pieces; the names are those of the parameters of its address. */
export interface ExplorerView {
  readonly view: string;
  readonly lang: Settings['lang'];
  readonly asOf: string | undefined;
  readonly selected: string | undefined;
  readonly without: readonly string[];
  readonly only: readonly string[];
  readonly around: readonly string[];
  readonly depth: number;
  readonly between: readonly string[];
  readonly metric: string | undefined;
  readonly source: string | undefined;
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly levels: readonly string[];
  readonly query: string;
}

/** The piece that shows most of what a view shows, where it is another than the graph. */
const fitting: Readonly<Record<string, PieceName>> = {
  timeline: 'timeline',
  map: 'map',
  table: 'table',
  directions: 'table',
  figures: 'metric',
  sources: 'card',
};
/** What a table shows of views that are about one kind. */
const kindOfView: Readonly<Record<string, string>> = { directions: 'direction', sources: 'source' };
/** Views that are about the entities between which they look. */
const walks = ['path', 'common', 'compare'];

/** The piece that shows most of what a view shows. */
export function pieceOf({ view, source }: Pick<ExplorerView, 'view' | 'source'>): PieceName {
  if (view === 'sources' && source === undefined) return 'table';
  return fitting[view] ?? 'graph';
}

/** The settings with which a piece shows what a view shows. `kinds` are all that there are. */
export function settingsOf(
  piece: PieceName,
  explorer: ExplorerView,
  kinds: readonly string[],
): Settings {
  const { view, lang, asOf, depth, query, from, to, levels } = explorer;
  const isTimeline = piece === 'timeline' && view === 'timeline';
  return {
    ...defaultSettings,
    lang,
    depth,
    query: view === 'table' ? query.slice(0, 200) : '',
    entity: entitiesOf(piece, explorer),
    kinds: kindsOf(piece, explorer, kinds),
    levels: view === 'map' ? levels : [],
    ...(asOf !== undefined && { asOf }),
    ...(isTimeline && from !== undefined && { from }),
    ...(isTimeline && to !== undefined && { to }),
  };
}

function kindsOf(
  piece: PieceName,
  { view, without, only }: ExplorerView,
  kinds: readonly string[],
): readonly string[] {
  if (piece === 'table' && kindOfView[view] !== undefined) return [kindOfView[view]];
  const chosen = view === 'table' ? only : [];
  if (without.length === 0) return chosen;
  return (chosen.length > 0 ? chosen : kinds).filter((kind) => !without.includes(kind));
}

function entitiesOf(piece: PieceName, explorer: ExplorerView): readonly string[] {
  const { view, selected, source, metric, around, between } = explorer;
  if (piece === 'card') {
    const shown = view === 'sources' ? (source ?? selected) : selected;
    return shown !== undefined && isEntity(shown) ? [shown] : around.slice(0, 1);
  }
  if (piece === 'metric') return metric === undefined ? around : [metric];
  return walks.includes(view) ? between : around;
}

/** Ids of statements have no colon. */
const isEntity = (id: string): boolean => id.includes(':');
