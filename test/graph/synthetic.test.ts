import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { readDataset } from '../../src/data/read.ts';
import { buildGraph } from '../../src/graph/build.ts';

const SCRIPT = fileURLToPath(new URL('../../bench/synthetic.mjs', import.meta.url));

async function load(statements: number, seed: number) {
  const folder = await mkdtemp(join(tmpdir(), 'caytre-synthetic-'));
  try {
    const command = [SCRIPT, folder, '--statements', `${statements}`, '--seed', `${seed}`];
    await promisify(execFile)(process.execPath, command);
    const reading = await readDataset(folder);
    if (!reading.ok) expect.fail(JSON.stringify(reading.problems.slice(0, 3)));
    return reading.dataset;
  } finally {
    await rm(folder, { recursive: true });
  }
}

it('the synthetic data of the benchmarks is right, has its size and hubs, and hangs on the seed alone', async () => {
  const [one, same, other] = await Promise.all([load(1200, 1), load(1200, 1), load(1200, 2)]);
  expect(one.statements).toHaveLength(1200);
  expect(same.version).toBe(one.version);
  expect(other.version).not.toBe(one.version);
  const graph = buildGraph(one);
  const [best] = graph.byDegree.nodeAt;
  expect(graph.nodes.name(best!)).toBe('country:vnm');
  expect(graph.degree[best!]).toBeGreaterThan(100);
});
