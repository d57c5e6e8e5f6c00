import { compareText } from '../../util/compare.ts';
import { fold } from '../../util/fold.ts';
import { STRETCH } from '../../util/gradual.ts';
import { lowerBound } from '../../util/lower-bound.ts';
import { normalForm } from '../../util/normal-form.ts';
import { numbersBelow } from '../../util/numbers-below.ts';
import { words } from '../../util/words.ts';
import { type EntityTexts, TEXT_FIELDS, type TextField } from './entity-texts.ts';

/** The number of a word that no text has. */
export const NO_WORD = 0xffff_ffff;

/**
 * The words of all texts as numbers, so that a query is held against a text without splitting or folding it
 * again. Each word has a number with its marks and another without; four bytes a word.
 */
export interface TextWords {
  /** The texts of a field of a node, in the order of `EntityTexts`, each as its words with marks. */
  texts(node: number, field: TextField): Uint32Array[];
  /** The same for who looks at very many: where they lie. */
  readonly layout: TextLayout;
  /** The word without marks of a word with marks. */
  readonly foldedOf: Uint32Array;
  /** The numbers of words; `NO_WORD` for those that no text has. */
  marked(word: string): number;
  folded(word: string): number;
  /** The words that have the numbers. */
  markedWord(marked: number): string;
  foldedWord(folded: number): string;
  /** The numbers of all words without marks, in the order of the words. */
  readonly alphabet: Uint32Array;
  /** Where in the alphabet stand the words without marks that are this, or that begin so: `first` and on, before `end`. */
  spelled(folded: string, isWhole: boolean): { readonly first: number; readonly end: number };
  /** How often such words stand in the texts. */
  frequency(folded: string, isWhole: boolean): number;
}

/** The fields of all nodes one after another, as many for each node as there are, and of each its texts. */
export interface TextLayout {
  /** Where among the texts those of a field start; those of the next start where they end. */
  readonly fieldStarts: Uint32Array;
  /** Where in `all` the words of a text start; those of the next start where they end. */
  readonly textStarts: Uint32Array;
  /** The words with marks. */
  readonly all: Uint32Array;
}

/** Gives out numbers for words in the order in which they come. */
class Vocabulary {
  readonly words: string[] = [];
  readonly #numbers = new Map<string, number>();

  add(word: string): number {
    const known = this.#numbers.get(word);
    if (known !== undefined) return known;
    this.#numbers.set(word, this.words.length);
    return this.words.push(word) - 1;
  }

  number(word: string): number {
    return this.#numbers.get(word) ?? NO_WORD;
  }
}

/** Yields now and then, for it takes long. */
export function* textWords(nodes: number, entityTexts: EntityTexts): Generator<void, TextWords> {
  const asWritten = new Vocabulary();
  const marked = new Vocabulary();
  const folded = new Vocabulary();
  const markedOf: number[] = [];
  const foldedOf: number[] = [];
  /** A word is worked out once, however often it is written. */
  const number = (word: string): number => {
    const written = asWritten.add(word);
    if (written === markedOf.length) {
      const normal = marked.add(normalForm(word));
      if (normal === foldedOf.length) foldedOf.push(folded.add(fold(word)));
      markedOf.push(normal);
    }
    return markedOf[written]!;
  };

  const numbers: number[] = [];
  const textStarts: number[] = [];
  const fieldStarts = new Uint32Array(nodes * TEXT_FIELDS.length + 1);
  for (let node = 0; node < nodes; node += 1) {
    TEXT_FIELDS.forEach((field, index) => {
      fieldStarts[node * TEXT_FIELDS.length + index] = textStarts.length;
      for (const text of entityTexts(node, field)) {
        textStarts.push(numbers.length);
        for (const word of words(text)) numbers.push(number(word));
      }
    });
    if (node % STRETCH === 0) yield;
  }
  fieldStarts[nodes * TEXT_FIELDS.length] = textStarts.length;
  textStarts.push(numbers.length);
  const all = Uint32Array.from(numbers);
  const starts = Uint32Array.from(textStarts);
  yield;
  const frequencies = new Uint32Array(folded.words.length);
  for (const word of all) frequencies[foldedOf[word]!]! += 1;
  const alphabet = numbersBelow(folded.words.length).sort((a, b) =>
    compareText(folded.words[a]!, folded.words[b]!),
  );
  /** How often the words before each of the alphabet stand in the texts, altogether. */
  const before = new Uint32Array(alphabet.length + 1);
  alphabet.forEach((word, place) => {
    before[place + 1] = before[place]! + frequencies[word]!;
  });
  const spelled: TextWords['spelled'] = (sought, isWhole) => {
    const wordAt = (place: number): string => folded.words[alphabet[place]!]!;
    return {
      first: lowerBound(alphabet.length, (place) => wordAt(place) < sought),
      end: lowerBound(alphabet.length, (place) => {
        const word = wordAt(place);
        return word < sought || (isWhole ? word === sought : word.startsWith(sought));
      }),
    };
  };

  const texts: TextWords['texts'] = (node, field) => {
    const place = node * TEXT_FIELDS.length + TEXT_FIELDS.indexOf(field);
    const found: Uint32Array[] = [];
    for (let text = fieldStarts[place]!; text < fieldStarts[place + 1]!; text += 1) {
      found.push(all.subarray(starts[text], starts[text + 1]));
    }
    return found;
  };
  return {
    texts,
    layout: { fieldStarts, textStarts: starts, all },
    foldedOf: Uint32Array.from(foldedOf),
    marked: (word) => marked.number(word),
    folded: (word) => folded.number(word),
    markedWord: (number) => marked.words[number]!,
    foldedWord: (number) => folded.words[number]!,
    alphabet,
    spelled,
    frequency(sought, isWhole) {
      const { first, end } = spelled(sought, isWhole);
      return before[end]! - before[first]!;
    },
  };
}
