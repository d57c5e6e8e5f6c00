// One round of bench/load.mjs: loads a data folder stage by stage and prints times and memory as JSON.
import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { readDataset } from '../dist/data/read.js';
import { buildGraph } from '../dist/graph/build.js';
import { createMemoryStore } from '../dist/store/memory.js';

const folder = process.argv[2];

/** The lines of the data, read before the clock runs. */
async function lines() {
  const found = [];
  for (const part of ['entities', 'sources']) {
    for (const file of await readdir(join(folder, part))) {
      const input = createReadStream(join(folder, part, file));
      for await (const line of createInterface({ input })) found.push(line);
    }
  }
  return found;
}

/** Milliseconds for parsing every line with JSON.parse and no more. */
async function parseAlone() {
  const all = await lines();
  const began = performance.now();
  for (const line of all) JSON.parse(line);
  return performance.now() - began;
}

function heldBytes() {
  globalThis.gc();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

const stages = [];
/** Does one stage and notes its time, and what it leaves in memory once the rubbish is gone. */
async function stage(name, work) {
  const before = heldBytes();
  const began = performance.now();
  const result = await work();
  const ms = performance.now() - began;
  stages.push({ stage: name, ms, bytes: heldBytes() - before });
  return result;
}

const parseMs = await parseAlone();
const dataset = await stage('files to dataset (JSON Lines, rules)', async () => {
  const reading = await readDataset(folder);
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems.slice(0, 5)));
  return reading.dataset;
});
const graph = await stage('graphology, adjacency, indices', () => buildGraph(dataset));
await stage('full text', () => graph.text());
await stage('dates', () => graph.dates());
await stage('disagreements', () => graph.disagreements());

const store = createMemoryStore(graph);
const [found] = store.search([{ query: 'hoi nghi 1', page: { first: 1 } }]);
if (found.items[0]?.value.entity.id !== 'conference:conference-1') {
  throw new Error('The loaded graph does not find its first conference.');
}
console.log(JSON.stringify({ parseMs, statements: dataset.statements.length, stages }));
