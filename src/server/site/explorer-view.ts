import { families } from '../../pieces/kinds.ts';
import type { PieceName } from '../../pieces/settings.ts';

/** A piece and its settings, as parameters of an address. */
export interface ShownPiece {
  readonly piece: PieceName;
  readonly parameters: URLSearchParams;
}

/** The piece that shows best what each view of the explorer does, where it is another than the graph. */
const pieceOfView: Readonly<Record<string, PieceName>> = {
  timeline: 'timeline',
  map: 'map',
  table: 'table',
  figures: 'metric',
  directions: 'table',
  sources: 'table',
};
/** What a table shows of views that are about one kind. */
const kindOfView: Readonly<Record<string, string>> = { directions: 'direction', sources: 'source' };
/** Views that are about the entities between which they look. */
const betweenViews = ['path', 'common', 'compare'];

const allKinds = Object.values(families).flatMap((family): readonly string[] => family.kinds);

/** What an address of the explorer shows, as a piece: for previews of it and for frames made from it. */
export function pieceShownAt(explorer: URLSearchParams): ShownPiece {
  const text = (name: string): string => explorer.get(name)?.trim() ?? '';
  const view = text('view');
  const piece = pieceOfView[view] ?? 'graph';
  const without = text('without').split(',');
  const selected = /^[a-z]+:/.test(text('selected')) ? text('selected') : '';
  const kinds =
    kindOfView[view] ??
    (text('without') === '' ? '' : allKinds.filter((kind) => !without.includes(kind)).join());
  const chosen = betweenViews.includes(view) ? text('between') : text('around') || selected;
  const settings = {
    entity: piece === 'metric' ? text('metric') || text('around') : chosen,
    'as-of': text('asOf'),
    kinds,
    depth: text('depth'),
    query: piece === 'table' ? text('query') : '',
    lang: text('lang'),
  };
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(settings))
    if (value !== '') parameters.set(name, value);
  return { piece, parameters };
}
