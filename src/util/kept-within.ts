/** Values by key, of which those that were asked for last are kept, as far as they fit. */
export interface Kept<Value> {
  get(key: string): Value | undefined;
  set(key: string, value: Value): void;
  /** Drops them all. */
  clear(): void;
  /** How much room the values that are kept take. */
  readonly size: number;
}

/** Keeps values within a bound on the sum of their sizes; one that is greater than a quarter of it is not kept at all. */
export function keptWithin<Value>(bound: number, sizeOf: (value: Value) => number): Kept<Value> {
  const kept = new Map<string, Value>();
  let size = 0;
  const drop = (key: string): void => {
    const value = kept.get(key);
    if (value === undefined) return;
    kept.delete(key);
    size -= sizeOf(value);
  };
  return {
    get(key) {
      const value = kept.get(key);
      if (value !== undefined) {
        // A map iterates in the order of insertion, so that the first key is the one not asked for the longest.
        kept.delete(key);
        kept.set(key, value);
      }
      return value;
    },
    set(key, value) {
      drop(key);
      if (sizeOf(value) > bound / 4) return;
      kept.set(key, value);
      size += sizeOf(value);
      for (const [oldest] of kept) {
        if (size <= bound) return;
        drop(oldest);
      }
    },
    clear() {
      kept.clear();
      size = 0;
    },
    get size() {
      return size;
    },
  };
}
