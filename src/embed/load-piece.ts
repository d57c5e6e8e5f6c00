import type { ComponentType } from 'preact';
import type { BodyProps, Piece } from '../pieces/piece.ts';
import { pieces } from '../pieces/registry.ts';
import type { PieceName } from '../pieces/settings.ts';
import { pieceSheet } from './styles.ts';

/** All that an element needs to show a piece. */
export interface LoadedPiece {
  // biome-ignore lint/suspicious/noExplicitAny: each piece has answers of its own
  readonly piece: Piece<any>;
  // biome-ignore lint/suspicious/noExplicitAny: each piece has answers of its own
  readonly Body: ComponentType<BodyProps<any>>;
  readonly sheet: CSSStyleSheet;
}

const loaded = new Map<PieceName, Promise<LoadedPiece>>();

async function load(name: PieceName): Promise<LoadedPiece> {
  const [piece, sheet] = await Promise.all([pieces[name](), pieceSheet(name)]);
  return { piece, Body: piece.Body, sheet };
}

/** Loads a piece, its style and what draws it, once for all elements; one that failed is loaded anew when it is asked for again. */
export function loadPiece(name: PieceName): Promise<LoadedPiece> {
  const promise = loaded.get(name) ?? load(name);
  loaded.set(name, promise);
  promise.catch(() => loaded.delete(name));
  return promise;
}
