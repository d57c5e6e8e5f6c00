import { Chain, type Keyed } from './chain.ts';

/** Values by key, of which those that were asked for last are kept, as far as they fit. */
export interface Kept<Key, Value> {
  get(key: Key): Value | undefined;
  set(key: Key, value: Value): void;
  /** Drops them all. */
  clear(): void;
  /** How much room the values that are kept take. */
  readonly size: number;
}

/** Keeps values within a bound on the sum of their sizes; one that is greater than a quarter of it is not kept at all. */
export function keptWithin<Value, Key = string>(
  bound: number,
  sizeOf: (value: Value) => number,
): Kept<Key, Value> {
  const kept = new Map<Key, Keyed<Key, Value>>();
  /** The first is the one not asked for the longest. */
  const order = new Chain<Keyed<Key, Value>>();
  let size = 0;
  const drop = (held: Keyed<Key, Value>): void => {
    kept.delete(held.key);
    order.remove(held);
    size -= sizeOf(held.value);
  };
  return {
    get(key) {
      const held = kept.get(key);
      if (held === undefined) return undefined;
      order.renew(held);
      return held.value;
    },
    set(key, value) {
      const before = kept.get(key);
      if (before !== undefined) drop(before);
      if (sizeOf(value) > bound / 4) return;
      const held = { key, value, before: undefined, after: undefined };
      kept.set(key, held);
      order.append(held);
      size += sizeOf(value);
      while (size > bound) drop(order.first!);
    },
    clear() {
      kept.clear();
      order.clear();
      size = 0;
    },
    get size() {
      return size;
    },
  };
}
