import fc from 'fast-check';
import { expect, test } from 'vitest';
import { measureCoverage } from '../../../src/data/citations/coverage.ts';
import { cite, dataset, folderOf, source, state } from './example.ts';

const article = `Sáng 3/4, Giám đốc Lê Thị Lúa đón 45 khách của Brazil.
Tin khác: Chợ Bến 7
Trời đẹp.`;

const measure = async (...citations: Parameters<typeof state>[]) =>
  measureCoverage(
    dataset(
      [source('source:a', 'a.txt', 3), source('source:none', 'none.txt', 1)],
      citations.map((parts) => state(...parts)),
    ),
    await folderOf({ 'a.txt': article }),
  );

test('each number, date and name is found; evidence of its paragraph covers it', async () => {
  const { tallies, sources } = await measure(
    ['body:a', 'p', cite('source:a', 1, '3/4', 'Giám đốc', 'Lê Thị Lúa', '45')],
    ['body:a', 'q', cite('source:a', 3, 'Brazil')],
  );
  expect(tallies).toEqual({
    date: { found: 1, covered: 1, share: 1 },
    number: { found: 2, covered: 1, share: 0.5 },
    name: { found: 4, covered: 2, share: 0.5 },
  });
  expect(sources.map((one) => [one.source, one.tallies])).toEqual([['source:a', tallies]]);
  const gaps = sources[0]?.paragraphs.map(({ paragraph, gaps }) => [
    paragraph,
    gaps.map(({ text, reason }) => [text, reason]),
  ]);
  expect(gaps).toEqual([
    [1, [['Brazil', 'not accounted for']]],
    [
      2,
      [
        ['Chợ Bến', 'not accounted for'],
        ['7', 'not accounted for'],
      ],
    ],
    [3, []],
  ]);
});

test('a part of a mention does not cover it, several terms together may', async () => {
  const gapsWith = async (...terms: string[]) => {
    const { sources } = await measure(['body:a', 'p', cite('source:a', 1, ...terms)]);
    return sources[0]?.paragraphs[0]?.gaps.map(({ text }) => text);
  };
  expect(await gapsWith('Lê Thị', '3', '45 khách của Brazil', 'Giám đốc')).toEqual([
    '3/4',
    'Lê Thị Lúa',
  ]);
  expect(await gapsWith('Lê Thị', 'Thị Lúa đón', '3/4', '45', 'Brazil', 'Giám đốc')).toEqual([]);
});

test('what is left on a paragraph of page furniture says so, in its context', async () => {
  const { sources } = await measure(['source:a', 'pageFurniture', cite('source:a', 2, 'Tin khác')]);
  expect(sources[0]?.paragraphs[1]?.gaps).toMatchObject([
    { text: 'Chợ Bến', reason: 'page furniture', context: 'Tin khác: Chợ Bến 7' },
    { text: '7', reason: 'page furniture' },
  ]);
});

test('a share of nothing is no number, and articles that are not there are problems', async () => {
  const { sources, problems } = await measure();
  expect(sources[0]?.paragraphs[2]?.tallies.name).toEqual({ found: 0, covered: 0, share: null });
  expect(problems.map(({ code }) => code)).toEqual(['ARTICLE_MISSING']);
});

test('covered and uncovered mentions make up those found', async () => {
  const term = fc.constantFrom('3/4', 'Lê', 'Lê Thị Lúa', '45', 'Brazil', 'Bến 7', 'Chợ', 'x', '4');
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(fc.integer({ min: 1, max: 4 }), term)), async (evidence) => {
      const { tallies, sources } = await measure([
        'body:a',
        'p',
        ...evidence.map(([paragraph, text]) => cite('source:a', paragraph, text)),
      ]);
      const gaps = sources.flatMap((one) => one.paragraphs.flatMap((two) => two.gaps));
      for (const name of ['number', 'date', 'name'] as const) {
        const left = gaps.filter((gap) => gap.class === name).length;
        expect(tallies[name].covered + left).toBe(tallies[name].found);
      }
    }),
    { numRuns: 20 },
  );
});
