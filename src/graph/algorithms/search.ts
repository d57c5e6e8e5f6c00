import type { Query } from 'minisearch';
import { editDistance } from '../../util/edit-distance.ts';
import { fold } from '../../util/fold.ts';
import { normalForm } from '../../util/normal-form.ts';
import { typedMarks } from '../../util/typed-marks.ts';
import { words as split } from '../../util/words.ts';
import type { TextField } from '../indices/entity-texts.ts';
import { NO_WORD } from '../indices/text-words.ts';
import type { KnowledgeGraph } from '../knowledge-graph.ts';
import {
  type Found,
  GRADES,
  type Grade,
  leastScore,
  scoreOf,
  type WordsSought,
} from './search-score.ts';

/** Words beyond this many are not looked for. */
const MOST_WORDS = 24;
/** Shorter words are too like one another for guesses at typing errors. */
const LEAST_LENGTH_FOR_TYPOS = 4;
const LEAST_LENGTH_FOR_TWO_TYPOS = 8;
const LEAST_LENGTH_FOR_SWAPS = 3;
const LEAST_LENGTH_FOR_PREFIX = 3;
/** More marks that differ than these make a name no farther away. */
const MOST_MARKS = 8;

/** What a match stands on: a field of texts, or the code of a country. */
export type MatchField = TextField | 'code';

export interface SearchMatch {
  readonly node: number;
  /** Greater is better; comparable within one answer. */
  readonly score: number;
  readonly grade: Grade;
  readonly field: MatchField;
  /** Whether it has all words of the query, mistyped or not typed to the end as they may be. */
  readonly hasAll: boolean;
  /** The folded words of the index that matched. */
  readonly terms: readonly string[];
}

const isNumber = (word: string): boolean => /\p{N}/u.test(word);

/** What a test answers for each word, found out once. */
function once(test: (word: string) => boolean): (word: string) => boolean {
  const known = new Map<string, boolean>();
  return (word) => {
    let answer = known.get(word);
    if (answer === undefined) {
      answer = test(word);
      known.set(word, answer);
    }
    return answer;
  };
}

/** How many letters of a word may be mistyped; a number with another digit is another number. */
const typos = (word: string): number =>
  word.length < LEAST_LENGTH_FOR_TYPOS || isNumber(word)
    ? 0
    : word.length < LEAST_LENGTH_FOR_TWO_TYPOS
      ? 1
      : 2;

/** The words of a query, ready to be held against the texts. */
export function wordsSought(graph: KnowledgeGraph, query: string): WordsSought {
  const words = split(query).slice(0, MOST_WORDS);
  const folded = words.map(fold);
  const typed = words.map(normalForm);
  const marks = words.map(typedMarks);
  const index = graph.text().words;
  return {
    words: folded,
    typed,
    folded: folded.map(index.folded),
    marked: typed.map(index.marked),
    begins: marks.some(({ any }) => any)
      ? marks.map(({ of }, place) =>
          // Many texts have the same words.
          once((word) => fold(word).startsWith(folded[place]!) && of(word) === 2),
        )
      : null,
  };
}

/**
 * Entities in which the words of a query stand, the best first (`scoreOf` says what is better), then by name.
 * All words must match, or a name must stand whole in at least half of the query, as that of a person after a
 * title, or be a letter away from it, or the query be the code of a country; only when no entity is so found does any
 * word suffice.
 */
export function search(graph: KnowledgeGraph, query: string): readonly SearchMatch[] {
  const sought = wordsSought(graph, query);
  const { length } = sought.words;
  if (length === 0) return [];
  const matches = new Map<number, SearchMatch>();
  const take = (match: SearchMatch): void => {
    const { node, score } = match;
    const known = matches.get(node);
    if (known === undefined) matches.set(node, match);
    else if (score > known.score) {
      const hasAll = match.hasAll || known.hasAll;
      matches.set(node, {
        ...match,
        hasAll,
        terms: [...new Set([...match.terms, ...known.terms])],
      });
    }
  };
  for (const result of withAll(graph, sought)) take(found(graph, sought, result, true));
  for (const match of namedIn(graph, sought)) take(match);
  if (![...matches.values()].some((match) => isNameWithAll(sought, match))) {
    for (const match of nearTo(graph, sought)) take(match);
  }
  for (const match of codedAs(graph, sought)) take(match);
  if (matches.size === 0 && length > 1) {
    for (const result of withAny(graph, sought)) take(found(graph, sought, result, false));
  }
  const { rankOf } = graph.byName;
  return [...matches.values()].sort(
    (a, b) => b.score - a.score || rankOf[a.node]! - rankOf[b.node]!,
  );
}

/** Whether a name or alias has all words, with the marks that are typed. */
const isNameWithAll = ({ begins }: WordsSought, { hasAll, grade, field }: SearchMatch): boolean =>
  hasAll &&
  grade >= (begins === null ? GRADES.foldedWords : GRADES.markedWords) &&
  (field === 'name' || field === 'alias');

const BOOST = { name: 4, alias: 3, description: 1.5 };

