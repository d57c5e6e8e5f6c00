import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { DataFile } from '../folder.ts';

/** Files up to this many bytes are read in one go: opening a stream takes longer than reading them. */
const smallFile = 2 ** 20;

/** Raised whenever the rules or the compiled form change, so that no older program's verdict is taken over. */
const compiledFormat = 1;

/**
 * The key of a compiled form: SHA-256 over the paths and bytes of all files from which it was made.
 * @throws the error of the file system when a file cannot be read.
 */
export async function compiledKey(files: readonly DataFile[]): Promise<string> {
  const hash = createHash('sha256').update(`caytre ${compiledFormat}\n`);
  for (const file of files) {
    // The content has a hash of its own, so that its end cannot be taken for the next path.
    hash.update(`${JSON.stringify(file.path)} ${await contentHash(file)}\n`);
  }
  return hash.digest('hex');
}

async function contentHash({ absolute, bytes }: DataFile): Promise<string> {
  const hash = createHash('sha256');
  if (bytes <= smallFile) return hash.update(await readFile(absolute)).digest('hex');
  for await (const chunk of createReadStream(absolute)) hash.update(chunk);
  return hash.digest('hex');
}
