import type { Local } from '../server/local.ts';
import { exit } from './exit.ts';
import { configurationFor, type DataOptions } from './options.ts';
import { messages, showReading, writeProblems } from './terminal.ts';

/** Opens the API over the data that the options name; says what is wrong and answers `undefined` if it cannot. */
export async function openLocalFor(
  options: DataOptions,
): Promise<Extract<Local, { ok: true }> | undefined> {
  const { openLocally } = await import('../server/local.ts');
  const local = await openLocally(configurationFor(options), { onProgress: showReading });
  messages.clear();
  writeProblems(
    ...(local.ok ? ([local.warnings, 0] as const) : ([local.problems, local.leftOut] as const)),
  );
  if (local.ok) return local;
  process.exitCode = exit.found;
  return undefined;
}
