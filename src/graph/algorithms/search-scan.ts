import type { TextIndex } from '../indices/by-text.ts';
import { TEXT_FIELDS, type TextField } from '../indices/entity-texts.ts';
import { NO_WORD } from '../indices/text-words.ts';
import {
  beginsWithMarks,
  GRADES,
  type Grade,
  leastScore,
  type WordsSought,
} from './search-grades.ts';

/** For each word of a query, the words of the index that may be meant by it, and how surely. */
export type Meanings = readonly ReadonlyMap<number, number>[];

/** Looks at one node after another for the words of a query; until another does. */
export interface Scan {
  /** How well the node answers the query; 0 where it has not as many of its words as it must. */
  score(node: number): number;
  /** Of the node that was looked at last: what its score stands on. */
  readonly grade: Grade;
  readonly field: TextField;
  /** The words without marks of the node that are meant. */
  terms(node: number): string[];
}

const FIELDS = TEXT_FIELDS.length;
/** A name that begins as typed is meant, and not only spoken of, where at least so much of it is typed. */
const BEGUN = 1 / 2;
/** How much relevance counts beside closeness. */
const RELEVANCE = 0.01;
/** What a word weighs more in a field. */
const BOOST: Readonly<Record<TextField, number>> = {
  name: 4,
  alias: 3,
  description: 1.5,
  statement: 1,
};
/** Of BM25+: how soon a word that comes again counts no more, how much long fields lose, and what a word counts at least. */
const SATURATION = 1.2;
const LENGTH = 0.7;
const LEAST = 0.5;

/**
 * Grade, then field (a name counts more than an alias, an alias more than a description, that more than a text
 * stated of the entity), then closeness (how much of the text the query makes up), then relevance by BM25+ (Lv
 * and Zhai, Lower-Bounding Term Frequency Normalization, 2011): in one number, in which each outweighs all that
 * come after it.
 *
 * A query may find a node in five, so that a look at one makes nothing: whatever is noted of it lies in arrays that are
 * made once for the query. The words of the query are bits.
 */
