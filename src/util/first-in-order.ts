/** The first `limit` of the numbers below `size` in an order, without putting all of them in order. */
export function firstInOrder(
  size: number,
  limit: number,
  compare: (a: number, b: number) => number,
): readonly number[] {
  const kept: number[] = [];
  let last: number | undefined;
  const cut = (): void => {
    kept.sort(compare);
    kept.splice(limit);
    if (kept.length === limit) last = kept[limit - 1];
  };
  for (let number = 0; number < size; number += 1) {
    if (last !== undefined && compare(number, last) > 0) continue;
    kept.push(number);
    if (kept.length >= 2 * limit) cut();
  }
  cut();
  return kept;
}
