import { firstInOrder } from '../../util/first-in-order.ts';
import type { TextField } from '../indices/entity-texts.ts';
import type { NodeOrder } from '../orders.ts';
import type { Grade } from './search-grades.ts';

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

/** Matches, the best first, then by name. They are put in order as far as somebody asks. */
export interface RankedMatches {
  readonly length: number;
  at(position: number): SearchMatch;
  /** Where the node stands, if its match has this score. */
  positionOf(node: number, score: number): number | undefined;
}

/** So many are put in order when the first is asked for: most never look beyond their first page. */
const FIRST = 100;

/** What a search finds: it may be very many, of which few are shown. */
export class SearchMatches {
  readonly #rankOf: Uint32Array;
  /** Whether the nodes whose words were sought one by one have all of them, and which words these are. */
  readonly #haveAll: boolean;
  readonly #termsOf: (node: number) => readonly string[];
  readonly #nodes: number[] = [];
  readonly #scores: number[] = [];
  readonly #grades: Grade[] = [];
  readonly #fields: TextField[] = [];
  /** Those that more is known of than words, by node, and where each node stands. */
  readonly #told = new Map<number, SearchMatch>();
  #places: Map<number, number> | undefined;

  constructor(
    { rankOf }: Pick<NodeOrder, 'rankOf'>,
    haveAll: boolean,
    termsOf: (node: number) => readonly string[],
  ) {
    this.#rankOf = rankOf;
    this.#haveAll = haveAll;
    this.#termsOf = termsOf;
  }

  get size(): number {
    return this.#nodes.length;
  }

  /** Adds a node that is not there, in which words were found. */
  add(node: number, score: number, grade: Grade, field: TextField): void {
    this.#nodes.push(node);
    this.#scores.push(score);
    this.#grades.push(grade);
    this.#fields.push(field);
  }

  /** Adds a match, or lets it take the place of a worse one. */
  take(match: SearchMatch): void {
    this.#places ??= new Map(this.#nodes.map((node, place) => [node, place]));
    const { node, score } = match;
    const place = this.#places.get(node);
    if (place === undefined) {
      this.#places.set(node, this.#nodes.push(node) - 1);
      this.#scores.push(score);
      this.#told.set(node, match);
    } else if (score > this.#scores[place]!) {
      const known = this.#matchAt(place);
      const hasAll = match.hasAll || known.hasAll;
      const terms = [...new Set([...match.terms, ...known.terms])];
      this.#scores[place] = score;
      this.#told.set(node, { ...match, hasAll, terms });
    }
  }

  each(take: (node: number, hasAll: boolean) => void): void {
    for (const node of this.#nodes) take(node, this.#told.get(node)?.hasAll ?? this.#haveAll);
  }

  /** Those that are kept. */
  ranked(keeps?: (node: number) => boolean): RankedMatches {
    const nodes = this.#nodes;
    const scores = this.#scores;
    const rankOf = this.#rankOf;
    const places =
      keeps === undefined ? undefined : [...nodes.keys()].filter((place) => keeps(nodes[place]!));
    const length = places?.length ?? nodes.length;
    const placeOf = (number: number): number => places?.[number] ?? number;
    const compare = (a: number, b: number): number => {
      const [one, other] = [placeOf(a), placeOf(b)];
      return scores[other]! - scores[one]! || rankOf[nodes[one]!]! - rankOf[nodes[other]!]!;
    };
    let inOrder: readonly number[] = [];
    return {
      length,
      at: (position) => {
        if (position >= inOrder.length) {
          const asked = position < FIRST ? FIRST : length;
          inOrder = firstInOrder(length, Math.min(asked, length), compare);
        }
        return this.#matchAt(placeOf(inOrder[position]!));
      },
      positionOf(node, score) {
        let found: number | undefined;
        for (let number = 0; number < length && found === undefined; number += 1) {
          if (nodes[placeOf(number)] === node) found = number;
        }
        if (found === undefined || scores[placeOf(found)] !== score) return undefined;
        let position = 0;
        for (let number = 0; number < length; number += 1) {
          if (compare(number, found) < 0) position += 1;
        }
        return position;
      },
    };
  }

  #matchAt(place: number): SearchMatch {
    const node = this.#nodes[place]!;
    const told = this.#told.get(node);
    if (told !== undefined) return told;
    return {
      node,
      score: this.#scores[place]!,
      grade: this.#grades[place]!,
      field: this.#fields[place]!,
      hasAll: this.#haveAll,
      terms: this.#termsOf(node),
    };
  }
}
