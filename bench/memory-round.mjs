// One dataset in a process of its own: what each part of its graph holds once the rubbish is gone. Prints JSON.
// Usage: node --expose-gc bench/memory-round.mjs FOLDER CACHE_FOLDER
import { strict as assert } from 'node:assert';
import { openDataset } from '../dist/data/open.js';
import { buildGraph } from '../dist/graph/build.js';

const [folder, cacheFolder] = process.argv.slice(2);

function heldBytes() {
  globalThis.gc();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

const parts = [];
async function part(name, make) {
  const before = heldBytes();
  const made = await make();
  parts.push({ part: name, bytes: heldBytes() - before });
  return made;
}

const opened = await part('entities and statements', () => openDataset({ folder, cacheFolder }));
assert(opened.ok);
const { dataset } = opened;
const graph = await part('graphology, adjacency and orders', () => buildGraph(dataset));
await part('lists by property, kind, source, rank', () => {
  for (const { step } of graph.later) while (!step());
});
await part('words and names', graph.text);
await part('beginnings of words', graph.beginnings);
await part('time', () => [graph.time(), graph.ownTimes(), graph.dates()]);
await part('orders by date', () => [graph.byDate(), graph.byLatest(), graph.byOrdinal()]);
await part('what rests on one source', graph.statementsBySoleSource);
await part('disagreements', graph.disagreements);

const { entities, statements } = dataset;
console.log(
  JSON.stringify({
    entities: entities.length,
    statements: statements.length,
    parts,
    rss: process.memoryUsage().rss,
  }),
);
