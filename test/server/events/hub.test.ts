import { createServer, get, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { createEventHub, type EventHub } from '../../../src/server/events/hub.ts';

let hub: EventHub;
let server: Server;
afterEach(() => {
  hub.close();
  server.closeAllConnections();
  server.close();
});

async function begin(options: { streams?: number; heartbeat?: number } = {}): Promise<string> {
  hub = createEventHub({ streams: 10, ...options });
  hub.announce('first');
  server = createServer((request, response) => {
    if (!hub.take(request, response)) response.end('not taken');
  });
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A stream, and all that came by it. */
async function follow(address: string) {
  const response = await new Promise<IncomingMessage>((resolve) => {
    get(`${address}/events`, resolve);
  });
  const stream = { response, text: '', isOver: false };
  response.setEncoding('utf8').on('data', (text: string) => {
    stream.text += text;
  });
  response
    .on('error', () => undefined)
    .on('close', () => {
      stream.isOver = true;
    });
  return stream;
}

const event = (version: string): string =>
  `event: dataset\nid: ${version}\ndata: {"datasetVersion":"${version}"}\n\n`;

it('tells the version when somebody comes, and each new one', async () => {
  const address = await begin();
  const stream = await follow(address);
  expect(stream.response.statusCode).toBe(200);
  expect(stream.response.headers).toMatchObject({
    'content-type': 'text/event-stream; charset=utf-8',
    'access-control-allow-origin': '*',
    'cache-control': 'no-store',
  });
  await expect.poll(() => stream.text).toBe(`retry: 3000\n\n${event('first')}`);
  hub.announce('second');
  await expect.poll(() => stream.text).toContain(event('second'));
  expect(hub.size()).toBe(1);
  stream.response.destroy();
  await expect.poll(() => hub.size()).toBe(0);
});

it('is heard now and then, so that a connection that is gone is noticed', async () => {
  const stream = await follow(await begin({ heartbeat: 5 }));
  await expect.poll(() => stream.text).toMatch(/:\n\n:\n\n/);
});

it('takes as many as it may, and tells the next when to come again', async () => {
  const address = await begin({ streams: 2 });
  const [first] = await Promise.all([follow(address), follow(address)]);
  const refused = await fetch(`${address}/events`);
  expect(refused.status).toBe(503);
  expect(refused.headers.get('retry-after')).toMatch(/^\d+$/);
  expect(await refused.json()).toMatchObject({
    errors: [{ extensions: { code: 'STREAM_UNAVAILABLE' } }],
  });
  first.response.destroy();
  await expect.poll(() => hub.size()).toBe(1);
  const next = await follow(address);
  expect(next.response.statusCode).toBe(200);
});

it('takes GET and HEAD of its path alone', async () => {
  const address = await begin();
  const posted = await fetch(`${address}/events`, { method: 'POST' });
  expect(posted.status).toBe(405);
  expect(posted.headers.get('allow')).toBe('GET');
  expect((await fetch(`${address}/events`, { method: 'HEAD' })).status).toBe(200);
  expect(hub.size()).toBe(0);
  expect(await (await fetch(`${address}/else`)).text()).toBe('not taken');
});

it('cuts off whoever does not read', async () => {
  const address = await begin();
  const slow = await follow(address);
  const quick = await follow(address);
  slow.response.pause();
  for (let turn = 0; hub.size() > 1 && turn < 100_000; turn += 1) {
    hub.announce(`${turn}`.padEnd(50_000, '.'));
    // The others have time to read.
    const { length } = quick.text;
    await expect.poll(() => quick.text.length, { interval: 0 }).toBeGreaterThan(length);
  }
  expect(hub.size()).toBe(1);
  expect(quick.isOver).toBe(false);
});

it('ends all streams when it is closed', async () => {
  const address = await begin();
  const stream = await follow(address);
  hub.close();
  await expect.poll(() => stream.isOver).toBe(true);
  expect((await fetch(`${address}/events`)).status).toBe(503);
});
