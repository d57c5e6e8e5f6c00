import { STRETCH } from './gradual.ts';

/**
 * Sorts numbers in place as `sort` does, equals in the order in which they stood, and yields now and then: short runs are
 * sorted, and neighbors merged until one run is left.
 */
export function* sortGradually(
  values: Uint32Array,
  compare: (a: number, b: number) => number,
): Generator<void, Uint32Array> {
  const { length } = values;
  for (let start = 0; start < length; start += STRETCH) {
    values.subarray(start, start + STRETCH).sort(compare);
    yield;
  }
  let from: Uint32Array = values;
  let to: Uint32Array = new Uint32Array(length);
  for (let run = STRETCH; run < length; run *= 2) {
    for (let start = 0; start < length; start += 2 * run) {
      const middle = Math.min(start + run, length);
      const end = Math.min(middle + run, length);
      let left = start;
      let right = middle;
      for (let place = start; place < end; place += 1) {
        const isLeft = left < middle && (right >= end || compare(from[left]!, from[right]!) <= 0);
        to[place] = isLeft ? from[left++]! : from[right++]!;
        if (place % STRETCH === 0) yield;
      }
    }
    [from, to] = [to, from];
  }
  if (from !== values) values.set(from);
  return values;
}
