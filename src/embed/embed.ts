import { pieceNames } from '../pieces/settings.ts';

/** The custom elements `<caytre-graph>`, `<caytre-timeline>` … */
export const elementNames = pieceNames.map((name) => `caytre-${name}`);
