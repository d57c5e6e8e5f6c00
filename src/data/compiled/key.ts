import { createHash } from 'node:crypto';
import { createReadStream, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DataFile } from '../folder.ts';

/** Files up to this many bytes are read in one go: opening a stream takes longer than reading them. */
const smallFile = 2 ** 20;

/**
 * Tells one build from another, so that no verdict of older rules is taken over: in a build, the names of the program's
 * files carry hashes of what they hold.
 */
const program = readdirSync(dirname(fileURLToPath(import.meta.url)))
  .sort()
  .join(' ');

/**
 * The key of a compiled form: SHA-256 over the program, and the paths and bytes of all files from which it was made.
 * @throws the error of the file system when a file cannot be read.
 */
export async function compiledKey(files: readonly DataFile[]): Promise<string> {
  const hash = createHash('sha256').update(`${program}\n`);
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
