import { expect, test } from 'vitest';
import { verifyCitations } from '../../../src/data/citations/verify.ts';
import { cite, dataset, folderOf, source, state } from './example.ts';

const article = `Đoàn Cây Xanh

Sáng 3/4, Ðội Lúa\u00a0Vàng đón 45 khách.
Chiều 5/4, đoàn về bến.`;

const verify = async (...statements: Parameters<typeof state>[]) =>
  verifyCitations(
    dataset(
      [source('source:a', 'a.txt', 3), source('source:b', 'b.txt', 1)],
      statements.map((parts) => state(...parts)),
    ),
    await folderOf({ 'a.txt': article, 'b.txt': 'Trống', 'c.txt': 'Thừa' }),
  );

test('citations that hold are counted', async () => {
  const verification = await verify(
    ['body:doi', 'name', cite('source:a', 2, 'Ðội Lúa Vàng', '45 khách'), cite('source:a', 3)],
    ['body:doi', 'date', cite('source:a', 3, '5/4')],
  );
  expect(verification).toEqual({
    citations: { total: 3, verified: 3 },
    terms: { total: 3, verified: 3 },
    sources: { total: 2, verified: 2 },
    failures: [],
    unusedSources: ['source:b'],
    unusedFiles: ['c.txt'],
  });
});

test('a failure names the statement, the place and the term, and helps', async () => {
  const { citations, terms, failures } = await verify(
    ['body:doi', 'name', cite('source:a', 2, 'Đội Lúa', '45', 'bến', '4')],
    ['body:doi', 'host', cite('source:a', 2, 'Lúa Vang đốn'), cite('source:a', 1, 'sao chổi')],
  );
  expect(citations).toEqual({ total: 3, verified: 0 });
  expect(terms).toEqual({ total: 6, verified: 2 });
  expect(failures.map(({ message, mend }) => [message, mend])).toEqual([
    [
      'body:doi name cites «Đội Lúa», which does not occur in paragraph 2 of source:a.',
      'It is printed as «Ðội Lúa»; cite it so.',
    ],
    [
      'body:doi name cites «bến», which does not occur in paragraph 2 of source:a.',
      'It occurs in paragraph 3; cite where it stands.',
    ],
    [
      'body:doi host cites «Lúa Vang đốn», which does not occur in paragraph 2 of source:a.',
      'It is printed as «Lúa\u00a0Vàng đón»; cite it so.',
    ],
    [
      'body:doi host cites «sao chổi», which does not occur in paragraph 1 of source:a.',
      'Nothing like it stands there; copy the term from the paragraph as printed.',
    ],
  ]);
  expect(failures[0]?.where.line).toBe(3);
  expect(failures[0]?.citation).toEqual({
    statement: 'body:doi name',
    subject: 'body:doi',
    property: 'name',
    source: 'source:a',
    paragraph: 2,
    term: 'Đội Lúa',
  });
});

test('a term that is only nearly there is told the nearest', async () => {
  const { failures } = await verify(['body:doi', 'name', cite('source:a', 2, 'đón 46 khách')]);
  expect(failures.map(({ mend }) => mend)).toEqual([
    'The nearest to it is «đón 45 khách»; copy the term as printed.',
  ]);
});

test('a paragraph that the article does not have fails, with all its terms', async () => {
  const { citations, terms, failures } = await verify([
    'body:doi',
    'name',
    cite('source:a', 4, 'Đoàn', 'bến'),
  ]);
  expect([citations.verified, terms.verified]).toEqual([0, 0]);
  expect(failures.map(({ code }) => code)).toEqual(['PARAGRAPH_NOT_IN_ARTICLE']);
});

test('citations of an article that cannot be read are not verified', async () => {
  const { citations, sources, failures } = await verifyCitations(
    dataset(
      [source('source:a', 'none.txt', 1)],
      [state('body:doi', 'name', cite('source:a', 1, 'Đoàn'))],
    ),
    await folderOf({}),
  );
  expect(citations).toEqual({ total: 1, verified: 0 });
  expect(sources).toEqual({ total: 1, verified: 0 });
  expect(failures.map(({ code }) => code)).toEqual(['ARTICLE_MISSING']);
});
