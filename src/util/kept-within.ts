/** Values by key, kept as far as they fit; those that were not asked for again go first. */
export interface Kept<Value> {
  get(key: string): Value | undefined;
  set(key: string, value: Value): void;
  /** Drops them all. */
  clear(): void;
  /** How much room the values that are kept take. */
  readonly size: number;
}

interface Held<Value> {
  readonly value: Value;
  readonly size: number;
  wasUsed: boolean;
}

/**
 * Keeps values within a bound on the sum of their sizes; one that is greater than a quarter of it is not kept at all. Room is made
 * as in `lastUsed`: to ask for what is kept moves nothing.
 */
export function keptWithin<Value>(bound: number, sizeOf: (value: Value) => number): Kept<Value> {
  const kept = new Map<string, Held<Value>>();
  let total = 0;
  const drop = (key: string, { size }: Held<Value>): void => {
    kept.delete(key);
    total -= size;
  };
  const makeRoom = (most: number): void => {
    for (const [key, one] of kept) {
      if (total <= most) return;
      drop(key, one);
      if (!one.wasUsed) continue;
      // A map iterates in the order of insertion, so that what is put back comes last.
      one.wasUsed = false;
      kept.set(key, one);
      total += one.size;
    }
  };
  return {
    get(key) {
      const one = kept.get(key);
      if (one === undefined) return undefined;
      one.wasUsed = true;
      return one.value;
    },
    set(key, value) {
      const before = kept.get(key);
      if (before !== undefined) drop(key, before);
      const size = sizeOf(value);
      if (size > bound / 4) return;
      makeRoom(bound - size);
      kept.set(key, { value, size, wasUsed: false });
      total += size;
    },
    clear() {
      kept.clear();
      total = 0;
    },
    get size() {
      return total;
    },
  };
}
