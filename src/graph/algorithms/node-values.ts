const GREATEST_STAMP = 0xffff_ffff;

/**
 * A number for each of some nodes, emptied at no cost however many nodes there are: a value counts only when
 * it bears the stamp of the current use. For one algorithm at a time.
 */
export class NodeValues {
  readonly #stamps: Uint32Array;
  readonly #values: Uint32Array;
  #stamp = 1;

  constructor(nodes: number) {
    this.#stamps = new Uint32Array(nodes);
    this.#values = new Uint32Array(nodes);
  }

  clear(): void {
    if (this.#stamp === GREATEST_STAMP) this.#stamps.fill(0);
    this.#stamp = this.#stamp === GREATEST_STAMP ? 1 : this.#stamp + 1;
  }

  has(node: number): boolean {
    return this.#stamps[node] === this.#stamp;
  }

  get(node: number): number | undefined {
    return this.has(node) ? this.#values[node] : undefined;
  }

  set(node: number, value: number): void {
    this.#stamps[node] = this.#stamp;
    this.#values[node] = value;
  }
}
