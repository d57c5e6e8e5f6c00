import type { LetterCase } from './letter-case.ts';
import type { Span } from './mention.ts';
import type { Word } from './words.ts';

/** Names that were told by their capitals, to be found again where everything is in capitals. */
export class KnownNames {
  /** Lower-case names, their words parted by one space. */
  readonly #names = new Set<string>();
  #longest = 0;

  /** Takes in names of a text. One word alone must be mostly capitalised. */
  learn(words: readonly Word[], names: readonly Span[], letterCase: LetterCase): void {
    let index = 0;
    for (const { start, end } of names) {
      while (words[index]!.start < start) index++;
      const from = index;
      while (index < words.length && words[index]!.end <= end) index++;
      const keys = words.slice(from, index).map(({ key }) => key);
      if (keys.length === 1 && !letterCase.isName(keys[0]!)) continue;
      this.#names.add(keys.join(' '));
      this.#longest = Math.max(this.#longest, keys.length);
    }
  }

  /** The known names in the banners of a text; where one is part of another, the longer. */
  find(words: readonly Word[], inBanner: readonly boolean[]): Span[] {
    const found: Span[] = [];
    for (let from = 0; from < words.length; ) {
      const to = inBanner[from] ? this.#endOfName(words, inBanner, from) : from;
      if (to > from) found.push({ start: words[from]!.start, end: words[to - 1]!.end });
      from = Math.max(to, from + 1);
    }
    return found;
  }

  /** Where the longest known name that begins at `from` ends; `from` itself when none does. */
  #endOfName(words: readonly Word[], inBanner: readonly boolean[], from: number): number {
    let end = from;
    let key = '';
    for (let to = from + 1; to <= words.length && to - from <= this.#longest; to++) {
      const word = words[to - 1]!;
      if (!inBanner[to - 1] || (to > from + 1 && word.joined === null)) break;
      key = key === '' ? word.key : `${key} ${word.key}`;
      if (this.#names.has(key)) end = to;
    }
    return end;
  }
}
