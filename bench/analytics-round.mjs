// One dataset in a process of its own: how long its graph takes to build and each measure to compute, and how late the
// thread that serves is meanwhile. Prints JSON.
// Usage: node bench/analytics-round.mjs FOLDER
import { strict as assert } from 'node:assert';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import { readDataset } from '../dist/data/read.js';
import { betweennessOf } from '../dist/graph/analytics/betweenness.js';
import { partition } from '../dist/graph/analytics/communities.js';
import { pageRanks } from '../dist/graph/analytics/page-rank.js';
import { plainGraph } from '../dist/graph/analytics/plain.js';
import { simpleGraph } from '../dist/graph/analytics/plain-graphology.js';
import { buildGraph } from '../dist/graph/build.js';
import { analyticsThread } from '../dist/server/analytics/thread.js';
import { createMemoryStore } from '../dist/store/memory.js';

/** How long an idle thread is watched, in milliseconds. */
const IDLE = 2_000;

function timed(work) {
  const began = performance.now();
  const value = work();
  return { value, ms: performance.now() - began };
}

/** What comes of `work`, and how late the event loop was while it went on, in milliseconds. */
async function watched(work) {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const began = performance.now();
  const value = await work();
  const ms = performance.now() - began;
  delay.disable();
  return { value, ms, p99: delay.percentile(99) / 1e6, max: delay.max / 1e6 };
}

const read = await readDataset(process.argv[2]);
if (!read.ok) throw new Error(JSON.stringify(read.problems[0]));
const { value: graph, ms: build } = timed(() => buildGraph(read.dataset));

const idle = await watched(() => setTimeout(IDLE));
const logged = [];
const log = { info: (details) => logged.push(details), error: (details) => logged.push(details) };
const store = createMemoryStore(graph, { compute: analyticsThread(log).compute });
const beside = await watched(async () => (await store.analytics([null]))[0]);
assert(!(beside.value instanceof Error), JSON.stringify(logged));
const ready = timed(() => store.measures([graph.nodes.name(0)]));
assert(Array.isArray(ready.value), 'measures that are there are answered at once');

const plain = plainGraph(graph);
const ranks = timed(() => pageRanks(plain));
const simple = timed(() => simpleGraph(plain));
const between = timed(() => betweennessOf(simple.value, plain.nodes));
const groups = timed(() => partition(simple.value, plain.nodes));
assert(Math.abs(ranks.value.reduce((sum, rank) => sum + rank, 0) - 1) < 1e-6);
assert.equal(groups.value.sizes.length, beside.value.communities);
assert.equal(between.value.pivots, beside.value.pivots);

const { p99, max } = beside;
console.log(
  JSON.stringify({
    entities: graph.nodes.size,
    edges: graph.columns.edges,
    ...beside.value,
    ms: {
      'building the graph': build,
      PageRank: ranks.ms,
      'graph without loops and parallel edges': simple.ms,
      betweenness: between.ms,
      communities: groups.ms,
      'all, in a thread beside': beside.ms,
    },
    delay: { idle: { p99: idle.p99, max: idle.max }, beside: { p99, max } },
  }),
);
