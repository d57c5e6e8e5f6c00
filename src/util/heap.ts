/** A binary heap (Williams, Algorithm 232, 1964): gives back its items least first. */
export class Heap<T> {
  readonly #items: T[] = [];
  readonly #isBefore: (a: T, b: T) => boolean;

  constructor(isBefore: (a: T, b: T) => boolean) {
    this.#isBefore = isBefore;
  }

  push(item: T): void {
    const items = this.#items;
    let place = items.length;
    items.push(item);
    while (place > 0) {
      const above = (place - 1) >>> 1;
      if (!this.#isBefore(item, items[above]!)) break;
      items[place] = items[above]!;
      place = above;
    }
    items[place] = item;
  }

  /** Takes the least item out. */
  pop(): T | undefined {
    const items = this.#items;
    const least = items[0];
    const last = items.pop();
    if (last === undefined || items.length === 0) return least;
    let place = 0;
    for (;;) {
      let below = 2 * place + 1;
      if (below >= items.length) break;
      if (below + 1 < items.length && this.#isBefore(items[below + 1]!, items[below]!)) below += 1;
      if (!this.#isBefore(items[below]!, last)) break;
      items[place] = items[below]!;
      place = below;
    }
    items[place] = last;
    return least;
  }
}
