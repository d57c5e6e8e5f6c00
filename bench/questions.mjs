// How long every kind of question takes over synthetic data, the first time and then, and how that grows with the data.
// Usage: node bench/questions.mjs [--sizes 10000,100000] [--rounds N] [--json FILE]     (after "npm run build")
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { writeSynthetic } from './synthetic.mjs';

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '10000,100000' },
    rounds: { type: 'string', default: '5' },
    json: { type: 'string' },
  },
});
const ROUND = fileURLToPath(new URL('questions-round.mjs', import.meta.url));
/** A million statements take more room than Node gives a process by itself. */
const MEMORY = ['--max-semi-space-size=256', '--max-old-space-size=8000'];

/** One size in a process of its own, so that none finds the memory or the compiled code of another. */
async function round(data) {
  const command = ['--expose-gc', ...MEMORY, ROUND, data, values.rounds];
  const { stdout } = await promisify(execFile)(process.execPath, command, { maxBuffer: 2 ** 24 });
  return JSON.parse(stdout);
}

const folder = await mkdtemp(join(tmpdir(), 'caytre-questions-'));
const results = [];
try {
  for (const statements of values.sizes.split(',').map(Number)) {
    const data = join(folder, String(statements));
    await writeSynthetic(data, { statements });
    results.push(await round(data));
    await rm(data, { recursive: true });
  }
} finally {
  await rm(folder, { recursive: true });
}

const short = (number) => Number(number.toPrecision(3));
const load = loadavg().map((one) => one.toFixed(1));
console.log(
  `Node ${process.version}, load ${load.join(' ')}; anew: medians of ${values.rounds} different questions, again: of the same`,
);
for (const { statements, entities, yardstick, indices, asked } of results) {
  console.log(`${statements} statements on ${entities} entities`);
  console.log(`the yardstick, JSON.parse of a fixed text: ${short(yardstick)} ms`);
  console.table(
    indices.map(({ index, ms, longest, bytes }) => ({
      index,
      ms: short(ms),
      'longest step ms': short(longest),
      yardsticks: short(ms / yardstick),
      'bytes a statement': Math.round(bytes / statements),
    })),
  );
  console.table(
    asked.map(({ name, first, anew, again }) => ({
      question: name,
      'first ms': short(first),
      'anew ms': short(anew),
      'again ms': short(again),
      'first yardsticks': short(first / yardstick),
      'anew yardsticks': short(anew / yardstick),
      'again yardsticks': short(again / yardstick),
    })),
  );
}
if (results.length > 1) {
  console.log('growth of what is asked anew, in yardsticks, from each size to the next');
  console.table(
    results[0].asked.map(({ name }, place) => ({
      question: name,
      ...Object.fromEntries(
        results.slice(1).map(({ statements, yardstick, asked }, index) => {
          const before = results[index];
          const grown =
            asked[place].anew / yardstick / (before.asked[place].anew / before.yardstick);
          return [`${before.statements} to ${statements}`, short(grown)];
        }),
      ),
    })),
  );
}
if (values.json) await writeFile(values.json, `${JSON.stringify(results, null, 2)}\n`);
