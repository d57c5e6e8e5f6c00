import type { Listing } from './page.ts';

/** A listing of items that were found and put in order for one request. */
export const itemListing = <Item, Value>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
  value: (item: Item) => Value,
): Listing<Value> => ({
  length: items.length,
  at: (position) => value(items[position]!),
  keyAt: (position) => keyOf(items[position]!),
  find(key) {
    const position = items.findIndex((item) => keyOf(item) === key);
    return position < 0 ? undefined : position;
  },
});
