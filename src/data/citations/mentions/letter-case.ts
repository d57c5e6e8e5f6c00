import { compoundsFrom } from './compounds.ts';
import { functionWords } from './function-words.ts';
import type { Span } from './mention.ts';
import type { Word } from './words.ts';

/** A word, or a compound of which only the first syllable may be capitalised. */
export interface Unit extends Span {
  readonly key: string;
  /** The words of the unit, as places in the list that it was made from: from `from` up to, not including, `to`. */
  readonly from: number;
  readonly to: number;
}

/** Joins the words of a text into units; each word is in one. */
export function splitUnits(words: readonly Word[]): Unit[] {
  const units: Unit[] = [];
  for (let from = 0; from < words.length; from = units.at(-1)!.to) {
    const first = words[from]!;
    const compound = compoundsFrom(first.key).find((syllables) =>
      syllables.every((key, index) => {
        const word = words[from + index];
        return (
          word?.key === key &&
          (index === 0 || (word.joined === 'space' && word.capitals === 'none'))
        );
      }),
    );
    const to = from + (compound?.length ?? 1);
    const key = compound?.join(' ') ?? first.key;
    units.push({ key, from, to, start: first.start, end: words[to - 1]!.end });
  }
  return units;
}

interface Count {
  /** With a capital, and no capitalised neighbour. */
  alone: number;
  /** With a capital, beside another one. */
  together: number;
  lower: number;
}

/**
 * How words are written away from the starts of sentences, so that the capital of one at a start can be judged
 * by its most frequent form elsewhere. After Lita, Ittycheriah, Roukos and Kambhatla, "tRuEcasIng", ACL 2003.
 */
export class LetterCase {
  readonly #counts = new Map<string, Count>();
  readonly #all: LetterCase;

  /** @param all For the letter case of one article: that of all, which learns along. */
  constructor(all?: LetterCase) {
    this.#all = all ?? this;
  }

  /** Counts the units of a text that do not open sentences. All-capital words say nothing and are left out. */
  learn(words: readonly Word[]): void {
    for (const { key, from, to } of splitUnits(words)) {
      const { opens, capitals } = words[from]!;
      if (opens || capitals === 'all') continue;
      const count = this.#counts.get(key) ?? { alone: 0, together: 0, lower: 0 };
      this.#counts.set(key, count);
      if (capitals === 'none') count.lower++;
      else if (isCapitalBeside(words, from, to)) count.together++;
      else count.alone++;
    }
    if (this.#all !== this) this.#all.learn(words);
  }

  /**
   * Standing alone elsewhere in the article (in any, if it does not in this), it has a capital at least as
   * often as not.
   */
  isName(key: string): boolean {
    const own = this.#counts.get(key);
    const count = own && own.alone + own.lower > 0 ? own : this.#all.#counts.get(key);
    return count !== undefined && count.alone > 0 && count.alone >= count.lower;
  }

  /** It is a function word, or occurs elsewhere in some article and in none with a capital. */
  isOrdinary(key: string): boolean {
    if (functionWords.has(key)) return true;
    const count = this.#all.#counts.get(key);
    return count !== undefined && count.alone + count.together === 0;
  }
}

/** Whether a capitalised word is joined to the unit of the words `from` to `to` on either side. */
function isCapitalBeside(words: readonly Word[], from: number, to: number): boolean {
  const before = words[from]?.joined ? words[from - 1] : undefined;
  const after = words[to]?.joined ? words[to] : undefined;
  return [before, after].some((word) => word !== undefined && word.capitals !== 'none');
}
