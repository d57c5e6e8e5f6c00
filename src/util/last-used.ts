import { Chain, type Keyed } from './chain.ts';

/** Keeps the results for the `size` keys that were asked for last. */
export function lastUsed<Key, Value>(size: number, make: (key: Key) => Value): (key: Key) => Value {
  const kept = new Map<Key, Keyed<Key, Value>>();
  /** The first is the one not asked for the longest. */
  const order = new Chain<Keyed<Key, Value>>();
  return (key) => {
    const known = kept.get(key);
    if (known !== undefined) {
      order.renew(known);
      return known.value;
    }
    const made = { key, value: make(key), before: undefined, after: undefined };
    kept.set(key, made);
    order.append(made);
    if (kept.size > size) {
      const oldest = order.first!;
      kept.delete(oldest.key);
      order.remove(oldest);
    }
    return made.value;
  };
}
