interface Kept<Value> {
  readonly value: Value;
  wasUsed: boolean;
}

/**
 * Keeps the results for `size` keys: of those that came first, the ones that were not asked for again go first. To ask for what is
 * kept moves nothing, since that happens far more often than anything else (second chance: F. J. Corbató, A Paging Experiment
 * with the Multics System, 1968).
 */
export function lastUsed<Key, Value>(size: number, make: (key: Key) => Value): (key: Key) => Value {
  const kept = new Map<Key, Kept<Value>>();
  const makeRoom = (): void => {
    for (const [key, one] of kept) {
      if (kept.size < size) return;
      // A map iterates in the order of insertion, so that what is put back comes last.
      kept.delete(key);
      if (!one.wasUsed) continue;
      one.wasUsed = false;
      kept.set(key, one);
    }
  };
  return (key) => {
    const known = kept.get(key);
    if (known !== undefined) {
      known.wasUsed = true;
      return known.value;
    }
    const value = make(key);
    makeRoom();
    kept.set(key, { value, wasUsed: false });
    return value;
  };
}
