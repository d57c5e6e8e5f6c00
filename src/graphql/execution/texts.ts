import type { Later } from '../later.ts';

/** A text that is put together from parts, some of which may come later. */
export class Texts {
  #text: string;
  /** All parts so far, once one of them is promised. */
  #parts: Later<string>[] | undefined;

  constructor(start: string) {
    this.#text = start;
  }

  add(part: Later<string>): void {
    if (this.#parts !== undefined) this.#parts.push(part);
    else if (typeof part === 'string') this.#text += part;
    else this.#parts = [this.#text, part];
  }

  joined(): Later<string> {
    if (this.#parts === undefined) return this.#text;
    return Promise.all(this.#parts).then((parts) => parts.join(''));
  }

  /**
   * Gives up for an error, but hears first what was promised: a promise that nobody hears, broken later, ends the process.
   * @throws the error, where nothing was promised
   */
  refuse(error: unknown): Promise<string> {
    if (this.#parts === undefined) throw error;
    return Promise.allSettled(this.#parts).then(() => {
      throw error;
    });
  }
}
