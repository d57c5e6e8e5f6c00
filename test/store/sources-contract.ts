import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { testDataset } from '../support/dataset.ts';
import { randomDataset, someNodes } from '../support/random-dataset.ts';
import type { MakeStore } from './contract.ts';
import { asking, expectList } from './walk.ts';

const size = fc.integer({ min: 1, max: 7 });
const someSources = fc.subarray(['source:a', 'source:b', 'source:c', 'source:unknown']);

const dataset = testDataset([['person:an', 'attends', 'conference:mot']], {
  'source:article': {
    names: { vi: 'Bài', en: 'Article' },
    text: { file: 'a.txt', language: 'vi', paragraphs: 5 },
  },
  'source:bare': 'Bài không có văn bản',
});

/** What rests on which sources, and a source paragraph by paragraph. */
export function sourcesContract(makeStore: MakeStore): void {
  describe('of sources,', () => {
    it('statements that rest on some alone are what a scan finds', async () => {
      await fc.assert(
        fc.asyncProperty(randomDataset, someSources, size, async (some, restsOnlyOn, pageSize) => {
          const store = await makeStore(some);
          const expected = some.statements.filter(({ citations }) =>
            citations.every(({ source }) => restsOnlyOn.includes(source)),
          );
          const filter = { restsOnlyOn };
          await expectList(asking(store.statementPages, { filter }), expected, pageSize);
        }),
      );
    });

    it('that condition goes with all others', async () => {
      await fc.assert(
        fc.asyncProperty(
          randomDataset,
          fc.record({ restsOnlyOn: someSources, subjects: someNodes, sources: someSources }),
          async (some, filter) => {
            const { restsOnlyOn, subjects, sources } = filter;
            const store = await makeStore(some);
            const expected = some.statements.filter(
              ({ subject, citations }) =>
                subjects.includes(subject) &&
                citations.some(({ source }) => sources.includes(source)) &&
                citations.every(({ source }) => restsOnlyOn.includes(source)),
            );
            await expectList(asking(store.statementPages, { filter }), expected, 3);
          },
        ),
      );
    });

    it('paragraphs are all that the text has, whether or not they state something', async () => {
      const store = await makeStore(dataset);
      const source = 'source:article';
      const all = [1, 2, 3, 4, 5].map((number) => ({ source, number }));
      for (const pageSize of [1, 2, 5]) {
        await expectList(asking(store.paragraphs, { source }), all, pageSize);
      }
      await expectList(asking(store.paragraphs, { source: 'source:bare' }), [], 1);
    });

    it('paragraphs of what is no source are null, and cursors are of one source', async () => {
      const store = await makeStore(
        testDataset([], {
          'source:x': {
            names: { vi: 'x', en: 'x' },
            text: { file: 'x', language: 'vi', paragraphs: 2 },
          },
          'source:y': {
            names: { vi: 'y', en: 'y' },
            text: { file: 'y', language: 'vi', paragraphs: 2 },
          },
          'person:an': 'An',
        }),
      );
      const page = { first: 1 };
      const [person, unknown, x] = await store.paragraphs([
        { source: 'person:an', page },
        { source: 'source:unknown', page },
        { source: 'source:x', page },
      ]);
      expect([person, unknown]).toEqual([null, null]);
      const after = (x as { items: readonly { cursor: string }[] }).items[0]!.cursor;
      const [foreign] = await store.paragraphs([{ source: 'source:y', page: { first: 1, after } }]);
      expect(foreign).toMatchObject({ problem: { code: 'CURSOR_INVALID' } });
    });
  });
}
