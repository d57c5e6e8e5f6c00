import { chmod, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadCompiled } from '../../src/data/compiled/load.ts';
import { type Opened, openDataset } from '../../src/data/open.ts';
import { changed, line, small, writeFolder } from './small.ts';

type Good = Extract<Opened, { readonly ok: true }>;

/** A data folder, a cache, and a way to open the one by the other. */
async function begin() {
  const folder = await writeFolder(small);
  const cacheFolder = join(await writeFolder({}), 'cache');
  const open = async (): Promise<Good> => {
    const opened = await openDataset({ folder, cacheFolder });
    if (!opened.ok) throw new Error(opened.problems.map(line).join('\n'));
    return opened;
  };
  const compiled = async (): Promise<string> => {
    const [name, ...others] = await readdir(cacheFolder);
    expect(others).toEqual([]);
    return join(cacheFolder, name!);
  };
  return { folder, cacheFolder, open, compiled };
}

describe('opening', () => {
  test('reads at first, and then takes the compiled form, which is the same and as frozen', async () => {
    const { folder, open } = await begin();
    const renamed = changed(
      'entities/person.yaml',
      'person:binh',
      'person:binh, formerIds: [person:b]',
    );
    await writeFile(join(folder, 'entities/person.yaml'), renamed['entities/person.yaml']!);
    const first = await open();
    expect(first).toMatchObject({ origin: 'read', warnings: [] });
    const second = await open();
    expect(second).toMatchObject({ origin: 'compiled', warnings: [] });
    expect(second.dataset).toEqual(first.dataset);
    expect(second.dataset.entities.find(({ id }) => id === 'person:binh')?.formerIds).toEqual([
      'person:b',
    ]);
    expect([...second.dataset.ontology.properties]).toEqual([...first.dataset.ontology.properties]);
    expect(Object.isFrozen(second.dataset.statements[0]?.citations[0]?.evidence)).toBe(true);
    expect(() => (second.dataset.ontology.kinds as Map<string, unknown>).clear()).toThrow(
      TypeError,
    );
  });

  test('reads again when a byte, a name or the number of files changes, and not for the time of a file', async () => {
    const { folder, open } = await begin();
    await open();
    const person = join(folder, 'entities/person.yaml');
    await writeFile(person, small['entities/person.yaml']!);
    expect((await open()).origin).toBe('compiled');
    await writeFile(
      person,
      (small['entities/person.yaml'] as string).replace('en: Binh', 'en: Binn'),
    );
    expect((await open()).origin).toBe('read');
    expect((await open()).origin).toBe('compiled');
    await writeFile(
      join(folder, 'entities/person.jsonl'),
      '{"id":"person:chi","names":{"vi":"Chi","en":"Chi"}}\n',
    );
    expect((await open()).dataset.entities).toHaveLength(10);
    await rm(join(folder, 'entities/person.jsonl'));
    const last = await open();
    expect(last.origin).toBe('read');
    expect(last.dataset.entities).toHaveLength(9);
  });

  test('tells what is wrong, whatever was compiled before, and writes nothing', async () => {
    const { folder, cacheFolder, open } = await begin();
    await open();
    const before = await readFile(join(cacheFolder, (await readdir(cacheFolder))[0]!));
    await writeFile(join(folder, 'entities/person.yaml'), 'entities: [\n');
    expect(await openDataset({ folder, cacheFolder })).toMatchObject({ ok: false });
    expect(await readFile(join(cacheFolder, (await readdir(cacheFolder))[0]!))).toEqual(before);
  });

  test('hands on the bounds of reading', async () => {
    const { folder, cacheFolder } = await begin();
    await writeFile(join(folder, 'entities/person.yaml'), 'entities: [\n');
    await writeFile(join(folder, 'entities/office.yaml'), 'entities: [\n');
    const opened = await openDataset({ folder, cacheFolder, problemLimit: 1 });
    expect(opened).toMatchObject({ ok: false, problems: [{}] });
    expect(opened.ok ? 0 : opened.leftOut).toBeGreaterThan(0);
  });

  test('keeps apart the compiled forms of two folders', async () => {
    const { folder, cacheFolder, open } = await begin();
    const other = await writeFolder({
      ...small,
      ...changed('entities/person.yaml', 'en: Binh', 'en: Binn'),
    });
    await open();
    await openDataset({ folder: other, cacheFolder });
    expect(await readdir(cacheFolder)).toHaveLength(2);
    expect(await openDataset({ folder, cacheFolder })).toMatchObject({ origin: 'compiled' });
    expect(await openDataset({ folder: other, cacheFolder })).toMatchObject({ origin: 'compiled' });
  });

  test('tells of a folder that is not there', async () => {
    const { folder, cacheFolder } = await begin();
    const opened = await openDataset({ folder: join(folder, 'none'), cacheFolder });
    expect(opened).toMatchObject({ ok: false, problems: [{ code: 'FOLDER_UNREADABLE' }] });
  });
});

