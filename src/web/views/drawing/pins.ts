import type { Point } from '../../../pieces/drawing/drawing.ts';

/** An entity that is fixed: where somebody put it, or else where the layout did. */
export interface Pin {
  readonly id: string;
  readonly place?: Point;
}

const SHAPE = /^(.+?)(?:\*(-?\d+)\*(-?\d+))?$/s;

/** Reads a pin as the address has it; what is no place is part of the id. */
export function readPin(text: string): Pin {
  const [, id = text, x, y] = SHAPE.exec(text) ?? [];
  return x === undefined || y === undefined
    ? { id }
    : { id, place: { x: Number(x), y: Number(y) } };
}

/** Writes a pin so that `readPin` reads the same, to the nearest unit of the layout. */
export const writePin = ({ id, place }: Pin): string =>
  place === undefined ? id : `${id}*${Math.round(place.x)}*${Math.round(place.y)}`;
