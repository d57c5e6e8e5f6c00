import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { DataFile } from '../folder.ts';

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
    const content = createHash('sha256');
    for await (const chunk of createReadStream(file.absolute)) content.update(chunk);
    hash.update(`${JSON.stringify(file.path)} ${content.digest('hex')}\n`);
  }
  return hash.digest('hex');
}
