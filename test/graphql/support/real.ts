import { fileURLToPath } from 'node:url';
import { readDataset } from '../../../src/data/read.ts';
import { buildGraph } from '../../../src/graph/build.ts';
import { createMemoryStore } from '../../../src/store/memory.ts';
import type { GraphStore } from '../../../src/store/port.ts';

const folder = fileURLToPath(new URL('../../../graph-data', import.meta.url));

/** A store over the data of the project, for what must be so of the articles themselves. */
export async function realStore(): Promise<GraphStore> {
  const reading = await readDataset(folder);
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems[0]));
  return createMemoryStore(buildGraph(reading.dataset));
}
