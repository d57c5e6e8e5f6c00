// How long from starting the process to the first GraphQL answer, beside Apollo with an empty schema.
// Usage: node bench/start.mjs [--rounds N] [--json FILE]     (after "npm run build")
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { median } from './median.mjs';

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '7' }, json: { type: 'string' } },
});
const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const cacheFolder = await mkdtemp(join(tmpdir(), 'caytre-start-'));
const environment = {
  ...process.env,
  NODE_ENV: 'production',
  PORT: '0',
  LOG_LEVEL: 'silent',
  CACHE_FOLDER: cacheFolder,
};

/** Starts a server, asks it once, ends it; the milliseconds from start to answer. */
async function timeToAnswer(command) {
  const began = performance.now();
  const child = spawn(process.execPath, command, {
    env: environment,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  let printed = '';
  let address;
  for await (const chunk of child.stdout) {
    printed += chunk;
    address = printed.match(/answers at (http:\/\/[^/\s]+)/)?.[1];
    if (address) break;
  }
  if (!address) throw new Error(`${command.join(' ')} did not start: ${printed}`);
  const response = await fetch(
    `${address}/${command[0].endsWith('empty-apollo.mjs') ? '' : 'graphql'}`,
    {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query":"{ __typename }"}',
    },
  );
  const answer = await response.json();
  const took = performance.now() - began;
  if (answer.data?.__typename !== 'Query') throw new Error(JSON.stringify(answer));
  child.kill('SIGTERM');
  await ended;
  return took;
}

const contenders = {
  'apollo, empty schema': [here('empty-apollo.mjs')],
  'caytre, unchanged data': [here('../dist/bundle/main.js'), 'serve'],
};
const times = Object.fromEntries(Object.keys(contenders).map((name) => [name, []]));
const first = await timeToAnswer(contenders['caytre, unchanged data']);
// Interleaved, so that whatever else the machine does falls on both alike.
for (let round = 0; round < Number(values.rounds); round += 1) {
  for (const [name, command] of Object.entries(contenders)) {
    times[name].push(await timeToAnswer(command));
  }
}
await rm(cacheFolder, { recursive: true });

const base = median(times['apollo, empty schema']);
const rows = [
  { start: 'caytre, first (data read and compiled)', ms: first },
  ...Object.entries(times).map(([name, taken]) => ({ start: name, ms: median(taken) })),
].map(({ start, ms }) => ({ start, ms: Math.round(ms), ratio: Number((ms / base).toFixed(2)) }));
console.table(rows);
if (values.json) await writeFile(values.json, `${JSON.stringify(rows, null, 2)}\n`);
