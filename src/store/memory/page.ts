import type { Page, PageRequest } from '../port.ts';
import { checkBound, DEFAULT_PAGE, GREATEST } from './bounds.ts';
import { type Cursors, cursorInvalid } from './cursor.ts';

/** An ordered list that finds where an item stands without walking. */
export interface Listing<Value> {
  readonly length: number;
  at(position: number): Value;
  /** A name of the item that no other in the list has. */
  keyAt(position: number): string;
  /** Where the item with the key stands; `undefined` for a key of no item. */
  find(key: string): number | undefined;
}

/**
 * The part of a list that a request asks for, by the Relay rules: first what lies between the cursors, then
 * `first` of it, then `last` of that.
 * @throws ProblemError CURSOR_INVALID, ARGUMENT_OUT_OF_RANGE
 */
export function page<Value>(
  listing: Listing<Value>,
  { first, after, last, before }: PageRequest,
  cursors: Cursors,
): Page<Value> {
  checkBound('first', first, 0, GREATEST.page);
  checkBound('last', last, 0, GREATEST.page);
  const positionOf = (argument: 'after' | 'before', cursor: string): number => {
    const position = listing.find(cursors.decode(argument, cursor));
    if (position === undefined)
      throw cursorInvalid(argument, 'what it points at is not in the list');
    return position;
  };
  let start = after === undefined ? 0 : positionOf('after', after) + 1;
  let end = before === undefined ? listing.length : positionOf('before', before);
  end = Math.max(start, end);
  const most = first ?? (last === undefined ? DEFAULT_PAGE : undefined);
  if (most !== undefined) end = Math.min(end, start + most);
  if (last !== undefined) start = Math.max(start, end - last);
  return {
    items: itemsOf(listing, start, end, cursors),
    totalCount: listing.length,
    hasNextPage: end < listing.length,
    hasPreviousPage: start > 0,
  };
}

/** An item of a page. Its cursor is made when it is asked for: most never are. */
class Item<Value> {
  readonly value: Value;
  readonly #position: number;
  readonly #listing: Listing<Value>;
  readonly #cursors: Cursors;

  constructor(listing: Listing<Value>, position: number, cursors: Cursors) {
    this.value = listing.at(position);
    this.#position = position;
    this.#listing = listing;
    this.#cursors = cursors;
  }

  get cursor(): string {
    return this.#cursors.encode(this.#listing.keyAt(this.#position));
  }
}

function itemsOf<Value>(
  listing: Listing<Value>,
  start: number,
  end: number,
  cursors: Cursors,
): Item<Value>[] {
  const items: Item<Value>[] = [];
  for (let position = start; position < end; position += 1) {
    items.push(new Item(listing, position, cursors));
  }
  return items;
}
