import type { Piece } from './piece.ts';
import type { PieceName } from './settings.ts';

/** The pieces by name, each loaded when it is asked for. */
// biome-ignore lint/suspicious/noExplicitAny: each piece has answers of its own
export const pieces: Readonly<Record<PieceName, () => Promise<Piece<any>>>> = {
  graph: async () => (await import('./drawing/piece.tsx')).graph,
  timeline: async () => (await import('./timeline/piece.tsx')).timeline,
  map: async () => (await import('./map/piece.tsx')).map,
  metric: async () => (await import('./metric/piece.tsx')).metric,
  card: async () => (await import('./card/piece.tsx')).card,
  table: async () => (await import('./table/piece.tsx')).table,
};
