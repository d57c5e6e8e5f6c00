import { editDistance } from '../../util/edit-distance.ts';
import { STRETCH } from '../../util/gradual.ts';
import { lowerBound } from '../../util/lower-bound.ts';
import { postings } from '../postings.ts';
import type { TextField } from './entity-texts.ts';
import type { TextWords } from './text-words.ts';

/** A name or alias of a node. */
export interface Name {
  readonly node: number;
  readonly field: TextField;
  /** Its words, as `TextWords` has them. */
  readonly words: Uint32Array;
}

/** Names and aliases as wholes, without marks. */
export interface NameIndex {
  /** Those of just these folded words. */
  named(folded: readonly string[]): readonly Name[];
  /**
   * Those that differ from these folded words, all written together, by at most one letter: left out, put in, replaced,
   * or swapped with its neighbor. Digits must be the same: a name with another number is another name.
   */
  near(folded: readonly string[]): readonly Name[];
}

/** Two names of two letters are too like one another. */
const LEAST_LENGTH_FOR_TYPOS = 3;
const NOT_DIGITS = /\P{N}+/gu;

/** FNV-1a (Fowler, Noll and Vo): spreads texts evenly over numbers of 32 bits. */
function hash(text: string): number {
  let hashed = 0x811c9dc5;
  for (let place = 0; place < text.length; place += 1) {
    hashed = Math.imul(hashed ^ text.charCodeAt(place), 0x01000193);
  }
  return hashed >>> 0;
}

const firstLength = (length: number): number => length >> 1;

/** The texts under which a name of so many letters is kept: the number and digits of all its letters with either half of them. */
const firstKey = (length: number, digits: string, half: string): string =>
  `<${length},${digits},${half}`;
const secondKey = (length: number, digits: string, half: string): string =>
  `>${length},${digits},${half}`;

/**
 * Where at most one letter differs, one half of the letters is the same, unless the two in the middle changed places: so
 * names are kept by their halves, at twenty bytes a name, and only those that share one are compared letter by letter
 * (Wu and Manber, Fast Text Searching Allowing Errors, 1992, on partitions). Yields now and then, for it takes long.
 */
export function* byName(nodes: number, words: TextWords): Generator<void, NameIndex> {
  const textsOf = (node: number): readonly Uint32Array[] => [
    ...words.texts(node, 'name'),
    ...words.texts(node, 'alias'),
  ];
  const lettersOf = (text: Uint32Array): string =>
    Array.from(text, (word) => words.foldedWord(words.foldedOf[word]!)).join('');

  const nodeOf: number[] = [];
  const hashes: number[] = [];
  for (let node = 0; node < nodes; node += 1) {
    for (const text of textsOf(node)) {
      nodeOf.push(node);
      const letters = lettersOf(text);
      const { length } = letters;
      const digits = letters.replace(NOT_DIGITS, '');
      const middle = firstLength(length);
      hashes.push(
        hash(firstKey(length, digits, letters.slice(0, middle))),
        hash(secondKey(length, digits, letters.slice(middle))),
      );
    }
    if (node % STRETCH === 0) yield;
  }
  const owners = Uint32Array.from(nodeOf);
  yield;
  const buckets = Math.max(1, hashes.length);
  const kept = postings(buckets, (add) => {
    hashes.forEach((hashed, place) => {
      add(hashed % buckets, place >> 1);
    });
  });
  const under = (key: string): Uint32Array => kept.of(hash(key) % buckets);
  const nameAt = (number: number): Name => {
    const node = owners[number]!;
    const position = number - lowerBound(number, (index) => owners[index]! < node);
    return {
      node,
      field: position < words.texts(node, 'name').length ? 'name' : 'alias',
      words: textsOf(node)[position]!,
    };
  };

  return {
    named(folded) {
      const letters = folded.join('');
      const half = letters.slice(0, firstLength(letters.length));
      const numbers = folded.map(words.folded);
      const alike = under(firstKey(letters.length, letters.replace(NOT_DIGITS, ''), half));
      // Both halves of a name may be kept in the same bucket.
      return Array.from(new Set(alike), nameAt).filter(
        (name) =>
          name.words.length === numbers.length &&
          numbers.every((word, place) => words.foldedOf[name.words[place]!] === word),
      );
    },
    near(folded) {
      const typed = folded.join('');
      const digits = typed.replace(NOT_DIGITS, '');
      const found = new Set<number>();
      for (const length of [typed.length - 1, typed.length, typed.length + 1]) {
        const middle = firstLength(length);
        const second = typed.slice(typed.length - (length - middle));
        for (const key of [
          firstKey(length, digits, typed.slice(0, middle)),
          secondKey(length, digits, second),
        ]) {
          for (const number of under(key)) found.add(number);
        }
      }
      const middle = firstLength(typed.length);
      const swapped = typed.slice(0, Math.max(0, middle - 1)) + typed.charAt(middle);
      for (const number of under(firstKey(typed.length, digits, swapped))) found.add(number);
      return Array.from(found, nameAt).filter((name) => {
        const letters = lettersOf(name.words);
        return (
          Math.max(letters.length, typed.length) >= LEAST_LENGTH_FOR_TYPOS &&
          letters.replace(NOT_DIGITS, '') === digits &&
          editDistance(typed, letters, 1) <= 1
        );
      });
    },
  };
}