/** What is looked for where a word was typed: that word or its like, and what it is if two of its letters changed places. */
function meaning(graph: KnowledgeGraph, word: string, prefix: boolean): Query {
  const query = { queries: [word], prefix, fuzzy: typos(word) || false };
  return { combineWith: 'OR', queries: [query, ...swapped(graph, word)] };
}

/** Nodes that have any of the words. */
const withAny = (graph: KnowledgeGraph, { words }: WordsSought): Found[] =>
  graph.text().inverted.search(
    {
      combineWith: 'OR',
      queries: words.map((word) => meaning(graph, word, word.length >= LEAST_LENGTH_FOR_PREFIX)),
    },
    { boost: BOOST },
  );

/**
 * Nodes that have all of the words. They are looked for one after another, the rarest first, and each only in what has
 * those before it: a frequent word beside a rare one does not cost all that has it.
 */
function withAll(graph: KnowledgeGraph, { words }: WordsSought): Found[] {
  const { inverted, words: index } = graph.text();
  // While the last word is being typed, any beginning of it counts.
  const isPrefix = (place: number): boolean =>
    words[place]!.length >= LEAST_LENGTH_FOR_PREFIX || place === words.length - 1;
  const frequency = words.map((word, place) => {
    const known = index.frequency(word, !isPrefix(place));
    // A mistyped word may stand for any like it, so that it tells the least.
    return known === 0 && typos(word) > 0 ? Number.MAX_SAFE_INTEGER : known;
  });
  const rarest = [...words.keys()].sort((a, b) => frequency[a]! - frequency[b]!);
  const distinct = new Set(words).size;
  let found: Map<number, Found> | undefined;
  for (const place of rarest) {
    const before = found;
    const word = words[place]!;
    const meant = meaning(graph, word, isPrefix(place));
    const results =
      before === undefined
        ? inverted.search(meant, { boost: BOOST })
        : inverted.searchAmong(before, meant, { boost: BOOST });
    found = new Map();
    for (const { id, score, match } of results) {
      const known = before?.get(id);
      found.set(id, {
        id,
        score: score * distinct + (known?.score ?? 0),
        match: { ...known?.match, ...match },
        terms: [],
      });
    }
    if (found.size === 0) break;
  }
  return Array.from(found!.values(), (one) => ({ ...one, terms: Object.keys(one.match) }));
}

/** The words that were meant where two letters changed places, as hurried hands make them, if what is typed begins no word. */
function swapped(graph: KnowledgeGraph, typed: string): readonly string[] {
  const { words } = graph.text();
  if (typed.length < LEAST_LENGTH_FOR_SWAPS || isNumber(typed)) return [];
  if (words.frequency(typed, false) > 0) return [];
  return Array.from({ length: typed.length - 1 }, (_, place) => {
    const [first, second] = [typed.charAt(place), typed.charAt(place + 1)];
    return `${typed.slice(0, place)}${second}${first}${typed.slice(place + 2)}`;
  }).filter((word) => words.folded(word) !== NO_WORD);
}

function found(
  graph: KnowledgeGraph,
  sought: WordsSought,
  result: Found,
  hasAll: boolean,
): SearchMatch {
  const { score, grade, field } = scoreOf(graph.text(), sought, result);
  return { node: result.id, score, grade, field, hasAll, terms: result.terms };
}

/** Those of which a name or alias is a run of at least half of the words, the longest runs first. */
function* namedIn(graph: KnowledgeGraph, { words }: WordsSought): Generator<SearchMatch> {
  for (let length = words.length - 1; length * 2 >= words.length; length -= 1) {
    const score = GRADES.named + length / words.length;
    for (let start = 0; start + length <= words.length; start += 1) {
      const terms = words.slice(start, start + length);
      for (const { node, field } of graph.text().names.named(terms)) {
        yield { node, score, grade: GRADES.named, field, hasAll: false, terms };
      }
    }
  }
}

/** Those of which a name or alias is a letter away from the whole query: the nearer the marks, the better. */
function* nearTo(graph: KnowledgeGraph, sought: WordsSought): Generator<SearchMatch> {
  const { names, words: index } = graph.text();
  const typed = sought.typed.join('');
  for (const { node, field, words } of names.near(sought.words)) {
    const letters = Array.from(words, index.markedWord).join('');
    const closeness = 1 / (1 + editDistance(typed, letters, MOST_MARKS));
    yield {
      node,
      score: leastScore(GRADES.near, field) + closeness / 2,
      grade: GRADES.near,
      field,
      hasAll: true,
      terms: Array.from(words, (word) => index.foldedWord(index.foldedOf[word]!)),
    };
  }
}

/** The country of which the query is the code. */
function* codedAs(graph: KnowledgeGraph, { words }: WordsSought): Generator<SearchMatch> {
  const node = words.length === 1 ? graph.text().coded(words[0]!) : undefined;
  if (node === undefined) return;
  const score = leastScore(GRADES.markedWhole, 'alias');
  yield { node, score, grade: GRADES.markedWhole, field: 'code', hasAll: true, terms: words };
}
