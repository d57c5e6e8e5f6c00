import type { Dataset } from '../../data/dataset.ts';
import { fold } from '../../util/fold.ts';
import { STRETCH } from '../../util/gradual.ts';
import type { Postings } from '../postings.ts';
import { byName, type NameIndex } from './by-name.ts';
import { type EntityTexts, entityTexts, TEXT_FIELDS, type TextField } from './entity-texts.ts';
import { type TextWords, textWords } from './text-words.ts';
import { WordIndex } from './word-index.ts';

export interface TextIndex {
  /** An inverted index of folded words, for folded words; its documents are node numbers. */
  readonly inverted: WordIndex;
  readonly words: TextWords;
  readonly texts: EntityTexts;
  readonly names: NameIndex;
  /** The country with this code of ISO 3166-1, in small letters. */
  coded(code: string): number | undefined;
}

const SPACE = ' ';

/** Yields now and then, for it takes long. */
export function* byText(dataset: Dataset, bySubject: Postings): Generator<void, TextIndex> {
  const texts = entityTexts(dataset, bySubject);
  const nodes = dataset.entities.length;
  const words = yield* textWords(nodes, texts);
  const inverted = new WordIndex({
    idField: 'node',
    fields: [...TEXT_FIELDS],
    extractField: (node, field) =>
      field === 'node' ? node : words.foldedWords(node, field as TextField).join(SPACE) || null,
    tokenize: (folded) => folded.split(SPACE),
    processTerm: (word) => word,
  });
  for (let node = 0; node < nodes; node += 1) {
    inverted.add(node);
    if (node % STRETCH === 0) yield;
  }
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
