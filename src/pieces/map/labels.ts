import { textWidth } from '../text.ts';

export const MAP_LABEL = 11;
const GAP = 6;

export interface LabelBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface PlacedLabel extends LabelBox {
  readonly key: string;
  readonly text: string;
}

const meet = (a: LabelBox, b: LabelBox): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/**
 * Names beside their places: right, left, above or below, wherever the first is free; a name that is free nowhere is left out.
 * Those that come first are placed first.
 */
export function placeLabels(
  places: readonly {
    readonly key: string;
    readonly text: string;
    readonly x: number;
    readonly y: number;
  }[],
  width: number,
  height: number,
): readonly PlacedLabel[] {
  const placed: PlacedLabel[] = [];
  for (const { key, text, x, y } of places) {
    const wide = textWidth(text, MAP_LABEL);
    const half = MAP_LABEL * 0.65;
    const boxes: readonly LabelBox[] = [
      { left: x + GAP, right: x + GAP + wide, top: y - half, bottom: y + half },
      { left: x - GAP - wide, right: x - GAP, top: y - half, bottom: y + half },
      { left: x - wide / 2, right: x + wide / 2, top: y - GAP - 2 * half, bottom: y - GAP },
      { left: x - wide / 2, right: x + wide / 2, top: y + GAP, bottom: y + GAP + 2 * half },
    ];
    const free = boxes.find(
      (box) =>
        box.left >= 0 &&
        box.right <= width &&
        box.top >= 0 &&
        box.bottom <= height &&
        !placed.some((other) => meet(box, other)),
    );
    if (free !== undefined) placed.push({ key, text, ...free });
  }
  return placed;
}
