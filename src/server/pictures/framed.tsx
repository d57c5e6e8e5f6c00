import type { VNode } from 'preact';
import type { Piece } from '../../pieces/piece.ts';
import type { Settings } from '../../pieces/settings.ts';

/** A piece as a picture that says what it shows and what that rests on, wherever it is copied to. */
export function framed(piece: Piece<unknown>, answer: unknown, settings: Settings): VNode {
  return piece.picture(answer, settings);
}
