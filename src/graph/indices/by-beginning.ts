import { fold } from '../../util/fold.ts';
import { STRETCH } from '../../util/gradual.ts';
import { lowerBound } from '../../util/lower-bound.ts';
import { words as split } from '../../util/words.ts';
import type { KnowledgeGraph } from '../knowledge-graph.ts';
import { postings } from '../postings.ts';

/** A place in the names and aliases of all entities, as if in a row, at which a word begins. */
export type Place = number;

/** Where words of names and aliases begin, in the order of what follows, marks aside. */
export interface BeginningIndex {
  /** Places that begin with these folded words; the last may go on, unless it is said to be whole. */
  between(folded: readonly string[], isWhole: boolean): Uint32Array;
  /** The node to whose name or alias a place belongs. */
  node(place: Place): number;
  /** The name or alias; those of one node stand in their order. */
  text(place: Place): string;
  /** Whether a name or alias begins at a place. */
  isStart(place: Place): boolean;
  /** How many words the name or alias has. */
  length(place: Place): number;
  /** Whether a name or alias is just these folded words, which begin at a place. */
  isAll(place: Place, folded: readonly string[]): boolean;
  /** The numbers of the words at all places, as they are written. */
  readonly written: Uint32Array;
  readonly writtenWords: readonly string[];
}

/** Stands after the last word of a text. It comes before all words, so that a whole text stands before a longer one. */
const END = 0;

/** The places at which words begin: in the order of the first, and of those alike put in order one after another. */
function* placesInOrder(sequence: Uint32Array, ranks: number): Generator<void, Uint32Array> {
  const byFirst = postings(ranks, (add) => {
    sequence.forEach((rank, place) => {
      if (rank !== END) add(rank, place);
    });
  });
  const compare = (a: Place, b: Place): number => {
    for (let offset = 1; ; offset += 1) {
      const difference = sequence[a + offset]! - sequence[b + offset]!;
      if (difference !== 0 || sequence[a + offset] === END) return difference || a - b;
    }
  };
  const places = new Uint32Array(sequence.length);
  let length = 0;
  for (let rank = 0; rank < ranks; rank += 1) {
    const alike = byFirst.of(rank);
    places.set(alike, length);
    places.subarray(length, length + alike.length).sort(compare);
    length += alike.length;
    if (rank % STRETCH === 0 || alike.length > STRETCH) yield;
  }
  return places.slice(0, length);
}

/**
 * A suffix array over words (Manber and Myers, Suffix arrays: a new method for on-line string searches, 1993): all
 * texts in a row, each word as its rank among all folded words, and the places in the order of what begins there. So a
 * beginning is a range of places, found by bisection. Yields now and then, for it takes long.
 */
export function* byBeginning(graph: KnowledgeGraph): Generator<void, BeginningIndex> {
  const { words, texts } = graph.text();
  const { alphabet } = words;
  const rankOf = new Uint32Array(alphabet.length);
  alphabet.forEach((word, rank) => {
    rankOf[word] = rank + 1;
  });

  const named = (node: number): readonly string[] => [
    ...texts(node, 'name'),
    ...texts(node, 'alias'),
  ];
  const ranks: number[] = [];
  const written: number[] = [];
  const numbers = new Map<string, number>();
  /** The text to which each place belongs, and the node of each text: asked of every place that begins as is typed. */
  const textOf: number[] = [];
  const nodeOf: number[] = [];
  const lengthOf: number[] = [];
  for (let node = 0; node < graph.nodes.size; node += 1) {
    for (const text of named(node)) {
      const number = nodeOf.push(node) - 1;
      const inText = split(text);
      lengthOf.push(inText.length);
      for (const word of inText) {
        textOf.push(number);
        ranks.push(rankOf[words.folded(fold(word))]!);
        if (!numbers.has(word)) numbers.set(word, numbers.size);
        written.push(numbers.get(word)!);
      }
      textOf.push(number);
      ranks.push(END);
      written.push(END);
    }
    if (node % STRETCH === 0) yield;
  }
  const sequence = Uint32Array.from(ranks);
  const places = yield* placesInOrder(sequence, alphabet.length + 1);
  const textAt = Uint32Array.from(textOf);
  const nodes = Uint32Array.from(nodeOf);
  const lengths = Uint32Array.from(lengthOf);
  const isStart = (place: Place): boolean => place === 0 || sequence[place - 1] === END;

  return {
    between(folded, isWhole) {
      const wanted = folded.map((word, index) =>
        words.spelled(word, isWhole || index < folded.length - 1),
      );
      if (wanted.some(({ first, end }) => first === end)) return new Uint32Array(0);
      /** Whether what begins at a place comes before all that is wanted, or (`isAfter`) not behind it. */
      const isBefore = (place: Place, isAfter: boolean): boolean => {
        for (const [offset, { first, end }] of wanted.entries()) {
          // Ranks are one more than places in the alphabet.
          const rank = sequence[place + offset]!;
          if (rank <= first) return true;
          if (rank > end) return false;
        }
        return isAfter;
      };
      return places.subarray(
        lowerBound(places.length, (index) => isBefore(places[index]!, false)),
        lowerBound(places.length, (index) => isBefore(places[index]!, true)),
      );
    },
    node: (place) => nodes[textAt[place]!]!,
    text(place) {
      const text = textAt[place]!;
      const node = nodes[text]!;
      const position = text - lowerBound(nodes.length, (index) => nodes[index]! < node);
      return named(node)[position]!;
    },
    isStart,
    length: (place) => lengths[textAt[place]!]!,
    isAll(place, folded) {
      const end = place + folded.length;
      return (
        sequence[end] === END &&
        isStart(place) &&
        folded.every((word, offset) => sequence[place + offset] === rankOf[words.folded(word)])
      );
    },
    written: Uint32Array.from(written),
    writtenWords: [...numbers.keys()],
  };
}
