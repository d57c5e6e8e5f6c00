/** After how many nodes an algorithm asks whether it is still wanted. */
const NODES_BETWEEN = 1000;

/** How much an algorithm has done, and whether it is to stop there. */
export class Effort {
  #visited = 0;
  #isSpent = false;
  readonly #stopped: () => boolean;

  constructor(stopped: () => boolean = () => false) {
    this.#stopped = stopped;
  }

  /** How many nodes were visited so far. */
  get visited(): number {
    return this.#visited;
  }

  get isSpent(): boolean {
    return this.#isSpent;
  }

  /** Counts one more node, and tells whether to stop before it. Once it says so, it always will. */
  visit(): boolean {
    if (!this.#isSpent && this.#visited % NODES_BETWEEN === 0) this.#isSpent = this.#stopped();
    if (!this.#isSpent) this.#visited += 1;
    return this.#isSpent;
  }
}
