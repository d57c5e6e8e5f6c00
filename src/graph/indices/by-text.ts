import type { Dataset } from '../../data/dataset.ts';
import { fold } from '../../util/fold.ts';
import type { Postings } from '../postings.ts';
import { byName, type NameIndex } from './by-name.ts';
import { type EntityTexts, entityTexts } from './entity-texts.ts';
import { type TextWords, textWords } from './text-words.ts';
import { type WordIndex, wordIndex } from './word-index.ts';

export interface TextIndex {
  readonly inverted: WordIndex;
  readonly words: TextWords;
  readonly texts: EntityTexts;
  readonly names: NameIndex;
  /** The country with this code of ISO 3166-1, in small letters. */
  coded(code: string): number | undefined;
}

/** Yields now and then, for it takes long. */
export function* byText(dataset: Dataset, bySubject: Postings): Generator<void, TextIndex> {
  const texts = entityTexts(dataset, bySubject);
  const nodes = dataset.entities.length;
  const words = yield* textWords(nodes, texts);
  const inverted = yield* wordIndex(nodes, words);
  const codes = byCode(dataset);
  const names = yield* byName(nodes, words);
  return { inverted, words, texts, names, coded: (code) => codes.get(code) };
}

/** The countries by their codes, in small letters. */
function byCode(dataset: Dataset): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  dataset.entities.forEach(({ codes }, node) => {
    for (const code of Object.values(codes ?? {})) found.set(fold(code), node);
  });
  return found;
}
