import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { watch } from 'chokidar';
import type { FastifyBaseLogger } from 'fastify';
import { explain } from '../../data/explain.ts';
import { type Problem, problem } from '../../errors/problem.ts';
import { type Key, parseKeys } from './keys.ts';

/** The keys of a file, as it stands now. */
export interface KeyFile {
  readonly keys: () => readonly Key[];
  /** Reads the file anew. Where anything is wrong with it, the log says what, and the keys stay as they were. */
  readonly read: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export type OpenedKeys =
  | { readonly ok: true; readonly file: KeyFile }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Whoever writes the file may take so long between two pieces of it, in milliseconds. */
const SETTLED = { stabilityThreshold: 100, pollInterval: 25 };

/** Reads a file of keys, and again whenever it changes. */
export async function openKeys(path: string, log: FastifyBaseLogger): Promise<OpenedKeys> {
  const first = await readKeys(path);
  if (first.problems.length > 0) return { ok: false, problems: first.problems };
  let { keys } = first;

  /** One after the other, so that the last state of the file is what counts in the end. */
  let reading = Promise.resolve();
  const read = (): Promise<void> => {
    reading = reading.then(async () => {
      const { keys: found, problems } = await readKeys(path);
      if (problems.length === 0) keys = found;
      if (problems.length === 0) log.info({ keys: keys.length }, 'the API keys were read anew');
      else log.error({ problems }, 'the API keys stay as they were');
    });
    return reading;
  };

  // What watches does not keep a program from ending that has nothing else to do.
  const options = { ignoreInitial: true, persistent: false, awaitWriteFinish: SETTLED };
  const watcher = watch(path, options);
  watcher.on('all', () => void read());
  watcher.on('error', (error) => log.error({ err: error }, 'the API keys are no longer watched'));
  await new Promise<void>((resolve) => watcher.once('ready', () => resolve()));
  return {
    ok: true,
    file: {
      keys: () => keys,
      read,
      async close() {
        await watcher.close();
        await reading;
      },
    },
  };
}

async function readKeys(path: string): Promise<ReturnType<typeof parseKeys>> {
  try {
    return parseKeys(await readFile(path, 'utf8'), basename(path));
  } catch (error) {
    const why = explain(error);
    return { keys: [], problems: [problem('KEYS_UNREADABLE', { why }, { file: basename(path) })] };
  }
}
