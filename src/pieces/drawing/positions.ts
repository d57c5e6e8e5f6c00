import type { Drawing, Positions } from './drawing.ts';
import { layOut } from './layout.ts';

const known = new WeakMap<Drawing, Positions>();

/** Where the nodes of a drawing lie; a drawing that was laid out before is not laid out again. */
export function positionsOf(drawing: Drawing): Positions {
  const positions = known.get(drawing) ?? layOut(drawing);
  known.set(drawing, positions);
  return positions;
}
