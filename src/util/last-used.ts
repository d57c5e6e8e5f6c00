/** Keeps the results for the `size` keys that were asked for last. */
export function lastUsed<Key, Value>(size: number, make: (key: Key) => Value): (key: Key) => Value {
  const kept = new Map<Key, Value>();
  return (key) => {
    const value = kept.has(key) ? kept.get(key)! : make(key);
    // A map iterates in the order of insertion, so that the first key is the one not asked for the longest.
    kept.delete(key);
    kept.set(key, value);
    if (kept.size > size) kept.delete(kept.keys().next().value!);
    return value;
  };
}
