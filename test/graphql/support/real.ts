import { fileURLToPath } from 'node:url';
import type { Dataset } from '../../../src/data/dataset.ts';
import { readDataset } from '../../../src/data/read.ts';
import { buildGraph } from '../../../src/graph/build.ts';
import { createMemoryStore } from '../../../src/store/memory.ts';
import type { GraphStore } from '../../../src/store/port.ts';

const folder = fileURLToPath(new URL('../../../graph-data', import.meta.url));

/** The data of the project. */
export async function realDataset(): Promise<Dataset> {
  const reading = await readDataset(folder);
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems[0]));
  return reading.dataset;
}

/** A store over the data of the project, for what must be so of the articles themselves. */
export const realStore = async (): Promise<GraphStore> =>
  createMemoryStore(buildGraph(await realDataset()));
