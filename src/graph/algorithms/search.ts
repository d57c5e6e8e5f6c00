import { editDistance } from '../../util/edit-distance.ts';
import { fold } from '../../util/fold.ts';
import { normalForm } from '../../util/normal-form.ts';
import { typedMarks } from '../../util/typed-marks.ts';
import { words as split } from '../../util/words.ts';
import { TEXT_FIELDS } from '../indices/entity-texts.ts';
import { NO_WORD } from '../indices/text-words.ts';
import type { KnowledgeGraph } from '../knowledge-graph.ts';
import { GRADES, leastScore, type WordsSought } from './search-grades.ts';
import { type SearchMatch, SearchMatches } from './search-matches.ts';
import { type Meanings, type Scan, scan } from './search-scan.ts';

/** Words beyond this many are not looked for. */
const MOST_WORDS = 24;
/** Shorter words are too like one another for guesses at typing errors. */
const LEAST_LENGTH_FOR_TYPOS = 4;
const LEAST_LENGTH_FOR_TWO_TYPOS = 8;
const LEAST_LENGTH_FOR_SWAPS = 3;
const LEAST_LENGTH_FOR_PREFIX = 3;
/** More marks that differ than these make a name no farther away. */
const MOST_MARKS = 8;

/** What a word of the index counts that a word of the query means: one that it begins, and one that it is with letters mistyped. */
const PREFIX = 0.375;
const TYPO = 0.45;
/** How much it loses with each letter that is still to come. */
const TO_COME = 0.3;

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
 * Entities in which the words of a query stand (`scan` says what is better).
 * All words must match, or a name must stand whole in at least half of the query, as that of a person after a
 * title, or be a letter away from it, or the query be the code of a country; only when no entity is so found does any
 * word suffice.
 */
export function search(graph: KnowledgeGraph, query: string): SearchMatches {
  const sought = wordsSought(graph, query);
  const { length } = sought.words;
  if (length === 0) return new SearchMatches(graph.byName, true, () => []);
  // While the last word is being typed, any beginning of it counts.
  const all = sought.words.map((word, place) =>
    meaning(graph, word, word.length >= LEAST_LENGTH_FOR_PREFIX || place === length - 1),
  );
  const { matches, hasNameWithAll } = withAll(graph, sought, all);
  for (const match of namedIn(graph, sought)) matches.take(match);
  if (!hasNameWithAll) {
    for (const match of nearTo(graph, sought)) matches.take(match);
  }
  for (const match of codedAs(graph, sought)) matches.take(match);
  return matches.size === 0 && length > 1 ? withAny(graph, sought) : matches;
}

/** Whether a name or alias has all words, with the marks that are typed. */
const isNameWithAll = ({ begins }: WordsSought, { grade, field }: Scan): boolean =>
  grade >= (begins === null ? GRADES.foldedWords : GRADES.markedWords) &&
  (field === 'name' || field === 'alias');

/** What may be meant where a word was typed: that word or its like, and what it is if two of its letters changed places. */
function meaning(graph: KnowledgeGraph, word: string, isPrefix: boolean): Map<number, number> {
  const { inverted, words } = graph.text();
  const found = new Map<number, number>();
  const most = typos(word);
  if (most > 0) {
    for (const [like, letters] of inverted.like(word, most)) {
      const { length } = words.foldedWord(like);
      found.set(like, (TYPO * length) / (length + letters));
    }
  }
  if (isPrefix) {
    const { first, end } = words.spelled(word, false);
    for (const begun of words.alphabet.subarray(first, end)) {
      const { length } = words.foldedWord(begun);
      found.set(begun, (PREFIX * length) / (length + TO_COME * (length - word.length)));
    }
  }
  for (const other of [word, ...swapped(graph, word)]) {
    const number = words.folded(other);
    if (number !== NO_WORD) found.set(number, 1);
  }
  return found;
}

/** Nodes that have all of the words: they are among those that have the rarest. */
function withAll(
  graph: KnowledgeGraph,
  sought: WordsSought,
  meanings: Meanings,
): { readonly matches: SearchMatches; readonly hasNameWithAll: boolean } {
  const index = graph.text();
  const look = scan(index, sought, meanings, true);
  const matches = new SearchMatches(graph.byName, true, look.terms);
  const { count } = index.inverted.nodes;
  let rarest: Iterable<number> = [];
  let fewest = Number.POSITIVE_INFINITY;
  for (const meaning of meanings) {
    let nodes = 0;
    for (const word of meaning.keys()) nodes += count(word);
    if (nodes >= fewest) continue;
    fewest = nodes;
    rarest = meaning.keys();
  }
  let hasNameWithAll = false;
  eachHaving(graph, rarest, (node) => {
    const score = look.score(node);
    if (score === 0) return;
    matches.add(node, score, look.grade, look.field);
    hasNameWithAll ||= isNameWithAll(sought, look);
  });
  return { matches, hasNameWithAll };
}

/** Nodes that have any of the words. */
function withAny(graph: KnowledgeGraph, sought: WordsSought): SearchMatches {
  const meanings = sought.words.map((word) =>
    meaning(graph, word, word.length >= LEAST_LENGTH_FOR_PREFIX),
  );
  const look = scan(graph.text(), sought, meanings, false);
  const matches = new SearchMatches(graph.byName, false, look.terms);
  const meant = new Set(meanings.flatMap((meaning) => [...meaning.keys()]));
  eachHaving(graph, meant, (node) => matches.add(node, look.score(node), look.grade, look.field));
  return matches;
}

/** Each node that has one of the words, once. */
function eachHaving(
  graph: KnowledgeGraph,
  words: Iterable<number>,
  take: (node: number) => void,
): void {
  const { nodes } = graph.text().inverted;
  const [seen] = graph.scratch;
  seen.clear();
  for (const word of words) {
    for (const node of nodes.of(word)) {
      if (seen.has(node)) continue;
      seen.set(node, 1);
      take(node);
    }
  }
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
      score: leastScore(GRADES.near, TEXT_FIELDS.indexOf(field)) + closeness / 2,
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
  const score = leastScore(GRADES.markedWhole, TEXT_FIELDS.indexOf('alias'));
  yield { node, score, grade: GRADES.markedWhole, field: 'code', hasAll: true, terms: words };
}
