import { compareText } from '../util/compare.ts';
import type { Problem, Where } from './problem.ts';

const compareWhere = (a: Where, b: Where): number =>
  compareText(a.file ?? '', b.file ?? '') ||
  (a.line ?? 0) - (b.line ?? 0) ||
  (a.column ?? 0) - (b.column ?? 0);

const compareProblems = (a: Problem, b: Problem): number =>
  compareWhere(a.where, b.where) ||
  compareText(a.code, b.code) ||
  compareText(a.message, b.message);

/**
 * Gathers problems in any order and gives the first of them in the order of file, line and column. Holds at most
 * twice the limit, so that a file with a million mistakes costs no memory.
 */
export class ProblemCollector {
  #kept: Problem[] = [];
  #total = 0;
  #last: Problem | undefined;
  readonly #limit: number;

  /** @param limit how many problems to give at most. */
  constructor(limit: number) {
    this.#limit = limit;
  }

  get total(): number {
    return this.#total;
  }

  /**
   * @param from a place that the problem does not precede, cheaply known.
   * @param make makes the problem; not called for one that would be left out.
   */
  add(from: Where, make: () => Problem): void {
    this.#total += 1;
    if (this.#last !== undefined && compareWhere(from, this.#last.where) > 0) return;
    this.#kept.push(make());
    if (this.#kept.length >= 2 * this.#limit) this.#cut();
  }

  #cut(): void {
    this.#kept.sort(compareProblems);
    this.#kept = this.#kept.slice(0, this.#limit);
    if (this.#kept.length === this.#limit) this.#last = this.#kept.at(-1);
  }

  /** The problems in order, and how many more there are. */
  finish(): { readonly problems: readonly Problem[]; readonly leftOut: number } {
    this.#cut();
    return { problems: this.#kept, leftOut: this.#total - this.#kept.length };
  }
}
