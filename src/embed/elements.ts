import { type PieceName, pieceNames } from '../pieces/settings.ts';
import { PieceElement } from './piece-element.ts';

export { sizeFrames } from './size-frames.ts';

/**
 * Defines an element for each piece, which asks the server at an address unless it is told another. Elements that a page has
 * already, be it by a second script, stay what they are.
 */
export function defineElements(server: string): void {
  for (const piece of pieceNames) {
    const name = `caytre-${piece}`;
    if (customElements.get(name) !== undefined) continue;
    customElements.define(
      name,
      class extends PieceElement {
        readonly piece: PieceName = piece;
        readonly home = server;
      },
    );
  }
}
