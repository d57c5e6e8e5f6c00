// How long the graph takes for walks, beside bare typed arrays that give the same answers, and for searches; and how that
// grows with the data.
// Usage: node bench/graph.mjs [--entities 10000,100000] [--rounds N] [--json FILE]     (after "npm run build")
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { here } from './process.mjs';
import { writeSynthetic } from './synthetic.mjs';

const { values } = parseArgs({
  options: {
    entities: { type: 'string', default: '10000,100000' },
    rounds: { type: 'string', default: '7' },
    json: { type: 'string' },
  },
});
const MEMORY = ['--max-semi-space-size=64', '--max-old-space-size=4096'];
const short = (number) => Number(number.toPrecision(3));

const folder = await mkdtemp(join(tmpdir(), 'caytre-graph-'));
const results = [];
try {
  for (const entities of values.entities.split(',').map(Number)) {
    const data = join(folder, String(entities));
    await writeSynthetic(data, { entities });
    const command = [...MEMORY, here('graph/round.mjs'), data, values.rounds];
    const { stdout } = await promisify(execFile)(process.execPath, command);
    results.push(JSON.parse(stdout));
    await rm(data, { recursive: true });
  }
} finally {
  await rm(folder, { recursive: true });
}

for (const { entities, statements, walked, searched } of results) {
  console.log(`${entities} entities, ${statements} statements`);
  console.table(
    walked.map(({ name, store, bare }) => ({
      walk: name,
      'store µs': short(store),
      'typed arrays µs': short(bare),
      '×': short(store / bare),
    })),
  );
  console.table(
    searched.map(({ name, median, p95, longest }) => ({
      'search for': name,
      'median ms': short(median),
      'p95 ms': short(p95),
      'longest ms': short(longest),
    })),
  );
}
if (results.length > 1) {
  const [least, greatest] = [results[0], results.at(-1)];
  console.log(`growth from ${least.entities} to ${greatest.entities} entities`);
  console.table([
    ...least.walked.map(({ name, store, bare }, place) => ({
      question: name,
      '×': short(greatest.walked[place].store / store),
      'typed arrays ×': short(greatest.walked[place].bare / bare),
    })),
    ...least.searched.map(({ name, median }, place) => ({
      question: `search: ${name}`,
      '×': short(greatest.searched[place].median / median),
    })),
  ]);
}
console.log(
  `Node ${process.version}, load ${loadavg()
    .map((one) => one.toFixed(1))
    .join(' ')}`,
);
if (values.json) await writeFile(values.json, `${JSON.stringify(results, null, 2)}\n`);
