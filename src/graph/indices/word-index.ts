import SearchableMap from 'minisearch/SearchableMap';
import { inStretches } from '../../util/gradual.ts';
import { NodeValues } from '../algorithms/node-values.ts';
import type { Postings } from '../postings.ts';
import { TEXT_FIELDS } from './entity-texts.ts';
import type { TextWords } from './text-words.ts';

/** Which nodes have a word, and what BM25 asks of them; words are the numbers of words without marks. */
export interface WordIndex {
  /** The nodes that have a word, ascending. */
  readonly nodes: Postings;
  /** How many nodes have the word in the field. */
  inField(word: number, field: number): number;
  /** How many different words the field of a node has. */
  length(node: number, field: number): number;
  /** The same as a mean of the nodes that have the field. */
  readonly meanLengths: Float64Array;
  /** Numbers for words, for one search at a time: to make them for each would be much, and much to clear away. */
  readonly roles: NodeValues;
  /** The words that so many letters put in, left out or replaced turn into this one, and how many it takes. */
  like(word: string, most: number): Iterable<readonly [word: number, letters: number]>;
}

const FIELDS = TEXT_FIELDS.length;

/** Yields now and then, for it takes long. */
export function* wordIndex(nodes: number, words: TextWords): Generator<void, WordIndex> {
  const { layout, foldedOf } = words;
  const { fieldStarts, textStarts, all } = layout;
  const size = words.alphabet.length;
  const inFields = new Uint32Array(size * FIELDS);
  const lengths = new Uint32Array(nodes * FIELDS);
  /** Where each word was met last, so that it is counted once. */
  const lastField = new Uint32Array(size);
  const eachOf = (node: number, take: (word: number, field: number) => void): void => {
    for (let field = 0; field < FIELDS; field += 1) {
      const place = node * FIELDS + field;
      const end = textStarts[fieldStarts[place + 1]!]!;
      for (let at = textStarts[fieldStarts[place]!]!; at < end; at += 1) {
        const word = foldedOf[all[at]!]!;
        if (lastField[word] === place + 1) continue;
        lastField[word] = place + 1;
        take(word, field);
      }
    }
  };
  const lastNode = new Uint32Array(size);
  /** First how many nodes have each word, then where those of each start. */
  const starts = new Uint32Array(size + 1);
  yield* inStretches(nodes, (node) =>
    eachOf(node, (word, field) => {
      inFields[word * FIELDS + field]! += 1;
      lengths[node * FIELDS + field]! += 1;
      if (lastNode[word] === node + 1) return;
      lastNode[word] = node + 1;
      starts[word + 1]! += 1;
    }),
  );
  for (let word = 0; word < size; word += 1) starts[word + 1]! += starts[word]!;
  const having = new Uint32Array(starts[size]!);
  const next = starts.slice();
  lastField.fill(0);
  lastNode.fill(0);
  yield* inStretches(nodes, (node) =>
    eachOf(node, (word) => {
      if (lastNode[word] === node + 1) return;
      lastNode[word] = node + 1;
      having[next[word]!] = node;
      next[word]! += 1;
    }),
  );
  const spelled = new SearchableMap<number>();
  yield* inStretches(size, (word) => void spelled.set(words.foldedWord(word), word));
  return {
    nodes: {
      count: (word) => starts[word + 1]! - starts[word]!,
      of: (word) => having.subarray(starts[word], starts[word + 1]),
    },
    inField: (word, field) => inFields[word * FIELDS + field]!,
    length: (node, field) => lengths[node * FIELDS + field]!,
    roles: new NodeValues(size),
    meanLengths: meanLengths(nodes, lengths),
    like: (word, most) => spelled.fuzzyGet(word, most).values(),
  };
}

function meanLengths(nodes: number, lengths: Uint32Array): Float64Array {
  return Float64Array.from(TEXT_FIELDS, (_, field) => {
    let total = 0;
    let having = 0;
    for (let node = 0; node < nodes; node += 1) {
      const length = lengths[node * FIELDS + field]!;
      total += length;
      if (length > 0) having += 1;
    }
    return having === 0 ? 0 : total / having;
  });
}
