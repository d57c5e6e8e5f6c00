import type { PieceName } from '../pieces/settings.ts';

/** How a piece takes its height: it flows, as high as its content, or fills the height that it is given. */
export const shapes: Readonly<Record<PieceName, 'flows' | 'fills'>> = {
  graph: 'fills',
  timeline: 'fills',
  map: 'fills',
  metric: 'fills',
  card: 'flows',
  table: 'flows',
};
