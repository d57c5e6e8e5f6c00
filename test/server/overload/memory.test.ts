import { fork } from 'node:child_process';
import { once } from 'node:events';
import { get } from 'node:http';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';

const HOARDER = fileURLToPath(new URL('hoarder.mjs', import.meta.url));
const child = fork(HOARDER, { execArgv: ['--max-old-space-size=96'] });
const told: unknown[] = [];
let address: string;
beforeAll(async () => {
  const [port] = await once(child, 'message');
  child.on('message', (message) => void told.push(message));
  address = `http://127.0.0.1:${port}`;
});
afterAll(() => void child.kill());

it('little memory is left: others are refused rather than that all end, until there is room', async () => {
  const left = new AbortController();
  const waiting = Array.from({ length: 8 }, () =>
    fetch(`${address}/wait`, { signal: left.signal }).catch(() => undefined),
  );
  // Each on a connection of its own: one that is kept may be closed just when it is used again.
  const ask = (path: string) =>
    new Promise<number | undefined>((resolve, reject) => {
      get(address + path, { agent: false }, (response) => {
        response.resume().on('end', () => resolve(response.statusCode));
      }).on('error', reject);
    });
  const keep = () => ask('/keep');
  let status = await keep();
  for (let asked = 0; asked < 500 && status === 200; asked += 1) status = await keep();
  expect(status).toBe(503);
  expect(told).toEqual(['full', { reason: 'memory' }]);
  expect(await ask('/health/live')).toBe(200);
  expect(await keep()).toBe(503);

  await ask('/health/free');
  await expect.poll(keep, { timeout: 20_000 }).toBe(200);
  left.abort();
  await Promise.all(waiting);
  expect(child.exitCode).toBe(null);
});
