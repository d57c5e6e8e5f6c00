import type { PieceName } from '../pieces/settings.ts';

/**
 * How a piece takes its height: it flows, as high as its content up to a bound, or fills the height that it is given.
 */
export const shapes: Readonly<Record<PieceName, 'flows' | 'fills'>> = {
  graph: 'fills',
  timeline: 'flows',
  map: 'flows',
  metric: 'flows',
  card: 'flows',
  table: 'flows',
};

/** How high an element that flows becomes at most, in CSS pixels, before it scrolls; a page may set another bound. */
export const GREATEST_FLOW = 704;
