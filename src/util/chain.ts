/** What can stand in a chain, in one at a time. No class, for the engine makes what several extend slowly. */
export interface Link<Item> {
  before: Item | undefined;
  after: Item | undefined;
}

/**
 * Things in the order in which they were put in, from which any can be taken out. A `Map` from which as much is taken as is put in
 * makes a new table all the time; the collector takes what a dead table of the old generation points to for alive, and keeps it.
 */
export class Chain<Item extends Link<Item>> {
  #first: Item | undefined;
  #last: Item | undefined;

  get first(): Item | undefined {
    return this.#first;
  }

  append(item: Item): void {
    item.before = this.#last;
    if (this.#last === undefined) this.#first = item;
    else this.#last.after = item;
    this.#last = item;
  }

  remove(item: Item): void {
    const { before, after } = item;
    if (before === undefined) this.#first = after;
    else before.after = after;
    if (after === undefined) this.#last = before;
    else after.before = before;
    item.before = undefined;
    item.after = undefined;
  }

  /** The one that was just given may be removed meanwhile. */
  *[Symbol.iterator](): Iterator<Item> {
    for (let item = this.#first, next = item?.after; item !== undefined; item = next) {
      next = item.after;
      yield item;
    }
  }
}
