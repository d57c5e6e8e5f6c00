import { appendFile, cp, mkdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type DataWatcher, watchData } from '../../../src/server/reload/watch-data.ts';
import { temporaryFolder } from './marked.ts';

let place: Awaited<ReturnType<typeof temporaryFolder>>;
let watcher: DataWatcher;
let told: number;
const inFolder = (name: string): string => join(place.folder, name);

beforeEach(async () => {
  place = await temporaryFolder();
  await mkdir(inFolder('data/entities'), { recursive: true });
  await writeFile(inFolder('data/ontology.yaml'), '');
  await writeFile(inFolder('data/entities/person.yaml'), '');
  told = 0;
});
afterEach(async () => {
  await watcher.close();
  await place.remove();
});

const watchFolder = async (folder = inFolder('data')): Promise<void> => {
  watcher = watchData({
    folder,
    onChange: () => {
      told += 1;
    },
    onError: (error) => {
      throw error;
    },
  });
  await watcher.ready;
};
const isTold = async (): Promise<void> => {
  await expect.poll(() => told, { timeout: 30_000 }).toBeGreaterThan(0);
  told = 0;
};

it('tells of a file that is written, added, taken away, or put in the place of another', async () => {
  await watchFolder();
  await appendFile(inFolder('data/entities/person.yaml'), ' ');
  await isTold();
  await writeFile(inFolder('data/entities/office.yaml'), ' ');
  await isTold();
  await rm(inFolder('data/entities/office.yaml'));
  await isTold();
  await writeFile(inFolder('beside'), 'x');
  await rename(inFolder('beside'), inFolder('data/entities/person.yaml'));
  await isTold();
});

it('tells of a folder that is put in the place of another, and then of what is in that one', async () => {
  await watchFolder();
  await cp(inFolder('data'), inFolder('other'), { recursive: true });
  await rename(inFolder('data'), inFolder('old'));
  await rename(inFolder('other'), inFolder('data'));
  await isTold();
  await appendFile(inFolder('data/entities/person.yaml'), ' ');
  await isTold();
});

it('tells of a link that leads to another folder', async () => {
  await cp(inFolder('data'), inFolder('other'), { recursive: true });
  await symlink('data', inFolder('link'));
  await watchFolder(inFolder('link'));
  await symlink('other', inFolder('new-link'));
  await rename(inFolder('new-link'), inFolder('link'));
  await isTold();
  await appendFile(inFolder('other/entities/person.yaml'), ' ');
  await isTold();
});

it('tells once of many files that change in a row', async () => {
  await watchFolder();
  for (let number = 0; number < 50; number += 1) {
    await writeFile(inFolder(`data/entities/${number}.yaml`), ' ');
  }
  await isTold();
});
