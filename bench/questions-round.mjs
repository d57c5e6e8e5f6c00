// One dataset in a process of its own: what each index that is made when first needed takes, and how long each question
// takes, first and then. Prints JSON.
// Usage: node --expose-gc bench/questions-round.mjs FOLDER [ROUNDS]
import { strict as assert } from 'node:assert';
import { readDataset } from '../dist/data/read.js';
import { buildGraph } from '../dist/graph/build.js';
import { createMemoryStore } from '../dist/store/memory.js';
import { median } from './median.mjs';
import { questions } from './questions-list.mjs';

const [folder, rounds = '5'] = process.argv.slice(2);

/** Milliseconds for a fixed piece of work: parsing a text of about a hundred kilobytes. */
function yardstick() {
  const text = JSON.stringify(
    Array.from({ length: 2000 }, (_, number) => ({ id: `person:${number}`, value: number / 7 })),
  );
  const taken = Array.from({ length: 50 }, () => timed(() => JSON.parse(text)).ms);
  return median(taken);
}

function timed(work) {
  const began = performance.now();
  const value = work();
  return { value, ms: performance.now() - began };
}

function heldBytes() {
  globalThis.gc();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

const reading = await readDataset(folder);
if (!reading.ok) throw new Error(JSON.stringify(reading.problems[0]));
const { dataset } = reading;

const indices = [];
/** Makes something; where that is done in steps, notes the longest, for so long would a request wait. */
function prepared(name, make) {
  const before = heldBytes();
  let longest = 0;
  const { value, ms } = timed(() => {
    for (let done = make.step === undefined; !done; ) {
      const step = timed(make.step);
      longest = Math.max(longest, step.ms);
      done = step.value;
    }
    return make();
  });
  indices.push({ index: name, ms, longest: longest || ms, bytes: heldBytes() - before });
  return value;
}
const graph = prepared('the graph itself', () => buildGraph(dataset));
prepared('text', graph.text);
prepared('beginnings', graph.beginnings);
prepared('time', graph.time);
prepared('ownTimes', graph.ownTimes);
prepared('dates', graph.dates);
prepared('figures', graph.figures);
prepared('byOrdinal', graph.byOrdinal);
prepared('byDate', graph.byDate);
prepared('byLatest', graph.byLatest);
prepared('statementsBySoleSource', graph.statementsBySoleSource);
prepared('disagreements', graph.disagreements);
prepared('hubDegree', graph.hubDegree);
prepared('values of concerns', () => graph.values(graph.properties.number('concerns')));
prepared('values of summary', () => graph.values(graph.properties.number('summary')));
prepared('a date', () => graph.moment('1999').holding());
assert(graph.dates().size > 0 && graph.disagreements().all.length > 0);

// Another graph of the same data: here the first question makes the indices that it needs.
const store = createMemoryStore(buildGraph(dataset));
const asked = questions.map(({ name, method, ask, check, prepare }) => {
  const answer = (request) => {
    const [found] = store[method]([request]);
    if (found instanceof Error) throw new Error(`${name}: ${JSON.stringify(found)}`);
    return found;
  };
  const known = prepare?.(answer);
  const once = (round) => {
    const request = ask(round, known);
    const { value, ms } = timed(() => answer(request));
    check(value);
    return ms;
  };
  const first = once(0);
  // What is asked anew each time, after compiling; and the same question again and again.
  const numbers = Array.from({ length: Number(rounds) }, (_, index) => index + 1);
  const anew = median(numbers.map(once));
  const again = median(numbers.map(() => once(0)));
  return { name, first, anew, again };
});

console.log(
  JSON.stringify({
    statements: dataset.statements.length,
    entities: dataset.entities.length,
    yardstick: yardstick(),
    indices,
    asked,
  }),
);
