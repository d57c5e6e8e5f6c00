import type { SearchResult } from 'minisearch';
import { words as split } from '../../util/words.ts';
import type { TextIndex } from '../indices/by-text.ts';
import { TEXT_FIELDS, type TextField } from '../indices/entity-texts.ts';
import type { TextWords } from '../indices/text-words.ts';

/** The words of a query in order, without marks, and their numbers without marks and with them. */
export interface WordsSought {
  readonly words: readonly string[];
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
  /** A name that begins with all words in their order, with the marks that are typed. */
  begun: 8 * STEP,
  /** The very text, marks aside. */
  foldedWhole: 9 * STEP,
  /** The very text, with its marks. */
  markedWhole: 10 * STEP,
} as const;

/** How much relevance counts beside closeness. */
const RELEVANCE = 0.01;

/**
 * Grade, then field (a name counts more than an alias, an alias more than a description, that more than a text
 * stated of the entity), then closeness (how much of the text the query makes up), then relevance by BM25+ (Lv
 * and Zhai, Lower-Bounding Term Frequency Normalization, 2011): in one number, in which each outweighs all that
 * come after it.
 */
export function scoreOf(index: TextIndex, sought: WordsSought, result: Found): number {
  const { words } = index;
  let best = 0;
  let bestField: TextField = 'statement';
  TEXT_FIELDS.forEach((field, place) => {
    const grade = gradeOf(index, sought, result, field);
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
  { words, texts }: TextIndex,
  sought: WordsSought,
  { id, match }: Found,
  field: TextField,
): number | null {
  const terms = Object.keys(match).filter((term) => match[term]!.includes(field));
  if (terms.length === 0) return null;
  if (sought.words.every((word) => terms.some((term) => term.startsWith(word)))) {
    const isWhole = sought.words.every((word) => terms.includes(word));
    const grade = isWhole
      ? Math.max(...words.texts(id, field).map((text) => textGrade(words, sought, text, field)))
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
function beginsWithMarks({ begins }: WordsSought, text: string): boolean {
  const written = split(text);
  return begins!.every((beginsOne) => written.some(beginsOne));
}

/** The grade of one text in a field that has all words of the query. */
function textGrade(
  { foldedOf }: TextWords,
  sought: WordsSought,
  text: Uint32Array,
  field: TextField,
): number {
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
  if (isName && begins) return GRADES.begun;
  return sought.marked.every((word) => text.includes(word))
    ? GRADES.markedWords
    : GRADES.foldedWords;
}
