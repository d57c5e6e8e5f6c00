// One size in a process of its own: how long the store and bare typed arrays take for the same walks, and the store for
// searches. Prints JSON.
// Usage: node bench/graph/round.mjs FOLDER [ROUNDS]
import { strict as assert } from 'node:assert';
import { join } from 'node:path';
import { openDataset } from '../../dist/data/open.js';
import { buildGraph } from '../../dist/graph/build.js';
import { NO_OBJECT } from '../../dist/graph/columns.js';
import { createMemoryStore } from '../../dist/store/memory.js';
import { median } from '../median.mjs';
import { bareGraph, bareNeighborhood, barePath } from './floor.mjs';
import { searches } from './searches.mjs';

const [folder, rounds = '7'] = process.argv.slice(2);
/** How many questions a round asks. */
const QUESTIONS = 200;
const LIMIT = 200;
const MAX_HOPS = 6;

const opened = await openDataset({ folder, cacheFolder: join(folder, '.cache') });
assert(opened.ok);
const { dataset } = opened;
const graph = buildGraph(dataset);
const store = createMemoryStore(graph);
const { entities, statements } = dataset;
const { subject, object } = graph.columns;
const bare = bareGraph(subject, object, NO_OBJECT, entities.length);
const numbers = new Map(entities.map(({ id }, number) => [id, number]));

/** Places spread over all entities, the same in every run. */
const spread = (offset) =>
  Array.from(
    { length: QUESTIONS },
    (_, index) => entities[Math.floor(((index + offset) * entities.length) / (QUESTIONS + 1))].id,
  );
const hubs = Array.from(graph.byDegree.nodeAt.subarray(0, QUESTIONS), (node) => entities[node].id);
const ends = spread(0.3);
const pairs = spread(0.7).map((from, index) => [from, ends[(index * 37) % QUESTIONS]]);

const around = (limit) => ({
  ask: (id) => store.neighborhoods([{ ids: [id], depth: 2, direction: 'both', limit }])[0],
  bare: (id) => bareNeighborhood(bare, graph.byDegree.rankOf, numbers.get(id), 2, limit),
  same(answer, floor) {
    assert.deepEqual(
      answer.nodes.map(({ entity, distance }) => [entity.id, distance]),
      floor.nodes.map((node, index) => [entities[node].id, floor.distances[index]]),
    );
    assert.deepEqual(
      answer.edges.map(({ id }) => id),
      Array.from(floor.edges, (statement) => statements[statement].id),
    );
  },
});

const walks = [
  { name: '2 hops, at most 200, from anywhere', questions: spread(0.5), ...around(LIMIT) },
  { name: '2 hops, at most 200, from a hub', questions: hubs, ...around(LIMIT) },
  { name: '2 hops, at most 10,000, from anywhere', questions: spread(0.5), ...around(10_000) },
  {
    name: 'shortest path',
    questions: pairs,
    ask: ([from, to]) =>
      store.paths([{ from, to, maxHops: MAX_HOPS, count: 1, by: 'hops', direction: 'both' }])[0],
    bare: ([from, to]) => barePath(bare, numbers.get(from), numbers.get(to), MAX_HOPS),
    same({ paths: [path] }, floor) {
      assert.deepEqual(
        path?.entities.map(({ id }) => id) ?? null,
        floor?.nodes.map((node) => entities[node].id) ?? null,
      );
      assert.deepEqual(
        path?.statements.map(({ id }) => id) ?? null,
        floor?.statements.map((statement) => statements[statement].id) ?? null,
      );
    },
  },
];

/** Microseconds of processor time since `began`: what else the machine does counts little in it. */
function since(began) {
  const { user, system } = process.cpuUsage(began);
  return user + system;
}

/** Microseconds a question, of all questions asked one after the other. */
function taken(questions, ask) {
  const began = process.cpuUsage();
  for (const question of questions) ask(question);
  return since(began) / questions.length;
}

const walked = walks.map(({ name, questions, ask, bare: floor, same }) => {
  for (const question of questions) same(ask(question), floor(question));
  const times = { store: [], bare: [] };
  // What both compile while they are asked for the first times is not counted.
  for (let round = -2; round < Number(rounds); round += 1) {
    const store = taken(questions, ask);
    const bare = taken(questions, floor);
    if (round < 0) continue;
    times.store.push(store);
    times.bare.push(bare);
  }
  return { name, store: median(times.store), bare: median(times.bare) };
});

graph.text();
const searched = searches(dataset).map(({ name, queries }) => {
  const times = [];
  for (let round = -1; round < Number(rounds); round += 1) {
    for (const query of queries) {
      const began = process.cpuUsage();
      const [page] = store.search([{ query, page: { first: 20 } }]);
      const ms = since(began) / 1000;
      assert(!(page instanceof Error));
      if (round >= 0) times.push(ms);
    }
  }
  times.sort((a, b) => a - b);
  const at = (share) => times[Math.floor(share * (times.length - 1))];
  return { name, median: at(0.5), p95: at(0.95), longest: at(1) };
});

console.log(
  JSON.stringify({ entities: entities.length, statements: statements.length, walked, searched }),
);
