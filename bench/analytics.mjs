// How long each measure takes beside building the graph, and whether the thread that serves is kept waiting meanwhile.
// Usage: node bench/analytics.mjs [--entities 10000,100000] [--json FILE]     (after "npm run build")
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { writeSynthetic } from './synthetic.mjs';

const { values } = parseArgs({
  options: {
    entities: { type: 'string', default: '10000,100000' },
    json: { type: 'string' },
  },
});
/** How many statements the synthetic data makes of an entity. */
const STATEMENTS_OF_AN_ENTITY = 4.5;
const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** One dataset in a process of its own, so that none finds the memory or the compiled code of another. */
async function round(data) {
  const command = ['--max-semi-space-size=64', here('analytics-round.mjs'), data];
  const { stdout } = await promisify(execFile)(process.execPath, command);
  return JSON.parse(stdout);
}

const folder = await mkdtemp(join(tmpdir(), 'caytre-analytics-'));
const results = [await round(here('../graph-data'))];
try {
  for (const entities of values.entities.split(',').map(Number)) {
    const data = join(folder, String(entities));
    await writeSynthetic(data, { statements: Math.round(entities * STATEMENTS_OF_AN_ENTITY) });
    results.push(await round(data));
  }
} finally {
  await rm(folder, { recursive: true });
}

console.log(`Node ${process.version}`);
console.table(
  results.flatMap(({ entities, edges, ms }) =>
    Object.entries(ms).map(([stage, taken]) => ({
      entities,
      edges,
      stage,
      ms: Math.round(taken),
      'times building': Number((taken / ms['building the graph']).toFixed(2)),
    })),
  ),
);
console.table(
  results.map(({ entities, exact, pivots, communities, modularity, delay }) => ({
    entities,
    exact,
    pivots,
    communities,
    modularity: Number(modularity.toFixed(3)),
    'idle, delay p99 ms': Number(delay.idle.p99.toFixed(1)),
    'beside, delay p99 ms': Number(delay.beside.p99.toFixed(1)),
    'longest ms': Number(delay.beside.max.toFixed(1)),
  })),
);
if (values.json) await writeFile(values.json, `${JSON.stringify(results, null, 2)}\n`);
