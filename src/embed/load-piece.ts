import type { ComponentType } from 'preact';
import type { Ask } from '../pieces/ask.ts';
import type { BodyProps, Piece } from '../pieces/piece.ts';
import { pieces } from '../pieces/registry.ts';
import type { PieceName } from '../pieces/settings.ts';
import { pieceSheet } from './styles.ts';

/** All that an element needs to show a piece. */
export interface LoadedPiece {
  // biome-ignore lint/suspicious/noExplicitAny: each piece has answers of its own
  readonly piece: Piece<any>;
  // biome-ignore lint/suspicious/noExplicitAny: each piece has answers of its own
  readonly Body: ComponentType<BodyProps<any> & { readonly ask: Ask }>;
  readonly sheet: CSSStyleSheet;
}

const loaded = new Map<PieceName, Promise<LoadedPiece>>();

async function load(name: PieceName): Promise<LoadedPiece> {
  const [piece, sheet, live] = await Promise.all([
    pieces[name](),
    pieceSheet(name),
    name === 'graph' ? import('./live/index.ts') : undefined,
  ]);
  return {
    piece,
    Body: (live?.LiveGraph ?? piece.Body) as LoadedPiece['Body'],
    sheet: sheet(live?.style),
  };
}

/** Loads a piece, its style and what draws it, once for all elements; one that failed is loaded anew when it is asked for again. */
export function loadPiece(name: PieceName): Promise<LoadedPiece> {
  const promise = loaded.get(name) ?? load(name);
  loaded.set(name, promise);
  promise.catch(() => loaded.delete(name));
  return promise;
}
