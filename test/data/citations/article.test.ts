import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readArticles, splitParagraphs } from '../../../src/data/citations/article.ts';
import { dataset, folderOf, source } from './example.ts';

test('a paragraph is a line with more than white space, trimmed, with its line', () => {
  expect(splitParagraphs('\n  Một dòng \r\n\u00a0\u00a0\n\n\u00a0Hai dòng\u00a0\n')).toEqual([
    { text: 'Một dòng', line: 2 },
    { text: 'Hai dòng', line: 5 },
  ]);
  expect(splitParagraphs(' \n')).toEqual([]);
});

test('an article is read without its byte order mark and in NFC', async () => {
  const folder = await folderOf({ 'a.txt': `\ufeff${'Hội họp'.normalize('NFD')}\n` });
  const { bySource, problems } = await readArticles(
    dataset([source('source:a', 'a.txt', 1)], []),
    folder,
  );
  expect(problems).toEqual([]);
  expect(bySource.get('source:a')?.paragraphs).toEqual([
    { text: 'Hội họp'.normalize('NFC'), line: 1 },
  ]);
});

test('every faulty article is reported, and the others are read', async () => {
  const folder = await folderOf({
    'latin.txt': new Uint8Array([0x61, 0x0a, 0x62, 0xe9, 0x0a, 0x63]),
    'short.txt': 'Một\nHai',
    'whole.txt': 'Một',
  });
  await symlink('nowhere', join(folder, 'broken.txt'));
  const { bySource, problems } = await readArticles(
    dataset(
      [
        source('source:broken', 'broken.txt', 1),
        source('source:gone', 'hole.txt', 1),
        source('source:latin', 'latin.txt', 3),
        source('source:short', 'short.txt', 3),
        { id: 'source:spoken', kind: 'source', names: { vi: 'x', en: 'x' } },
        source('source:whole', 'whole.txt', 1),
      ],
      [],
    ),
    folder,
  );
  expect([...bySource.keys()]).toEqual(['source:short', 'source:whole']);
  expect(problems.map(({ code }) => code)).toEqual([
    'ARTICLE_UNREADABLE',
    'ARTICLE_MISSING',
    'ARTICLE_NOT_UTF8',
    'ARTICLE_PARAGRAPHS_DIFFER',
    'SOURCE_WITHOUT_ARTICLE',
  ]);
  const [unreadable, missing, latin, short] = problems;
  expect(unreadable?.message).toContain('it does not exist');
  expect(missing?.mend).toContain('Did you mean whole.txt?');
  expect(latin?.where).toEqual({ file: join(folder, 'latin.txt'), line: 2 });
  expect(short?.message).toContain('has 2 paragraphs; source:short says 3');
});

test('a file outside the folder is not opened', async () => {
  const folder = await folderOf({ 'a.txt': 'Một' });
  const outside = await folderOf({ 'b.txt': 'Hai' });
  const file = join('..', outside.split('/').at(-1) ?? '', 'b.txt');
  const { bySource, problems } = await readArticles(
    dataset([source('source:b', file, 1)], []),
    folder,
  );
  expect(bySource.size).toBe(0);
  expect(problems.map(({ code }) => code)).toEqual(['ARTICLE_MISSING']);
});

test('text files that no source names are listed', async () => {
  const folder = await folderOf({ 'b.txt': 'x', 'a.txt': 'x', 'c.txt': 'x', 'README.md': 'x' });
  const { unusedFiles } = await readArticles(dataset([source('source:a', 'a.txt', 1)], []), folder);
  expect(unusedFiles).toEqual(['b.txt', 'c.txt']);
});

test('a folder that is not there is an error of its own', async () => {
  const folder = join(await folderOf({}), 'none');
  await expect(readArticles(dataset([], []), folder)).rejects.toMatchObject({
    problem: { code: 'ARTICLES_FOLDER_UNREADABLE' },
  });
});
