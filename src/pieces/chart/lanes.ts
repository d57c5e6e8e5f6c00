/** What takes up room on a line. */
export interface Extent {
  readonly from: number;
  readonly to: number;
}

/**
 * Puts extents into lanes in which none meets another, as few as they allow: each into the first lane that is free, from left to
 * right. Answers the lane of each, in the order given.
 */
export function assignLanes(extents: readonly Extent[], space = 0): number[] {
  const order = extents
    .map((_, at) => at)
    .sort((a, b) => extents[a]!.from - extents[b]!.from || a - b);
  const ends: number[] = [];
  const lanes = new Array<number>(extents.length).fill(0);
  for (const at of order) {
    const { from, to } = extents[at]!;
    const free = ends.findIndex((end) => end + space <= from);
    const lane = free === -1 ? ends.length : free;
    ends[lane] = to;
    lanes[at] = lane;
  }
  return lanes;
}
