import { openDataset } from '../../data/open.ts';
import type { Checked } from './checked.ts';

/** Where the data lies, and its compiled form. */
export interface Folders {
  readonly graphData: string;
  readonly cacheFolder: string;
}

/** Reads and checks the data and sees that its compiled form is written, in the thread that calls. */
export async function checkFolder({ graphData, cacheFolder }: Folders): Promise<Checked> {
  const opened = await openDataset({ folder: graphData, cacheFolder });
  if (!opened.ok) return opened;
  const { dataset, compiled, warnings } = opened;
  return { ok: true, version: dataset.version, compiled, warnings };
}
