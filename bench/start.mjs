// How long from starting the process to the first GraphQL answer, beside Apollo with an empty schema: of the real graph and of
// synthetic data, both unchanged since they were compiled.
// Usage: node bench/start.mjs [--entities 10000] [--rounds N] [--json FILE]     (after "npm run build")
import { strict as assert } from 'node:assert';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { median } from './median.mjs';
import { cpuSeconds, here, startProcess } from './process.mjs';
import { writeSynthetic } from './synthetic.mjs';

const { values } = parseArgs({
  options: {
    entities: { type: 'string', default: '10000' },
    rounds: { type: 'string', default: '7' },
    json: { type: 'string' },
  },
});
const folder = await mkdtemp(join(tmpdir(), 'caytre-start-'));
const synthetic = join(folder, 'data');
await writeSynthetic(synthetic, { entities: Number(values.entities) });

/** What cannot be answered before the graph is there: an entity, and what is joined to it. */
const QUESTION =
  '{ entity(id: "country:vnm") { name relations(first: 5) { edges { node { name } } } } }';
const SERVE = [here('../dist/bundle/main.js'), 'serve'];
const caytre = (graphData) => ({
  command: SERVE,
  path: '/graphql',
  query: QUESTION,
  environment: { GRAPH_DATA: graphData, CACHE_FOLDER: join(folder, 'cache') },
});

/** Starts a server, asks it once, ends it: milliseconds from start to answer, and of processor time. */
async function timeToAnswer({ command, path, query, environment }) {
  const began = performance.now();
  const server = await startProcess(command, { LOG_LEVEL: 'silent', ...environment });
  const response = await fetch(`${server.address}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  const { data, errors } = await response.json();
  const ms = performance.now() - began;
  const cpu = cpuSeconds(server.pid);
  assert(errors === undefined && Object.values(data)[0], JSON.stringify({ data, errors }));
  await server.stop();
  return { ms, cpu: cpu === undefined ? undefined : cpu * 1000 };
}

const contenders = {
  'Apollo, empty schema': {
    command: [here('empty-apollo.mjs')],
    path: '/',
    query: '{ __typename }',
  },
  'caytre, real graph': caytre(here('../graph-data')),
  [`caytre, ${values.entities} entities`]: caytre(synthetic),
};
const taken = Object.fromEntries(Object.keys(contenders).map((name) => [name, []]));
const firsts = {};
for (const [name, contender] of Object.entries(contenders)) {
  if (contender.environment) firsts[name] = (await timeToAnswer(contender)).ms;
}
// Interleaved, so that whatever else the machine does falls on all alike.
for (let round = 0; round < Number(values.rounds); round += 1) {
  for (const [name, contender] of Object.entries(contenders)) {
    taken[name].push(await timeToAnswer(contender));
  }
}
await rm(folder, { recursive: true });

const of = (name, pick) => median(taken[name].map(pick));
const [base] = Object.keys(contenders);
const rows = Object.keys(contenders).map((start) => {
  const ms = of(start, (one) => one.ms);
  const cpu = of(start, (one) => one.cpu ?? 0);
  return {
    start,
    ms: Math.round(ms),
    '×': Number((ms / of(base, (one) => one.ms)).toFixed(2)),
    'ms of processor time': Math.round(cpu),
    'its ×': Number((cpu / of(base, (one) => one.cpu ?? 0)).toFixed(2)),
    'first, data read and compiled, ms': firsts[start] ? Math.round(firsts[start]) : '',
  };
});
console.table(rows);
console.log(`Medians of ${values.rounds} rounds, load ${loadavg()[0].toFixed(1)}.`);
if (values.json) await writeFile(values.json, `${JSON.stringify(rows, null, 2)}\n`);