describe('a compiled form', () => {
  test('with any bit changed is read anew', async () => {
    const { open, compiled } = await begin();
    const { dataset } = await open();
    const file = await compiled();
    const bytes = await readFile(file);
    const key = JSON.parse(bytes.toString().split('\n')[0]!).key as string;
    expect(await loadCompiled(file, key)).toEqual(dataset);
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.nat(7), async (at, bit) => {
        const damaged = Buffer.from(bytes);
        damaged[at]! ^= 1 << bit;
        await writeFile(file, damaged);
        expect(await loadCompiled(file, key)).toBeNull();
      }),
      { numRuns: 200 },
    );
    expect((await open()).origin).toBe('read');
    expect(await readFile(file)).toEqual(bytes);
  });

  test('cut off or prolonged anywhere is read anew', async () => {
    const { open, compiled } = await begin();
    await open();
    const file = await compiled();
    const bytes = await readFile(file);
    const key = JSON.parse(bytes.toString().split('\n')[0]!).key as string;
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), async (length) => {
        await writeFile(file, bytes.subarray(0, length));
        expect(await loadCompiled(file, key)).toBeNull();
      }),
      { numRuns: 50 },
    );
    for (const more of ['\n', '0', ' ', '{}']) {
      await writeFile(file, Buffer.concat([bytes, Buffer.from(more)]));
      expect(await loadCompiled(file, key)).toBeNull();
    }
    expect((await open()).origin).toBe('read');
    expect((await open()).origin).toBe('compiled');
  });

  test.each(['', '{}', 'null\n', '[]\n[]\n[]\n', 'not JSON', '\0'.repeat(1000)])(
    'that is something else is read anew: %j',
    async (content) => {
      const { open, compiled } = await begin();
      await open();
      await writeFile(await compiled(), content);
      expect((await open()).origin).toBe('read');
      expect((await open()).origin).toBe('compiled');
    },
  );

  test('is no obstacle when it is a folder', async () => {
    const { cacheFolder, open, compiled } = await begin();
    await open();
    const file = await compiled();
    await rm(file);
    await mkdir(join(file, 'inner'), { recursive: true });
    const opened = await open();
    expect(opened.origin).toBe('read');
    expect(opened.warnings.map(({ code }) => code)).toEqual(['CACHE_UNWRITABLE']);
    expect((await readdir(cacheFolder)).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  test('that cannot be written is a warning', async () => {
    const { folder, cacheFolder } = await begin();
    // A file stands where the folder would be made.
    await writeFile(cacheFolder, '');
    const opened = await openDataset({ folder, cacheFolder });
    expect(opened).toMatchObject({ ok: true, origin: 'read' });
    expect((opened as Good).warnings).toEqual([
      {
        code: 'CACHE_UNWRITABLE',
        message: expect.stringMatching(
          /^The compiled form of the data cannot be written to .*cache: /,
        ),
        mend: 'Make the folder writable; until then each start reads all files.',
        where: {},
      },
    ]);
  });

  // Whoever runs the tests as root may write everywhere.
  test.skipIf(process.getuid?.() === 0)(
    'in a folder that may not be written is a warning',
    async () => {
      const { folder, cacheFolder } = await begin();
      await mkdir(cacheFolder, { recursive: true });
      await chmod(cacheFolder, 0o500);
      const opened = await openDataset({ folder, cacheFolder });
      expect((opened as Good).warnings.map(({ code }) => code)).toEqual(['CACHE_UNWRITABLE']);
    },
  );
});
