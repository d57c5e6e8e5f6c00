/** One condition of a filter, over the numbers of what is filtered. */
export interface Condition {
  /** At most so many numbers fulfil it. */
  readonly count: number;
  /** The numbers that fulfil it, ascending and each once. */
  list(): Uint32Array;
  holds(number: number): boolean;
}

/**
 * The numbers that fulfil all conditions, ascending: the list of the narrowest, tested by the others. `null`,
 * meaning all numbers, when there is no condition.
 */
export function fulfilling(conditions: readonly Condition[]): Uint32Array | null {
  const [narrowest, ...others] = [...conditions].sort((a, b) => a.count - b.count);
  if (narrowest === undefined) return null;
  const list = narrowest.list();
  return others.length === 0
    ? list
    : list.filter((number) => others.every((condition) => condition.holds(number)));
}
