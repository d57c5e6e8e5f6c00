// How many bytes the graph holds for an entity and for a statement, part by part, loaded from compiled data.
// Usage: node bench/memory.mjs [--entities 1000,10000,100000] [--json FILE]     (after "npm run build")
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { here } from './process.mjs';
import { writeSynthetic } from './synthetic.mjs';

const { values } = parseArgs({
  options: {
    entities: { type: 'string', default: '1000,10000,100000' },
    json: { type: 'string' },
  },
});
const MEMORY = ['--expose-gc', '--max-old-space-size=8000'];

/** A process of its own each time: first data is read and compiled, then what is compiled is loaded. */
async function round(data, cache) {
  const command = [...MEMORY, here('memory-round.mjs'), data, cache];
  const { stdout } = await promisify(execFile)(process.execPath, command);
  return JSON.parse(stdout);
}

const folder = await mkdtemp(join(tmpdir(), 'caytre-memory-'));
const results = [];
try {
  for (const entities of values.entities.split(',').map(Number)) {
    const data = join(folder, String(entities));
    const cache = join(folder, `cache-${entities}`);
    await writeSynthetic(data, { entities });
    await round(data, cache);
    results.push(await round(data, cache));
    await rm(data, { recursive: true });
  }
} finally {
  await rm(folder, { recursive: true });
}

const ROWS = ['entity', 'statement'];
for (const { entities, statements, parts, rss } of results) {
  console.log(
    `${entities} entities, ${statements} statements; ${Math.round(rss / 2 ** 20)} MB of the process`,
  );
  const all = parts.reduce((sum, { bytes }) => sum + bytes, 0);
  const counts = { entity: entities, statement: statements };
  console.table(
    [...parts, { part: 'all', bytes: all }].map(({ part, bytes }) => ({
      part,
      ...Object.fromEntries(
        ROWS.map((of) => [`bytes for each ${of}`, Math.round(bytes / counts[of])]),
      ),
    })),
  );
}
if (values.json) await writeFile(values.json, `${JSON.stringify(results, null, 2)}\n`);
