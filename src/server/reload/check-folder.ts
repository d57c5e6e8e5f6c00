import { openDataset } from '../../data/open.ts';
import { problem } from '../../errors/problem.ts';
import type { Checked } from './checked.ts';

/** Where the data lies, and its compiled form. */
export interface Folders {
  readonly graphData: string;
  readonly cacheFolder: string;
}

/** How often files that change while they are read are read anew. */
const ATTEMPTS = 3;

/** Reads and checks the data and sees that its compiled form is written, in the thread that calls. */
export async function checkFolder({ graphData, cacheFolder }: Folders): Promise<Checked> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const opened = await openDataset({ folder: graphData, cacheFolder });
    if (!opened.ok) return opened;
    const { dataset, compiled, warnings } = opened;
    if (compiled !== null || warnings.length > 0) {
      return { ok: true, version: dataset.version, compiled, warnings };
    }
  }
  return { ok: false, problems: [problem('DATA_CHANGING')], leftOut: 0 };
}
