import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { readLines } from '../../src/util/read-lines.ts';

async function linesOf(content: string | Uint8Array, bound: number) {
  const folder = await mkdtemp(join(tmpdir(), 'caytre-'));
  try {
    const file = join(folder, 'file');
    await writeFile(file, content);
    const lines: { number: number; text: string | null }[] = [];
    for await (const chunk of readLines(file, bound)) {
      for (const { number, bytes } of chunk) {
        lines.push({ number, text: bytes?.toString('utf8') ?? null });
      }
    }
    return lines;
  } finally {
    await rm(folder, { recursive: true });
  }
}

test('gives every line with its number, and null for one beyond the bound', async () => {
  const content = fc.array(fc.stringMatching(/^[aĐ\r]{0,6}$/), { maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(content, fc.boolean(), fc.nat(8), async (lines, ended, bound) => {
      const text = lines.join('\n') + (ended && lines.length > 0 ? '\n' : '');
      const expected = text === '' ? [] : text.replace(/\n$/, '').split('\n');
      expect(await linesOf(text, bound)).toEqual(
        expected.map((line, at) => ({
          number: at + 1,
          text: Buffer.byteLength(line) > bound ? null : line,
        })),
      );
    }),
    { numRuns: 100 },
  );
});

test('puts together lines that lie across the chunks in which a file is read', async () => {
  const lines = Array.from({ length: 40 }, (_, at) => `${at}Đ`.repeat(60_000 + at));
  expect(await linesOf(lines.join('\n'), 1e9)).toEqual(
    lines.map((text, at) => ({ number: at + 1, text })),
  );
  const bounded = await linesOf(`${lines.join('\n')}\nlast`, 1000);
  expect(bounded).toHaveLength(41);
  expect(bounded.filter(({ text }) => text !== null)).toEqual([{ number: 41, text: 'last' }]);
});

test('throws what the file system says', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'caytre-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await expect(readLines(join(folder, 'none'), 10).next()).rejects.toMatchObject({
    code: 'ENOENT',
  });
});
