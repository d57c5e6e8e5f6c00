import type { SearchResult } from 'minisearch';
import type { TextIndex } from '../indices/by-text.ts';
import { TEXT_FIELDS, type TextField } from '../indices/entity-texts.ts';
import type { TextWords } from '../indices/text-words.ts';

/** The words of a query in order, and their numbers without marks and with them. */
export interface WordsSought {
  readonly words: readonly string[];
  readonly folded: readonly number[];
  readonly marked: readonly number[];
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
  /** All words, or beginnings of words. */
  prefix: 3 * STEP,
  /** All words, marks aside. */
  foldedWords: 4 * STEP,
  /** All words with their marks. */
  markedWords: 5 * STEP,
  /** A name that stands whole in the query. */
  named: 6 * STEP,
  /** The very text, marks aside. */
  foldedWhole: 7 * STEP,
  /** The very text, with its marks. */
  markedWhole: 8 * STEP,
} as const;

/** How much relevance counts beside closeness. */
const RELEVANCE = 0.01;

/**
 * Grade, then field (a name counts more than an alias, an alias more than a description, that more than a text
 * stated of the entity), then closeness (how much of the text the query makes up), then relevance by BM25+ (Lv
 * and Zhai, Lower-Bounding Term Frequency Normalization, 2011): in one number, in which each outweighs all that
 * come after it.
 */
export function scoreOf({ words }: TextIndex, sought: WordsSought, result: SearchResult): number {
  let best = 0;
  let bestField: TextField = 'statement';
  TEXT_FIELDS.forEach((field, place) => {
    const grade = gradeOf(words, sought, result, field);
    const score = grade === null ? 0 : grade + TEXT_FIELDS.length - place;
    if (score <= best) return;
    best = score;
    bestField = field;
  });
  const matched = new Set(result.terms.map(words.folded));
  const lengths = words
    .texts(result.id, bestField)
    .filter((text) => text.some((word) => matched.has(words.foldedOf[word]!)))
    .map((text) => text.length);
  const closeness = Math.min(1, sought.words.length / Math.min(...lengths));
  const relevance = result.score / (result.score + 1);
  return best + closeness * (1 - RELEVANCE) + relevance * RELEVANCE;
}

/** The grade that one field of an entity gives it, or `null` where the field has no word of the query. */
function gradeOf(
  words: TextWords,
  sought: WordsSought,
  { id, match }: SearchResult,
  field: TextField,
): number | null {
  const terms = Object.keys(match).filter((term) => match[term]!.includes(field));
  if (terms.length === 0) return null;
  if (sought.words.every((word) => terms.includes(word))) {
    const grades = words.texts(id, field).map((text) => textGrade(words, sought, text));
    return Math.max(...grades);
  }
  if (sought.words.every((word) => terms.some((term) => term.startsWith(word)))) {
    return GRADES.prefix;
  }
  if (sought.words.every((word) => match[word] !== undefined)) return GRADES.scattered;
  return terms.length >= sought.words.length ? GRADES.typo : GRADES.part;
}

/** The grade of one text in a field that has all words of the query. */
function textGrade({ foldedOf }: TextWords, sought: WordsSought, text: Uint32Array): number {
  if (text.length === sought.words.length) {
    if (text.every((word, place) => word === sought.marked[place])) return GRADES.markedWhole;
    if (text.every((word, place) => foldedOf[word] === sought.folded[place])) {
      return GRADES.foldedWhole;
    }
  }
  return sought.marked.every((word) => text.includes(word))
    ? GRADES.markedWords
    : GRADES.foldedWords;
}
