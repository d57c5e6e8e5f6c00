// The largest synthetic graph that a process with a heap of so many megabytes serves: loaded from compiled data, everything
// warmed up, questions answered; told with the most memory that the process ever had, which is more than its heap. The size
// is doubled until it fails, then halved between the last that worked and the first that did not.
// Usage: node bench/largest.mjs [--megabytes 4096] [--from 200000] [--steps 3] [--json FILE]     (after "npm run build")
import { readFileSync, rmSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { here, startProcess } from './process.mjs';
import { writeSynthetic } from './synthetic.mjs';

const { values } = parseArgs({
  options: {
    megabytes: { type: 'string', default: '4096' },
    from: { type: 'string', default: '200000' },
    steps: { type: 'string', default: '3' },
    json: { type: 'string' },
  },
});
const megabytes = Number(values.megabytes);
const SERVE = [here('../dist/bundle/main.js'), 'serve'];
/** Reading files takes more than serving what is compiled; it is done before, by another process. */
const COMPILING = ['--max-old-space-size=16000', ...SERVE];
const PATIENCE = 120_000;
const QUESTIONS = [
  '{ dataset { version counts { entities statements } } }',
  '{ search(query: "hoi nghi 12", first: 10) { totalCount edges { node { id } } } }',
  '{ entity(id: "country:vnm") { relations(first: 50) { totalCount edges { node { name } } } } }',
  '{ neighborhood(ids: ["person:person-1"], depth: 2, limit: 200) { nodes { entity { id } } } }',
  '{ path(from: "person:person-1", to: "task:task-500") { path { length } } }',
  '{ aggregate(groupBy: [{ by: KIND }]) { rows { group1 count } } }',
  '{ disagreements(first: 5) { totalCount } }',
  '{ entities(first: 20, order: LATEST) { nodes { id begins } } }',
];

/** The most memory that the process ever had, in megabytes, as Linux tells it. */
const peak = (pid) =>
  Number(readFileSync(`/proc/${pid}/status`, 'utf8').match(/VmHWM:\s+(\d+)/)[1]) / 1024;

async function ask(address, query) {
  const response = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', connection: 'close' },
    body: JSON.stringify({ query }),
    signal: AbortSignal.timeout(PATIENCE),
  });
  const { data, errors } = await response.json();
  if (errors !== undefined) throw new Error(errors[0].message);
  return data;
}

/** Whether so many entities are served within the memory, and what they took. */
async function attempt(folder, entities) {
  const data = join(folder, String(entities));
  const environment = {
    GRAPH_DATA: data,
    CACHE_FOLDER: join(folder, 'cache'),
    // What is sought is how much fits, however long the first questions wait for indices.
    REQUEST_TIME: String(PATIENCE),
    ADMIN_PORT: 'off',
  };
  let server;
  try {
    await writeSynthetic(data, { entities });
    await (await startProcess(COMPILING, environment)).stop();
    const began = performance.now();
    server = await startProcess([`--max-old-space-size=${megabytes}`, ...SERVE], environment);
    const seconds = (performance.now() - began) / 1000;
    const { counts } = (await ask(server.address, QUESTIONS[0])).dataset;
    for (const question of QUESTIONS) await ask(server.address, question);
    // The warm-up makes the rest meanwhile; once the memory no longer grows, it is done.
    for (let before = 0; peak(server.pid) > before; ) {
      before = peak(server.pid);
      await setTimeout(5_000);
    }
    for (const question of QUESTIONS) await ask(server.address, question);
    return { ...counts, seconds, megabytes: Math.round(peak(server.pid)), fits: true };
  } catch (error) {
    return { entities, fits: false, why: String(error.message).slice(0, 200) };
  } finally {
    await server?.stop();
    await rm(data, { recursive: true, force: true });
  }
}

const folder = await mkdtemp(join(tmpdir(), 'caytre-largest-'));
// However it ends.
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
const tried = [];
const attemptAt = async (entities) => {
  const result = await attempt(folder, entities);
  tried.push(result);
  console.log(JSON.stringify(result));
  return result.fits;
};
let works = 0;
let fails = Number(values.from);
while (await attemptAt(fails)) {
  works = fails;
  fails *= 2;
}
for (let step = 0; step < Number(values.steps); step += 1) {
  const middle = Math.round((works + fails) / 2);
  if (await attemptAt(middle)) works = middle;
  else fails = middle;
}
console.log(`Served with a heap of ${megabytes} MB: ${works} entities; not ${fails}.`);
if (values.json) await writeFile(values.json, `${JSON.stringify(tried, null, 2)}\n`);
