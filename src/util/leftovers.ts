import { readdir, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** The name that a file has while it is written: beside its place, hidden, and telling which process writes it. */
export const temporaryName = (file: string, unique: string): string =>
  join(dirname(file), `.${basename(file)}.${process.pid}-${unique}.tmp`);

/**
 * Removes what processes that were killed left of writing a file. Never throws: such a rest takes room and does no other harm.
 * Of a process on another machine that shares the folder it may take what is still being written; that one is told so by its
 * rename, and its reader takes the old content or the whole of the new, as always.
 */
export async function removeLeftovers(file: string): Promise<void> {
  const folder = dirname(file);
  const start = `.${basename(file)}.`;
  const names = await readdir(folder).catch(() => []);
  for (const name of names) {
    const temporary =
      name.startsWith(start) && /^(\d+)-[0-9a-f]+\.tmp$/.exec(name.slice(start.length));
    if (!temporary) continue;
    const path = join(folder, name);
    if (await isLeft(path, Number(temporary[1]))) await rm(path, { force: true }).catch(() => {});
  }
}

/** Whether nobody writes the file any more. A process may have the number of one that was killed, as it has in a container. */
async function isLeft(path: string, writer: number): Promise<boolean> {
  if (writer !== process.pid) return !isRunning(writer);
  const began = Date.now() - process.uptime() * 1000;
  const state = await stat(path).catch(() => null);
  return state !== null && state.mtimeMs < began;
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // It runs, and belongs to somebody else.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
