import { execFileSync } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { chmod, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { askNames, type Program, scratch, startProgram, writePeople } from './program.ts';

/** Data that is right. */
async function writeData(count?: number): Promise<string> {
  const data = await scratch();
  await writePeople(data, 'mark', count);
  return data;
}

/** It serves what it read, tells that it could not keep it, and ends well. */
async function expectServing(program: Program, why: string): Promise<void> {
  expect((await askNames(await program.address)).names.slice(0, 1)).toEqual(['mark 0']);
  const warning = await program.logged(({ problem }) => problem !== undefined);
  expect(warning.problem.code).toBe('CACHE_UNWRITABLE');
  expect(warning.problem.message).toContain(why);
  expect(await program.stop()).toEqual({ code: 0, signal: null });
}

/** A file system of so many bytes in the place of a folder; whether this machine lets it be made. */
function mountSmall(folder: string, size: string): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder], {
      stdio: 'ignore',
    });
  } catch {
    return false;
  }
  onTestFinished(() => void execFileSync('umount', [folder]));
  return true;
}

describe('a disk that is full when the compiled data is written', () => {
  it('keeps nothing from being served, and no half of a file on it', async () => {
    const cache = await scratch();
    const program = startProgram({ data: await writeData(), cache, breaks: 'write:ENOSPC' });
    await expectServing(program, 'the disk is full');
    expect(await readdir(cache)).toEqual([]);
  });

  it('is met in the same way where it is really full', async ({ skip }) => {
    const cache = await scratch();
    skip(!mountSmall(cache, '64k'), 'only who may mount file systems can make one that is full');
    const program = startProgram({ data: await writeData(3_000), cache });
    await expectServing(program, 'the disk is full');
    expect(await readdir(cache)).toEqual([]);
  });
});

describe('a folder for compiled data', () => {
  it('that cannot be made, as a file stands in its place, keeps nothing from being served', async () => {
    const cache = join(await scratch(), 'cache');
    await writeFile(cache, '');
    await expectServing(startProgram({ data: await writeData(), cache }), 'EEXIST');
  });

  it.skipIf(process.getuid?.() === 0)(
    'that may be neither read nor written keeps nothing from being served (root may do both)',
    async () => {
      const cache = join(await scratch(), 'cache');
      await mkdir(cache, { mode: 0o000 });
      onTestFinished(() => chmod(cache, 0o700));
      await expectServing(startProgram({ data: await writeData(), cache }), 'EACCES');
    },
  );

  it('that is taken away while the program runs is made again at the next start', async () => {
    const data = await writeData();
    const cache = join(await scratch(), 'cache');
    const first = startProgram({ data, cache });
    const address = await first.address;
    await rm(cache, { recursive: true });
    expect((await askNames(address)).names).toHaveLength(3);
    await first.stop();
    const second = startProgram({ data, cache });
    await second.address;
    expect(await readdir(cache)).toHaveLength(1);
  });
});

describe('a log that cannot be written', () => {
  it.skipIf(process.platform !== 'linux')('keeps nothing from being served', async () => {
    // Each writing to it fails, as on a full disk.
    const full = openSync('/dev/full', 'w');
    onTestFinished(() => closeSync(full));
    const program = startProgram({
      data: await writeData(),
      cache: await scratch(),
      environment: { LOG_LEVEL: 'trace' },
      stdio: ['ignore', 'pipe', full],
    });
    expect((await askNames(await program.address)).names).toHaveLength(3);
    expect(await program.stop()).toEqual({ code: 0, signal: null });
  });
});
