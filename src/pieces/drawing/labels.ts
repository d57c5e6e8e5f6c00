/** A box by its middle. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What is to be named: a circle, and how much room its name takes. */
export interface Named {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly width: number;
  readonly height: number;
  /** Named even where that covers something. */
  readonly always?: boolean;
}

const SIDE = 64;
const GAP = 4;

/** Boxes that are taken, found by where they are. */
class Taken {
  readonly #cells = new Map<number, Box[]>();

  #each(box: Box, visit: (key: number) => boolean): boolean {
    const [left, right] = [box.x - box.width / 2, box.x + box.width / 2];
    const [top, bottom] = [box.y - box.height / 2, box.y + box.height / 2];
    for (let column = Math.floor(left / SIDE); column <= Math.floor(right / SIDE); column += 1) {
      for (let row = Math.floor(top / SIDE); row <= Math.floor(bottom / SIDE); row += 1) {
        if (visit(column * 100_003 + row)) return true;
      }
    }
    return false;
  }

  add(box: Box): void {
    this.#each(box, (key) => {
      const cell = this.#cells.get(key);
      if (cell === undefined) this.#cells.set(key, [box]);
      else cell.push(box);
      return false;
    });
  }

  covers(box: Box): boolean {
    return this.#each(
      box,
      (key) => this.#cells.get(key)?.some((other) => overlap(box, other)) === true,
    );
  }
}

/** Whether two boxes share more than an edge. */
export const overlap = (one: Box, other: Box): boolean =>
  Math.abs(one.x - other.x) * 2 < one.width + other.width &&
  Math.abs(one.y - other.y) * 2 < one.height + other.height;

/** A circle that no name may cover. */
export type Obstacle = Pick<Named, 'x' | 'y' | 'radius'>;

/** About as much as a circle covers. */
const circleOf = ({ x, y, radius }: Obstacle): Box => ({
  x,
  y,
  width: radius * 1.6,
  height: radius * 1.6,
});

/** Where names go about circles: to the right, else below, above or to the left. */
function* placesFor({ x, y, radius, width, height }: Named): Generator<Box> {
  const across = radius + GAP + width / 2;
  const down = radius + height / 2 + 1;
  yield { x: x + across, y, width, height };
  yield { x, y: y + down, width, height };
  yield { x, y: y - down, width, height };
  yield { x: x - across, y, width, height };
}

/**
 * Finds room for as many names as there is room for, those that are first before the others, so that none covers another, nor a
 * circle that is first, nor an obstacle; and no circle at all where there is a place that covers none. Tells for each where its
 * name goes, or `undefined` where there is no room.
 */
export function placeLabels(
  all: readonly Named[],
  within: { readonly width: number; readonly height: number },
  most = Number.POSITIVE_INFINITY,
  obstacles: readonly Obstacle[] = [],
): readonly (Box | undefined)[] {
  const taken = new Taken();
  const circles = new Taken();
  for (const named of all) circles.add(circleOf(named));
  for (const obstacle of obstacles) taken.add(circleOf(obstacle));
  const found: (Box | undefined)[] = new Array(all.length).fill(undefined);
  const inside = (box: Box): boolean =>
    box.x - box.width / 2 >= 2 &&
    box.x + box.width / 2 <= within.width - 2 &&
    box.y - box.height / 2 >= 2 &&
    box.y + box.height / 2 <= within.height - 2;
  let placed = 0;
  const numbers = all.map((_named, number) => number);
  const order = [
    ...numbers.filter((number) => all[number]!.always),
    ...numbers.filter((number) => !all[number]!.always),
  ];
  for (const number of order) {
    if (placed >= most) break;
    const named = all[number]!;
    const { x, y, radius } = named;
    if (x < -radius || y < -radius || x > within.width + radius || y > within.height + radius) {
      continue;
    }
    const places = [...placesFor(named)];
    const free = places.filter((box) => inside(box) && !taken.covers(box));
    const place =
      free.find((box) => !circles.covers(box)) ??
      free[0] ??
      (named.always ? (places.find(inside) ?? places[0]) : undefined);
    if (place === undefined) continue;
    taken.add(place);
    taken.add(circleOf(named));
    found[number] = place;
    placed += 1;
  }
  return found;
}

/** A text of at most so many letters. */
export const shortened = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;
