import { realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { type Problem, problem } from '../errors/problem.ts';
import { sha256 } from '../util/hash.ts';
import { compiledKey } from './compiled/key.ts';
import { loadCompiled } from './compiled/load.ts';
import { writeCompiled } from './compiled/write.ts';
import type { Dataset } from './dataset.ts';
import { explain } from './explain.ts';
import { listFolder } from './folder.ts';
import type { Reading, ReadOptions } from './read.ts';

export interface OpenOptions extends ReadOptions {
  /** The data folder. */
  readonly folder: string;
  /** Where compiled forms are kept; made when it is missing. */
  readonly cacheFolder: string;
}

/** Where the compiled form of a dataset lies, as long as nobody compiles other files of the same folder. */
export interface Compiled {
  readonly file: string;
  readonly key: string;
}

export type Opened =
  | {
      readonly ok: true;
      readonly dataset: Dataset;
      /** Nothing where it could not be written, of which the warnings tell, or where files changed while they were read. */
      readonly compiled: Compiled | null;
      /** Whether it came from the compiled form of the same files or was read from the files. */
      readonly origin: 'compiled' | 'read';
      /** What does not keep the dataset from being used. */
      readonly warnings: readonly Problem[];
    }
  | Extract<Reading, { readonly ok: false }>;

/**
 * Opens a data folder: from its compiled form, where there is one for exactly these files, else by reading and
 * checking them, after which the compiled form is written.
 */
export async function openDataset(options: OpenOptions): Promise<Opened> {
  const { folder, cacheFolder } = options;
  const key = await currentKey(folder);
  const file = key === null ? null : await compiledFile(folder, cacheFolder).catch(() => null);
  if (key !== null && file !== null) {
    const dataset = await loadCompiled(file, key);
    if (dataset) {
      return { ok: true, dataset, compiled: { file, key }, origin: 'compiled', warnings: [] };
    }
  }
  // Loaded only when needed: parsing YAML takes much code, and most starts are on unchanged data.
  const { readDataset } = await import('./read.ts');
  const reading = await readDataset(folder, options);
  if (!reading.ok) return reading;
  const { dataset } = reading;
  const warnings: Problem[] = [];
  let compiled: Compiled | null = null;
  // Files that changed while they were read may have been read in either state.
  if (file !== null && key !== null && (await currentKey(folder)) === key) {
    try {
      await writeCompiled(file, key, dataset);
      compiled = { file, key };
    } catch (error) {
      warnings.push(problem('CACHE_UNWRITABLE', { folder: cacheFolder, why: explain(error) }));
    }
  }
  return { ok: true, dataset, compiled, origin: 'read', warnings };
}

/** The key of the files as they are now; `null` when something about them is wrong, which the reading will tell. */
async function currentKey(folder: string): Promise<string | null> {
  const { files, problems } = await listFolder(folder);
  if (problems.length > 0) return null;
  try {
    return await compiledKey(files);
  } catch {
    return null;
  }
}

/** Each data folder has one file in the cache. */
async function compiledFile(folder: string, cacheFolder: string): Promise<string> {
  const name = sha256(await realpath(folder)).slice(0, 16);
  return join(cacheFolder, `dataset-${name}.jsonl`);
}
