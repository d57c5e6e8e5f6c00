import { words as split } from '../../util/words.ts';
import { TEXT_FIELDS } from '../indices/entity-texts.ts';

/** The words of a query in order, without marks and with them, and their numbers likewise. */
export interface WordsSought {
  readonly words: readonly string[];
  readonly typed: readonly string[];
  readonly folded: readonly number[];
  readonly marked: readonly number[];
  /** Of each, whether it begins a word as that is written, with the marks that are typed; `null` where none is typed. */
  readonly begins: readonly ((word: string) => boolean)[] | null;
}

/** Room for each field between one grade and the next. */
const STEP = TEXT_FIELDS.length + 1;

/** How well a text answers a query, from worst to best. */
export const GRADES = {
  /** Some of the words, or words mistyped and scattered over the fields. */
  part: 0,
  /** As many words as are sought, some of them mistyped. */
  typo: STEP,
  /** All words as typed, scattered over the fields. */
  scattered: 2 * STEP,
  /** All words, or beginnings of words, marks aside. */
  prefix: 3 * STEP,
  /** All words, marks aside. */
  foldedWords: 4 * STEP,
  /** All words, or beginnings of words, of one text, with the marks that are typed. */
  markedPrefix: 5 * STEP,
  /** All words with their marks. */
  markedWords: 6 * STEP,
  /** A name that stands whole in the query. */
  named: 7 * STEP,
  /** A name of which at most one letter is mistyped; looked for where no name has all words. */
  near: 8 * STEP,
  /** A name that begins with all words in their order, with the marks that are typed, and hardly goes on. */
  begun: 9 * STEP,
  /** The very text, marks aside. */
  foldedWhole: 10 * STEP,
  /** The very text, with its marks. */
  markedWhole: 11 * STEP,
} as const;
export type Grade = (typeof GRADES)[keyof typeof GRADES];

/** The least score of a grade in a field, which is given by its place. */
export const leastScore = (grade: Grade, field: number): number =>
  grade + TEXT_FIELDS.length - field;

/** Whether each word of the query begins a word of the text, with the marks that are typed. */
export function beginsWithMarks({ begins }: WordsSought, text: string): boolean {
  if (begins === null) return true;
  const written = split(text);
  return begins.every((beginsOne) => written.some(beginsOne));
}
