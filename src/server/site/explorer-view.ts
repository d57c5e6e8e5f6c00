import { type ExplorerView, pieceOf, settingsOf } from '../../pieces/explorer-view.ts';
import {
  defaultSettings,
  languages,
  type PieceName,
  writeSettings,
} from '../../pieces/settings.ts';
import { judgeDate } from '../../util/iso-date.ts';
import { readList } from '../../util/list-text.ts';

/** A piece and its settings, as parameters of an address. */
export interface ShownPiece {
  readonly piece: PieceName;
  readonly parameters: URLSearchParams;
}

/**
 * What an address of the explorer shows, as a piece: for previews of it and for frames made from it. `kinds` are all that there
 * are. As in the explorer, what the address says wrongly has no effect.
 */
export function pieceShownAt(address: URLSearchParams, kinds: readonly string[]): ShownPiece {
  const view = readExplorer(address);
  const piece = pieceOf(view);
  return { piece, parameters: writeSettings(settingsOf(piece, view, kinds)) };
}

function readExplorer(address: URLSearchParams): ExplorerView {
  const text = (name: string): string | undefined => address.get(name) || undefined;
  const list = (name: string): readonly string[] => readList(text(name) ?? '');
  const date = (name: string): string | undefined => {
    const said = text(name);
    return said !== undefined && judgeDate(said) === 'right' ? said : undefined;
  };
  const view = text('view') ?? 'graph';
  const selected = text('selected');
  const around = list('around');
  // Who shares the graph with an entity selected means that entity.
  const isMeant = view === 'graph' && around.length === 0 && selected?.includes(':');
  const depth = Number(text('depth'));
  return {
    view,
    lang: languages.find((one) => one === text('lang')) ?? defaultSettings.lang,
    asOf: date('asOf'),
    selected,
    without: list('without'),
    only: list('only'),
    around: isMeant && selected !== undefined ? [selected] : around,
    depth: [1, 2, 3, 4].includes(depth) ? depth : defaultSettings.depth,
    between: list('between'),
    metric: text('metric'),
    source: text('source'),
    from: date('from'),
    to: date('to'),
    levels: list('levels'),
    query: text('query') ?? '',
  };
}
