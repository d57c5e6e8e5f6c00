import type { SearchResult } from 'minisearch';
import { words as split } from '../../util/words.ts';
import type { TextIndex } from '../indices/by-text.ts';
import { TEXT_FIELDS, type TextField } from '../indices/entity-texts.ts';
import type { TextWords } from '../indices/text-words.ts';

/** The words of a query in order, without marks and with them, and their numbers likewise. */
export interface WordsSought {
  readonly words: readonly string[];
  readonly typed: readonly string[];
  readonly folded: readonly number[];
  readonly marked: readonly number[];
  /** Of each, whether it begins a word as that is written, with the marks that are typed; `null` where none is typed. */
  readonly begins: readonly ((word: string) => boolean)[] | null;
}

/** A node that has words of a query: those of the index that matched, and in which fields. */
export type Found = Pick<SearchResult, 'id' | 'score' | 'terms' | 'match'>;

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

/** A name that begins as typed is meant, and not only spoken of, where at least so much of it is typed. */
const BEGUN = 1 / 2;

/** The least score of a grade in a field. */
export const leastScore = (grade: Grade, field: TextField): number =>
  grade + TEXT_FIELDS.length - TEXT_FIELDS.indexOf(field);

export interface Scored {
  readonly score: number;
  readonly grade: Grade;
  readonly field: TextField;
}

/** How much relevance counts beside closeness. */
const RELEVANCE = 0.01;

/**
 * Grade, then field (a name counts more than an alias, an alias more than a description, that more than a text
 * stated of the entity), then closeness (how much of the text the query makes up), then relevance by BM25+ (Lv
 * and Zhai, Lower-Bounding Term Frequency Normalization, 2011): in one number, in which each outweighs all that
 * come after it.
 */
export function scoreOf(index: TextIndex, sought: WordsSought, result: Found): Scored {
  const { words } = index;
  let best = 0;
  let grade: Grade = GRADES.part;
  let field: TextField = 'statement';
  for (const one of TEXT_FIELDS) {
    const own = gradeOf(index, sought, result, one);
    if (own === null || leastScore(own, one) <= best) continue;
    best = leastScore(own, one);
    grade = own;
    field = one;
  }
  const matched = new Set(result.terms.map(words.folded));
  const lengths = words
    .texts(result.id, field)
    .filter((text) => text.some((word) => matched.has(words.foldedOf[word]!)))
    .map((text) => text.length);
  const closeness = Math.min(1, sought.words.length / Math.min(...lengths));
  const relevance = result.score / (result.score + 1);
  const score = best + closeness * (1 - RELEVANCE) + relevance * RELEVANCE;
  return { score, grade, field };
}

/** The grade that one field of an entity gives it, or `null` where the field has no word of the query. */
function gradeOf(
  { words, texts }: TextIndex,
  sought: WordsSought,
  { id, match }: Found,
  field: TextField,
): Grade | null {
  const terms = Object.keys(match).filter((term) => match[term]!.includes(field));
  if (terms.length === 0) return null;
  if (sought.words.every((word) => terms.some((term) => term.startsWith(word)))) {
    const isWhole = sought.words.every((word) => terms.includes(word));
    const grade = isWhole
      ? words
          .texts(id, field)
          .map((text) => textGrade(words, sought, text, field))
          .reduce((a, b) => (a > b ? a : b))
      : GRADES.prefix;
    const mayRise = sought.begins !== null && grade < GRADES.markedPrefix;
    return mayRise && texts(id, field).some((text) => beginsWithMarks(sought, text))
      ? GRADES.markedPrefix
      : grade;
  }
  if (sought.words.every((word) => Object.hasOwn(match, word))) return GRADES.scattered;
  return terms.length >= sought.words.length ? GRADES.typo : GRADES.part;
}

/** Whether each word of the query begins a word of the text, with the marks that are typed. */
export function beginsWithMarks({ begins }: WordsSought, text: string): boolean {
  if (begins === null) return true;
  const written = split(text);
  return begins.every((beginsOne) => written.some(beginsOne));
}

/** The grade of one text in a field that has all words of the query. */
function textGrade(
  { foldedOf }: TextWords,
  sought: WordsSought,
  text: Uint32Array,
  field: TextField,
): Grade {
  if (text.length === sought.words.length) {
    if (text.every((word, place) => word === sought.marked[place])) return GRADES.markedWhole;
    if (text.every((word, place) => foldedOf[word] === sought.folded[place])) {
      return GRADES.foldedWhole;
    }
  }
  const isName = field === 'name' || field === 'alias';
  const begins =
    sought.begins === null
      ? sought.folded.every((word, place) => foldedOf[text[place]!] === word)
      : sought.marked.every((word, place) => text[place] === word);
  if (isName && begins && sought.words.length >= BEGUN * text.length) return GRADES.begun;
  return sought.marked.every((word) => text.includes(word))
    ? GRADES.markedWords
    : GRADES.foldedWords;
}