export function scan(
  index: TextIndex,
  sought: WordsSought,
  meanings: Meanings,
  mustHaveAll: boolean,
): Scan {
  const { words, inverted, texts } = index;
  const { foldedOf, layout } = words;
  const { fieldStarts, textStarts, all } = layout;
  const nodes = (fieldStarts.length - 1) / FIELDS;
  const every = 2 ** sought.words.length - 1;

  const isMeant = new Set(meanings.flatMap((meaning) => [...meaning.keys()]));
  const meant = [...isMeant];
  /** For each word of the index its place among those that are meant, counted from 1. */
  const { roles } = inverted;
  roles.clear();
  /** By role, which words of the query mean the word, are the beginning of it, or are the word. */
  const means = new Uint32Array(meant.length + 1);
  const begins = new Uint32Array(meant.length + 1);
  const equals = new Uint32Array(meant.length + 1);
  /** By role and field, what the word counts where nothing but how often it comes there makes a difference. */
  const weights = new Float64Array((meant.length + 1) * FIELDS);
  meant.forEach((word, place) => {
    const role = place + 1;
    const text = words.foldedWord(word);
    roles.set(word, role);
    let weight = 0;
    meanings.forEach((meaning, position) => {
      weight += meaning.get(word) ?? 0;
      if (meaning.has(word)) means[role]! |= 1 << position;
      if (text.startsWith(sought.words[position]!)) begins[role]! |= 1 << position;
      if (text === sought.words[position]) equals[role]! |= 1 << position;
    });
    TEXT_FIELDS.forEach((field, number) => {
      const having = inverted.inField(word, number);
      const rarity = Math.log(1 + (nodes - having + 0.5) / (having + 0.5));
      weights[role * FIELDS + number] = weight * BOOST[field] * rarity;
    });
  });

  /** What is noted of the fields of a node. */
  const begun = new Uint32Array(FIELDS);
  const whole = new Uint32Array(FIELDS);
  const different = new Uint32Array(FIELDS);
  const shortest = new Uint32Array(FIELDS);
  /** How often each word that is meant comes in one field, and which do. */
  const times = new Uint32Array(meant.length + 1);
  const met = new Uint32Array(meant.length + 1);

  /** Notes the words of a field; which words of the query it has. */
  const read = (place: number, field: number): number => {
    let has = 0;
    let metHere = 0;
    begun[field] = 0;
    whole[field] = 0;
    shortest[field] = NO_WORD;
    const end = fieldStarts[place + 1]!;
    for (let text = fieldStarts[place]!; text < end; text += 1) {
      const start = textStarts[text]!;
      const after = textStarts[text + 1]!;
      let isMet = false;
      for (let at = start; at < after; at += 1) {
        const role = roles.get(foldedOf[all[at]!]!);
        if (role === undefined) continue;
        isMet = true;
        times[role]! += 1;
        if (times[role] !== 1) continue;
        met[metHere] = role;
        metHere += 1;
        has |= means[role]!;
        begun[field]! |= begins[role]!;
        whole[field]! |= equals[role]!;
      }
      if (isMet && after - start < shortest[field]!) shortest[field] = after - start;
    }
    different[field] = metHere;
    return has;
  };

  /** The relevance of the field that was read last, the notes of which are cleared. */
  const takeRelevance = (node: number, field: number): number => {
    let relevance = 0;
    const mean = inverted.meanLengths[field]!;
    const norm = SATURATION * (1 - LENGTH + (LENGTH * inverted.length(node, field)) / mean);
    for (let place = 0; place < different[field]!; place += 1) {
      const role = met[place]!;
      const often = times[role]!;
      times[role] = 0;
      relevance +=
        weights[role * FIELDS + field]! * (LEAST + (often * (SATURATION + 1)) / (often + norm));
    }
    return relevance;
  };

  const wordCount = sought.words.length;
  /** The grade of a text, from one place to another in `all`, in a field that has all words. */
  const textGrade = (start: number, end: number, isName: boolean): Grade => {
    const length = end - start;
    const { marked, folded } = sought;
    let isMarked = true;
    let isFolded = length >= wordCount;
    for (let place = 0; isFolded && place < wordCount; place += 1) {
      const word = all[start + place]!;
      if (word !== marked[place]) isMarked = false;
      if (foldedOf[word] !== folded[place]) isFolded = false;
    }
    if (isFolded && length === wordCount) {
      return isMarked ? GRADES.markedWhole : GRADES.foldedWhole;
    }
    const begins = isFolded && (isMarked || sought.begins === null);
    if (isName && begins && wordCount >= BEGUN * length) return GRADES.begun;
    for (let place = 0; place < wordCount; place += 1) {
      let at = start;
      while (at < end && all[at] !== marked[place]) at += 1;
      if (at === end) return GRADES.foldedWords;
    }
    return GRADES.markedWords;
  };

  const gradeOf = (node: number, field: number, inAll: number): Grade => {
    if (begun[field] !== every) {
      if (inAll === every) return GRADES.scattered;
      return different[field]! >= wordCount ? GRADES.typo : GRADES.part;
    }
    let grade: Grade = GRADES.prefix;
    if (whole[field] === every) {
      const place = node * FIELDS + field;
      for (let text = fieldStarts[place]!; text < fieldStarts[place + 1]!; text += 1) {
        const own = textGrade(textStarts[text]!, textStarts[text + 1]!, field <= LAST_NAME);
        if (own > grade) grade = own;
      }
    }
    const mayRise = sought.begins !== null && grade < GRADES.markedPrefix;
    return mayRise && texts(node, TEXT_FIELDS[field]!).some((text) => beginsWithMarks(sought, text))
      ? GRADES.markedPrefix
      : grade;
  };

  let grade: Grade = GRADES.part;
  let field = 0;
  return {
    score(node) {
      let has = 0;
      let inAll = 0;
      let relevance = 0;
      for (let field = 0; field < FIELDS; field += 1) {
        has |= read(node * FIELDS + field, field);
        inAll |= whole[field]!;
        if (different[field]! > 0) relevance += takeRelevance(node, field);
      }
      if (mustHaveAll ? has !== every : has === 0) return 0;
      let best = 0;
      for (let one = 0; one < FIELDS; one += 1) {
        if (different[one] === 0) continue;
        const own = gradeOf(node, one, inAll);
        const least = leastScore(own, one);
        if (least <= best) continue;
        best = least;
        grade = own;
        field = one;
      }
      const closeness = Math.min(1, wordCount / shortest[field]!);
      relevance *= bits(has);
      return best + closeness * (1 - RELEVANCE) + (relevance / (relevance + 1)) * RELEVANCE;
    },
    get grade() {
      return grade;
    },
    get field() {
      return TEXT_FIELDS[field]!;
    },
    terms(node) {
      const found = new Set<number>();
      const end = textStarts[fieldStarts[(node + 1) * FIELDS]!]!;
      for (let at = textStarts[fieldStarts[node * FIELDS]!]!; at < end; at += 1) {
        const word = foldedOf[all[at]!]!;
        if (isMeant.has(word)) found.add(word);
      }
      return Array.from(found, words.foldedWord);
    },
  };
}

/** The fields up to this one are names. */
const LAST_NAME = TEXT_FIELDS.indexOf('alias');

/** How many bits are set: who has more of the words is the more relevant. */
function bits(number: number): number {
  let count = 0;
  for (let rest = number; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
