import { STRETCH } from './gradual.ts';

/**
 * Sorts numbers in place as `sort` does, equals in the order in which they stood, and yields now and then: short runs are
 * sorted, and neighbors merged until one run is left. What stands in order already is hardly compared.
 */
export function* sortGradually(
  values: Uint32Array,
  compare: (a: number, b: number) => number,
): Generator<void, Uint32Array> {
  const { length } = values;
  for (let start = 0; start < length; start += STRETCH) {
    const run = values.subarray(start, start + STRETCH);
    if (!isSorted(run, compare)) run.sort(compare);
    yield;
  }
  let from: Uint32Array = values;
  let to: Uint32Array = new Uint32Array(length);
  for (let run = STRETCH; run < length; run *= 2) {
    for (let start = 0; start < length; start += 2 * run) {
      const middle = Math.min(start + run, length);
      const end = Math.min(middle + run, length);
      if (middle >= end || compare(from[middle - 1]!, from[middle]!) <= 0) {
        to.set(from.subarray(start, end), start);
        continue;
      }
      const merged = { left: start, right: middle };
      for (let place = start; place < end; place += STRETCH) {
        const until = Math.min(place + STRETCH, end);
        mergeStretch(from, to, { place, until, middle, end }, merged, compare);
        yield;
      }
    }
    [from, to] = [to, from];
  }
  if (from !== values) values.set(from);
  return values;
}

function isSorted(values: Uint32Array, compare: (a: number, b: number) => number): boolean {
  for (let place = 1; place < values.length; place += 1) {
    if (compare(values[place - 1]!, values[place]!) > 0) return false;
  }
  return true;
}

/** Fills the places from `place` to `until` with what comes next of two runs, which part in the `middle`. */
function mergeStretch(
  from: Uint32Array,
  to: Uint32Array,
  { place, until, middle, end }: Readonly<Record<'place' | 'until' | 'middle' | 'end', number>>,
  merged: { left: number; right: number },
  compare: (a: number, b: number) => number,
): void {
  let { left, right } = merged;
  for (let next = place; next < until; next += 1) {
    const isLeft = left < middle && (right >= end || compare(from[left]!, from[right]!) <= 0);
    to[next] = isLeft ? from[left++]! : from[right++]!;
  }
  merged.left = left;
  merged.right = right;
}
