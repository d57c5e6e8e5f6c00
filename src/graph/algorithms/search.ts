import type { Query } from 'minisearch';
import { fold } from '../../util/fold.ts';
import { normalForm } from '../../util/normal-form.ts';
import { typedMarks } from '../../util/typed-marks.ts';
import { words as split } from '../../util/words.ts';
import { TEXT_FIELDS } from '../indices/entity-texts.ts';
import { NO_WORD } from '../indices/text-words.ts';
import type { KnowledgeGraph } from '../knowledge-graph.ts';
import { type Found, GRADES, scoreOf, type WordsSought } from './search-score.ts';

/** Words beyond this many are not looked for. */
const MOST_WORDS = 24;
/** Shorter words are too like one another for guesses at typing errors. */
const LEAST_LENGTH_FOR_TYPOS = 4;
const LEAST_LENGTH_FOR_TWO_TYPOS = 8;
const LEAST_LENGTH_FOR_SWAPS = 3;
const LEAST_LENGTH_FOR_PREFIX = 3;

export interface SearchMatch {
  readonly node: number;
  /** Greater is better; comparable within one answer. */
  readonly score: number;
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

/**
 * Entities in which the words of a query stand, the best first (`scoreOf` says what is better), then by name.
 * All words must match, or a name must stand whole in at least half of the query, as that of a person after a
 * title; only when no entity is so found does any word suffice.
 */
export function search(graph: KnowledgeGraph, query: string): readonly SearchMatch[] {
  const typed = split(query).slice(0, MOST_WORDS);
  if (typed.length === 0) return [];
  const folded = typed.map(fold);
  const marks = typed.map(typedMarks);
  const index = graph.text().words;
  const sought: WordsSought = {
    words: folded,
    folded: folded.map(index.folded),
    marked: typed.map((word) => index.marked(normalForm(word))),
    begins: marks.some(({ any }) => any)
      ? marks.map(({ of }, place) =>
          // Many texts have the same words.
          once((word) => fold(word).startsWith(folded[place]!) && of(word) === 2),
        )
      : null,
  };
  const matches = new Map<number, SearchMatch>();
  for (const result of withAll(graph, sought)) {
    matches.set(result.id, match(graph, sought, result));
  }
  for (const [node, terms] of namedIn(graph, sought)) {
    const score = GRADES.named + terms.length / typed.length;
    const known = matches.get(node);
    const isBetter = score > (known?.score ?? 0);
    if (isBetter) matches.set(node, { node, score, terms: known?.terms ?? terms });
  }
  if (matches.size === 0 && typed.length > 1) {
    for (const result of withAny(graph, sought)) {
      matches.set(result.id, match(graph, sought, result));
    }
  }
  const { rankOf } = graph.byName;
  return [...matches.values()].sort(
    (a, b) => b.score - a.score || rankOf[a.node]! - rankOf[b.node]!,
  );
}

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
  const frequency = words.map((word, place) => index.frequency(word, !isPrefix(place)));
  const rarest = [...words.keys()].sort((a, b) => frequency[a]! - frequency[b]!);
  const distinct = new Set(words).size;
  let found: Map<number, Found> | undefined;
  for (const place of rarest) {
    const before = found;
    const word = words[place]!;
    const results = inverted.search(meaning(graph, word, isPrefix(place)), {
      boost: BOOST,
      ...(before && { boostDocument: (node) => (before.has(node as number) ? 1 : 0) }),
    });
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
  const { inverted, words } = graph.text();
  if (typed.length < LEAST_LENGTH_FOR_SWAPS || isNumber(typed)) return [];
  const known = Array.from({ length: typed.length - 1 }, (_, place) => {
    const [first, second] = [typed.charAt(place), typed.charAt(place + 1)];
    return `${typed.slice(0, place)}${second}${first}${typed.slice(place + 2)}`;
  }).filter((word) => words.folded(word) !== NO_WORD);
  return known.length > 0 && inverted.search(typed, { prefix: true }).length === 0 ? known : [];
}

const match = (graph: KnowledgeGraph, sought: WordsSought, result: Found): SearchMatch => ({
  node: result.id,
  score: scoreOf(graph.text(), sought, result),
  terms: result.terms,
});

/** The nodes whose name or alias is a run of at least half of the words, with the words of the longest. */
function namedIn(graph: KnowledgeGraph, { words }: WordsSought): Map<number, readonly string[]> {
  const found = new Map<number, readonly string[]>();
  for (let length = words.length - 1; length * 2 >= words.length; length -= 1) {
    for (let start = 0; start + length <= words.length; start += 1) {
      const run = words.slice(start, start + length);
      for (const node of graph.text().named(run)) {
        if (!found.has(node)) found.set(node, run);
      }
    }
  }
  return found;
}

/**
 * The texts of an entity that a match stands on, the most telling first: those that have the most of its
 * words, and those that have a word no text before them has.
 */
export function matchedTexts(graph: KnowledgeGraph, { node, terms }: SearchMatch): string[] {
  const { texts, words } = graph.text();
  const matched = new Set(terms.map(words.folded));
  const counted = TEXT_FIELDS.flatMap((field) => {
    const numbers = words.texts(node, field);
    return texts(node, field).map((text, place) => {
      const inText = new Set(Array.from(numbers[place]!, (word) => words.foldedOf[word]!));
      return { text, found: [...matched].filter((term) => inText.has(term)) };
    });
  });
  const most = Math.max(1, ...counted.map(({ found }) => found.length));
  const told = new Set<number>();
  const chosen = counted.filter(({ found }) => {
    const tells = found.length === most || found.some((term) => !told.has(term));
    for (const term of found) told.add(term);
    return tells;
  });
  return [...new Set(chosen.map(({ text }) => text))];
}
