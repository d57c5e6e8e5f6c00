import MiniSearch from 'minisearch';
import type { Dataset } from '../../data/dataset.ts';
import { STRETCH } from '../../util/gradual.ts';
import type { Postings } from '../postings.ts';
import { type EntityTexts, entityTexts, TEXT_FIELDS, type TextField } from './entity-texts.ts';
import { type TextWords, textWords } from './text-words.ts';

export interface TextIndex {
  /** An inverted index of folded words, for folded words; its documents are node numbers. */
  readonly inverted: MiniSearch<number>;
  readonly words: TextWords;
  readonly texts: EntityTexts;
  /** The nodes with a name or alias of just these folded words. */
  named(folded: readonly string[]): readonly number[];
}

const SPACE = ' ';

/** Yields now and then, for it takes long. */
export function* byText(dataset: Dataset, bySubject: Postings): Generator<void, TextIndex> {
  const texts = entityTexts(dataset, bySubject);
  const nodes = dataset.entities.length;
  const words = yield* textWords(nodes, texts);
  const inverted = new MiniSearch<number>({
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
  return { inverted, words, texts, named: yield* namesIndex(nodes, words) };
}

function* namesIndex(nodes: number, words: TextWords): Generator<void, TextIndex['named']> {
  const byName = new Map<string, number[]>();
  for (let node = 0; node < nodes; node += 1) {
    const names = [...words.texts(node, 'name'), ...words.texts(node, 'alias')];
    for (const name of new Set(
      names.map((text) => keyOf(text.map((word) => words.foldedOf[word]!))),
    )) {
      const known = byName.get(name);
      if (known === undefined) byName.set(name, [node]);
      else known.push(node);
    }
    if (node % STRETCH === 0) yield;
  }
  return (folded) => byName.get(keyOf(folded.map(words.folded))) ?? [];
}

const keyOf = (numbers: Uint32Array | readonly number[]): string => numbers.join(',');
