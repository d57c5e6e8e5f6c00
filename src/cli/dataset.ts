import type { Dataset } from '../data/dataset.ts';
import { exit } from './exit.ts';
import { configurationFor, type DataOptions } from './options.ts';
import { messages, showReading, writeProblems } from './terminal.ts';

/** Opens the data that the options name; says what is wrong with it and answers `undefined` if it cannot be used. */
export async function openFor(options: DataOptions): Promise<Dataset | undefined> {
  const { graphData, cacheFolder } = configurationFor(options);
  const { openDataset } = await import('../data/open.ts');
  const opened = await openDataset({
    folder: graphData,
    cacheFolder,
    onProgress: showReading,
  });
  messages.clear();
  if (opened.ok) {
    writeProblems(opened.warnings, 0);
    return opened.dataset;
  }
  writeProblems(opened.problems, opened.leftOut);
  process.exitCode = exit.found;
  return undefined;
}
