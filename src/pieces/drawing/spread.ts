const PASSES = 60;
const GROWTH = 1.06;

/** What stands where: circles by centre and radius. The two lists of coordinates are changed in place. */
export interface Circles {
  readonly xs: Float64Array;
  readonly ys: Float64Array;
  readonly radii: ArrayLike<number>;
}

/**
 * Moves circles apart until no two are nearer than `margin`. They are pushed apart in pairs; where that does not come to an end
 * everything grows a little, so that it does in any case. Circles that are `fixed` stay where they are and the picture then
 * never grows: what cannot be parted from them stays, after the last pass.
 */
export function spread(
  circles: Circles,
  margin: number,
  fixed?: (circle: number) => boolean,
): void {
  const { xs, ys } = circles;
  separateTwins(circles, fixed);
  for (;;) {
    for (let pass = 0; pass < PASSES; pass += 1) {
      if (!pushApart(circles, margin, fixed)) return;
    }
    if (fixed !== undefined) return;
    for (let circle = 0; circle < xs.length; circle += 1) {
      xs[circle]! *= GROWTH;
      ys[circle]! *= GROWTH;
    }
  }
}

/** Circles with one and the same centre have no way to go apart: they are laid on a small spiral. */
function separateTwins({ xs, ys }: Circles, fixed?: (circle: number) => boolean): void {
  const taken = new Set<string>();
  const isTaken = (circle: number): boolean => taken.has(`${xs[circle]} ${ys[circle]}`);
  for (let circle = 0; circle < xs.length; circle += 1) {
    for (let turn = 1; isTaken(circle) && !fixed?.(circle); turn += 1) {
      xs[circle]! += 0.1 * turn * Math.cos(turn);
      ys[circle]! += 0.1 * turn * Math.sin(turn);
    }
    taken.add(`${xs[circle]} ${ys[circle]}`);
  }
}

/** One pass over all pairs that lie near one another; tells whether any overlapped. */
function pushApart(
  { xs, ys, radii }: Circles,
  margin: number,
  fixed?: (circle: number) => boolean,
): boolean {
  const count = xs.length;
  let largest = 0;
  for (let circle = 0; circle < count; circle += 1) largest = Math.max(largest, radii[circle]!);
  const side = 2 * largest + margin;
  if (side === 0) return false;
  const cells = new Map<number, number[]>();
  const columnOf = (x: number): number => Math.floor(x / side) + 0x100000;
  for (let circle = 0; circle < count; circle += 1) {
    const key = columnOf(xs[circle]!) * 0x200000 + columnOf(ys[circle]!);
    const cell = cells.get(key);
    if (cell === undefined) cells.set(key, [circle]);
    else cell.push(circle);
  }
  let overlapped = false;
  for (let one = 0; one < count; one += 1) {
    const column = columnOf(xs[one]!);
    const row = columnOf(ys[one]!);
    for (let across = -1; across <= 1; across += 1) {
      for (let down = -1; down <= 1; down += 1) {
        for (const other of cells.get((column + across) * 0x200000 + row + down) ?? []) {
          if (other <= one) continue;
          const x = xs[other]! - xs[one]!;
          const y = ys[other]! - ys[one]!;
          const wanted = radii[one]! + radii[other]! + margin;
          const squared = x * x + y * y;
          if (squared >= wanted * wanted) continue;
          const distance = Math.sqrt(squared);
          const holdsOne = fixed?.(one) === true;
          const holdsOther = fixed?.(other) === true;
          if (holdsOne && holdsOther) continue;
          overlapped = true;
          // A hair more than is missing, or rounding would leave them overlapping for ever.
          const push = (wanted - distance) * 1.02 + 1e-3;
          const [alongX, alongY] = distance > 0 ? [x / distance, y / distance] : [1, 0];
          // The smaller gives way more.
          const share = holdsOne
            ? 0
            : holdsOther
              ? 1
              : radii[other]! / (radii[one]! + radii[other]! || 1);
          xs[one]! -= alongX * push * share;
          ys[one]! -= alongY * push * share;
          xs[other]! += alongX * push * (1 - share);
          ys[other]! += alongY * push * (1 - share);
        }
      }
    }
  }
  return overlapped;
}
