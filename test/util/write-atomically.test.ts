import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeAtomically } from '../../src/util/write-atomically.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'caytre-write-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** The number of a process that has ended. */
const ended = (): number => spawnSync(process.execPath, ['--version']).pid;
const leave = (name: string) => writeFile(join(folder, name), 'half of it');

describe('writing a file', () => {
  it('leaves the whole of it and nothing else', async () => {
    await writeAtomically(join(folder, 'inner/file'), ['one', ' and ', 'two']);
    expect(await readFile(join(folder, 'inner/file'), 'utf8')).toBe('one and two');
    expect(await readdir(join(folder, 'inner'))).toEqual(['file']);
  });

  it('that fails leaves the old content and nothing else', async () => {
    const file = join(folder, 'file');
    await writeAtomically(file, ['old']);
    function* broken() {
      yield 'new';
      throw new Error('no more');
    }
    await expect(writeAtomically(file, broken())).rejects.toThrow('no more');
    expect(await readFile(file, 'utf8')).toBe('old');
    expect(await readdir(folder)).toEqual(['file']);
  });

  it('removes what a process that has ended left of it', async () => {
    await leave(`.file.${ended()}-00ff00ff.tmp`);
    await writeAtomically(join(folder, 'file'), ['new']);
    expect(await readdir(folder)).toEqual(['file']);
  });

  it('removes what a process of the same number left before this one began, and not what this one writes now', async () => {
    const mine = `.file.${process.pid}-00000001.tmp`;
    const old = `.file.${process.pid}-00000002.tmp`;
    await leave(mine);
    await leave(old);
    await utimes(join(folder, old), 1, 1);
    await writeAtomically(join(folder, 'file'), ['new']);
    expect((await readdir(folder)).sort()).toEqual([mine, 'file'].sort());
  });

  it('keeps what a running process writes, and what is another file', async () => {
    const kept = [
      `.file.${process.ppid}-00ff00ff.tmp`,
      `.other.${ended()}-00ff00ff.tmp`,
      `.file.${ended()}-by-hand.tmp`,
      '.file.tmp',
    ];
    for (const name of kept) await leave(name);
    await writeAtomically(join(folder, 'file'), ['new']);
    expect((await readdir(folder)).sort()).toEqual([...kept, 'file'].sort());
  });
});
