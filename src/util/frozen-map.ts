const refuse = (): never => {
  throw new TypeError('This map is frozen.');
};

/** A map that keeps the order of its entries and throws when somebody tries to change it. */
export function frozenMap<K, V>(entries: Iterable<readonly [K, V]>): ReadonlyMap<K, V> {
  const map = new Map(entries);
  return Object.freeze(Object.assign(map, { set: refuse, delete: refuse, clear: refuse }));
}
