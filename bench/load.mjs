// How long synthetic data takes from its files to a graph that answers, and how much memory it then holds.
// Usage: node bench/load.mjs [--sizes 1000,10000,100000] [--rounds N] [--json FILE]     (after "npm run build")
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { median } from './median.mjs';
import { writeSynthetic } from './synthetic.mjs';

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1000,10000,100000' },
    rounds: { type: 'string', default: '3' },
    json: { type: 'string' },
  },
});
const ROUND = fileURLToPath(new URL('load-round.mjs', import.meta.url));
const sizes = values.sizes.split(',').map(Number);
const folder = await mkdtemp(join(tmpdir(), 'caytre-load-'));

/** One loading in a process of its own, so that no round finds the memory or the compiled code of another. */
async function round(data) {
  const command = ['--expose-gc', '--max-semi-space-size=64', ROUND, data];
  const { stdout } = await promisify(execFile)(process.execPath, command);
  return JSON.parse(stdout);
}

const results = [];
try {
  for (const statements of sizes) {
    const data = join(folder, String(statements));
    await writeSynthetic(data, { statements });
    const rounds = [];
    for (let number = 0; number < Number(values.rounds); number += 1)
      rounds.push(await round(data));
    const of = (pick) => median(rounds.map(pick));
    const stages = rounds[0].stages.map(({ stage }, index) => ({
      stage,
      ms: of(({ stages }) => stages[index].ms),
      bytes: of(({ stages }) => stages[index].bytes),
    }));
    const total = {
      ms: of(({ stages }) => stages.reduce((sum, { ms }) => sum + ms, 0)),
      bytes: of(({ stages }) => stages.reduce((sum, { bytes }) => sum + bytes, 0)),
    };
    results.push({ statements, parseMs: of(({ parseMs }) => parseMs), total, stages });
  }
} finally {
  await rm(folder, { recursive: true });
}

const stageRows = results.flatMap(({ statements, stages }) =>
  stages.map(({ stage, ms, bytes }) => ({
    statements,
    stage,
    ms: Math.round(ms),
    'µs a statement': Number(((ms * 1000) / statements).toFixed(1)),
    'bytes a statement': Math.round(bytes / statements),
  })),
);
const totalRows = results.map(({ statements, parseMs, total }, index) => {
  const before = results[index - 1];
  const growth = before && total.ms / before.total.ms / (statements / before.statements);
  return {
    statements,
    ms: Math.round(total.ms),
    'µs a statement': Number(((total.ms * 1000) / statements).toFixed(1)),
    'bytes a statement': Math.round(total.bytes / statements),
    'time growth / size growth': growth === undefined ? '' : Number(growth.toFixed(2)),
    'JSON.parse alone, ms': Number(parseMs.toFixed(1)),
    'times JSON.parse': Number((total.ms / parseMs).toFixed(1)),
  };
});
console.log(`Medians of ${values.rounds} rounds, Node ${process.version}`);
console.table(stageRows);
console.table(totalRows);
if (values.json) await writeFile(values.json, `${JSON.stringify(results, null, 2)}\n`);
