import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A folder of its own, and how to be rid of it. */
export async function temporaryFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'caytre-reload-'));
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** Writes a small data folder in which the names of all entities end with a mark. */
export async function writeMarked(folder: string, mark: string): Promise<void> {
  await run(process.execPath, ['bench/synthetic.mjs', folder, '--statements', '300']);
  const marked = (line: string): string => {
    if (line === '') return line;
    const record = JSON.parse(line);
    if (record.names === undefined) return line;
    const names = { vi: `${record.names.vi} ${mark}`, en: `${record.names.en} ${mark}` };
    return JSON.stringify({ ...record, names });
  };
  for (const part of ['entities', 'sources']) {
    for (const name of await readdir(join(folder, part))) {
      const file = join(folder, part, name);
      const lines = (await readFile(file, 'utf8')).split('\n');
      await writeFile(file, lines.map(marked).join('\n'));
    }
  }
}
