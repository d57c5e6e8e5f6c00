import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { removeLeftovers, temporaryName } from './leftovers.ts';

/**
 * Writes a file so that others see either the old content or the whole of the new, whatever happens meanwhile:
 * into a temporary file beside it, which then takes its name. Makes the folder where it is missing. The temporary file's
 * name begins with a dot, so that one that a killed process leaves is not taken for data; the next writing removes it.
 * @throws the error of the file system; nothing is left behind then.
 */
export async function writeAtomically(file: string, parts: Iterable<string>): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await removeLeftovers(file);
  const temporary = temporaryName(file, randomBytes(4).toString('hex'));
  try {
    await pipeline(Readable.from(parts), createWriteStream(temporary, { flags: 'wx' }));
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}
