import { mkdirSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Opened, openDataset } from '../../src/data/open.ts';
import { readDataset } from '../../src/data/read.ts';
import { ontologyYaml, writeFolder } from '../data/small.ts';

const files = ['ontology.yaml', 'entities/office.jsonl', 'entities/person.jsonl'] as const;
const lines = (kind: string, mark: string): string =>
  [1, 2, 3]
    .map(
      (n) =>
        `${JSON.stringify({ id: `${kind}:p${n}`, names: { vi: `${mark} ${kind} ${n}`, en: `${mark} ${kind} ${n}` } })}\n`,
    )
    .join('');

/** Data of which every entity bears the mark. */
const marked = (mark: string) => ({
  'ontology.yaml': ontologyYaml,
  'entities/office.jsonl': lines('office', mark),
  'entities/person.jsonl': lines('person', mark),
});

/** Calls `then` each time that the reading comes to the file. */
const whenRead =
  (file: string, then: () => void) =>
  (progress: { readonly file: string }): void => {
    if (progress.file === file) then();
  };

const marksOf = (opened: Opened): readonly string[] =>
  opened.ok
    ? [...new Set(opened.dataset.entities.map(({ names }) => names.vi.split(' ')[0]!))]
    : [];

describe('data that changes while it is read', () => {
  it('is read anew, and never half of it from before', async () => {
    const folder = await writeFolder(marked('old'));
    const cacheFolder = await writeFolder({});
    let isChanged = false;
    const onProgress = whenRead('entities/person.jsonl', () => {
      if (isChanged) return;
      isChanged = true;
      for (const [path, text] of Object.entries(marked('new')))
        writeFileSync(join(folder, path), text);
    });
    const opened = await openDataset({ folder, cacheFolder, onProgress });
    expect(marksOf(opened)).toEqual(['new']);
    expect(await openDataset({ folder, cacheFolder })).toMatchObject({ origin: 'compiled' });
  });

  it('each time is not taken at all', async () => {
    const folder = await writeFolder(marked('old'));
    const cacheFolder = await writeFolder({});
    let times = 0;
    const onProgress = whenRead('entities/person.jsonl', () => {
      times += 1;
      writeFileSync(join(folder, 'entities/office.jsonl'), lines('office', `new ${times}`));
    });
    const opened = await openDataset({ folder, cacheFolder, onProgress });
    expect(opened).toMatchObject({ ok: false, problems: [{ code: 'DATA_CHANGING' }] });
    expect(times).toBe(3);
    expect(await readdir(cacheFolder)).toEqual([]);
  });
});

type Fault =
  | 'vanishes'
  | 'is cut off'
  | 'becomes a folder'
  | 'is overwritten'
  | 'moves away with all';

const strike = (folder: string, file: string, fault: Fault, at: number): void => {
  const path = join(folder, file);
  if (fault === 'vanishes') rmSync(path);
  else if (fault === 'is cut off') truncateSync(path, at);
  else if (fault === 'is overwritten') writeFileSync(path, Buffer.alloc(at, 0xff));
  else if (fault === 'moves away with all') renameSync(folder, `${folder}-away`);
  else {
    rmSync(path);
    mkdirSync(path);
  }
};

it('whatever becomes of a file while the data is read, what is given is what the files say then, or what is wrong with them', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...files),
      fc.constantFrom(...files),
      fc.constantFrom<Fault>(
        'vanishes',
        'is cut off',
        'becomes a folder',
        'is overwritten',
        'moves away with all',
      ),
      fc.nat(150),
      async (struck, moment, fault, at) => {
        const parent = await writeFolder({});
        const folder = join(parent, 'data');
        const cacheFolder = join(parent, 'cache');
        mkdirSync(join(folder, 'entities'), { recursive: true });
        for (const [path, text] of Object.entries(marked('old')))
          writeFileSync(join(folder, path), text);
        let isStruck = false;
        const onProgress = whenRead(moment, () => {
          if (!isStruck) strike(folder, struck, fault, at);
          isStruck = true;
        });
        const opened = await openDataset({ folder, cacheFolder, onProgress });
        const anew = await readDataset(folder);
        expect(isStruck).toBe(true);
        expect(opened.ok).toBe(anew.ok);
        if (opened.ok && anew.ok) expect(opened.dataset).toEqual(anew.dataset);
        else expect(opened).toMatchObject({ problems: (anew as { problems: unknown }).problems });
      },
    ),
    { numRuns: 60 },
  );
});

describe('a compiled form', () => {
  it('any stretch of which is overwritten, or exchanged with another, is never taken for the data', async () => {
    const folder = await writeFolder(marked('mark'));
    const cacheFolder = await writeFolder({});
    const first = await openDataset({ folder, cacheFolder });
    const file = join(cacheFolder, (await readdir(cacheFolder))[0]!);
    const bytes = await readFile(file);
    await fc.assert(
      fc.asyncProperty(
        fc.nat(bytes.length - 1),
        fc.nat(bytes.length - 1),
        fc.integer({ min: 1, max: 300 }),
        fc.constantFrom('zeros', 'exchanged', 'doubled', 'left out'),
        async (one, other, length, damage) => {
          const [from, to] = [Math.min(one, other), Math.max(one, other)];
          const [a, b] = [bytes.subarray(from, from + length), bytes.subarray(to, to + length)];
          const rest = bytes.subarray(from + length);
          const damaged = {
            zeros: () => Buffer.concat([bytes.subarray(0, from), Buffer.alloc(a.length), rest]),
            exchanged: () => Buffer.concat([bytes.subarray(0, from), b, rest]),
            doubled: () => Buffer.concat([bytes.subarray(0, from), a, a, rest]),
            'left out': () => Buffer.concat([bytes.subarray(0, from), rest]),
          }[damage]();
          writeFileSync(file, damaged);
          const opened = await openDataset({ folder, cacheFolder });
          expect(opened).toMatchObject({ origin: damaged.equals(bytes) ? 'compiled' : 'read' });
          expect((opened as { dataset: unknown }).dataset).toEqual(
            (first as { dataset: unknown }).dataset,
          );
        },
      ),
      { numRuns: 40 },
    );
  });
});
