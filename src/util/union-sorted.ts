function merge(left: Uint32Array, right: Uint32Array): Uint32Array {
  const merged = new Uint32Array(left.length + right.length);
  let length = 0;
  let i = 0;
  let j = 0;
  while (i < left.length && j < right.length) {
    const a = left[i]!;
    const b = right[j]!;
    if (a <= b) i += 1;
    if (b <= a) j += 1;
    merged[length] = Math.min(a, b);
    length += 1;
  }
  const rest = i < left.length ? left.subarray(i) : right.subarray(j);
  merged.set(rest, length);
  return merged.subarray(0, length + rest.length);
}

/** The union of ascending lists, ascending, each number once. Merges in pairs: n log k for n numbers in k lists. */
export function unionSorted(lists: readonly Uint32Array[]): Uint32Array {
  let round = lists;
  while (round.length > 1) {
    const next: Uint32Array[] = [];
    for (let index = 0; index < round.length; index += 2) {
      const right = round[index + 1];
      next.push(right === undefined ? round[index]! : merge(round[index]!, right));
    }
    round = next;
  }
  return round[0] ?? new Uint32Array(0);
}
