import fc from 'fast-check';
import { expect, test } from 'vitest';
import { WordIndex } from '../../src/graph/indices/word-index.ts';

/** Few letters, so that many words are alike. */
const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 6 });
const text = fc.array(word, { maxLength: 5 }).map((words) => words.join(' '));
const documents = fc.array(fc.record({ name: text, other: text }), { minLength: 1, maxLength: 20 });

test('a search among some finds what a search of all finds of these, with the same scores', () => {
  fc.assert(
    fc.property(
      documents,
      fc.array(fc.nat(19)),
      word,
      fc.boolean(),
      fc.nat(2),
      (texts, chosen, sought, prefix, typos) => {
        const index = new WordIndex({
          idField: 'node',
          fields: ['name', 'other'],
          extractField: (node, field) =>
            field === 'node' ? node : texts[node]![field as 'name' | 'other'],
        });
        index.addAll(texts.map((_, node) => node));
        const among = new Map(
          chosen.filter((node) => node < texts.length).map((node) => [node, null]),
        );
        const query = { queries: [sought], prefix, fuzzy: typos || false };
        const options = { boost: { name: 4 } };
        const all = index.search(query, options).filter(({ id }) => among.has(id));
        const byNode = (a: { id: number }, b: { id: number }) => a.id - b.id;
        expect(index.searchAmong(among, query, options).sort(byNode)).toEqual(all.sort(byNode));
        // And the index is whole again.
        expect(index.search(query, options).filter(({ id }) => among.has(id)).length).toBe(
          all.length,
        );
      },
    ),
    { numRuns: 200 },
  );
});
