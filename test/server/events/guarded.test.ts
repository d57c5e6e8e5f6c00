import { get, type IncomingMessage } from 'node:http';
import { afterAll, describe, expect, it } from 'vitest';
import { createKey } from '../../../src/server/access/keys.ts';
import { startServer } from '../../support/serve.ts';
import { ask, basic, bearer, codeOf, type Guarded, keys, startGuarded } from '../access/support.ts';

const started: { readonly stop: () => Promise<void> }[] = [];
const start = async (...parameters: Parameters<typeof startGuarded>): Promise<Guarded> => {
  const guarded = await startGuarded(...parameters);
  started.push(guarded);
  return guarded;
};
afterAll(() => Promise.all(started.map((guarded) => guarded.stop())));

/** The head of a stream, which is left at once. */
const follow = (address: string, headers: Readonly<Record<string, string>> = {}) =>
  new Promise<IncomingMessage>((resolve, reject) => {
    get(`${address}/events`, { headers, agent: false }, (response) => {
      response.on('error', () => undefined).destroy();
      resolve(response);
    }).on('error', reject);
  });

describe('a stream of events', () => {
  it('is counted like any other request, and refused to whoever asks too often', async () => {
    const { address } = await start(undefined, { rateLimit: 2 });
    const first = await follow(address);
    expect(first.statusCode).toBe(200);
    expect(first.headers).toMatchObject({ 'ratelimit-limit': '2', 'ratelimit-remaining': '1' });
    expect((await ask(address, '/entities')).status).toBe(200);
    const refused = await ask(address, '/events');
    expect(refused.status).toBe(429);
    expect(codeOf(refused)).toBe('RATE_LIMITED');
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect(refused.headers).toMatchObject({
      'cache-control': 'no-store',
      'access-control-allow-origin': '*',
      'x-content-type-options': 'nosniff',
    });
    // Nor may one look at it in another way.
    for (const method of ['HEAD', 'POST', 'DELETE']) {
      expect((await ask(address, '/events', {}, method)).status).toBe(429);
    }
  });

  it('is counted by whoever counts for several processes', async () => {
    let count = 0;
    const increment = async () => {
      count += 1;
      return { count, ttl: 60_000 };
    };
    const counter = { increment };
    const { address } = await start(undefined, { rateLimit: 1 }, { counter });
    expect((await follow(address)).statusCode).toBe(200);
    expect((await ask(address, '/events')).status).toBe(429);
  });

  it('is for those alone who have a key where one is needed', async () => {
    const refused: string[] = [];
    const { address } = await start(
      [keys.reader],
      { keyRequired: true },
      { onRefused: (why) => refused.push(why) },
    );
    const missing = await ask(address, '/events');
    expect(missing.status).toBe(401);
    expect(codeOf(missing)).toBe('API_KEY_MISSING');
    expect(missing.headers['www-authenticate']).toContain('Basic realm=');
    const wrong = await ask(address, '/events?x', bearer(createKey('stranger', 'admin')));
    expect(codeOf(wrong)).toBe('API_KEY_UNKNOWN');
    expect(refused).toEqual(['key', 'key']);
    for (const given of [bearer(keys.reader), basic(keys.reader)]) {
      expect((await follow(address, given)).statusCode).toBe(200);
    }
  });

  it('is open to all where nobody is counted or asked', async () => {
    const { address } = await start([keys.reader]);
    expect((await follow(address)).statusCode).toBe(200);
  });

  it('is guarded by the whole server too', async () => {
    const server = await startServer({ rateLimit: 1 });
    started.push(server);
    expect((await follow(server.address)).statusCode).toBe(200);
    expect((await ask(server.address, '/events')).status).toBe(429);
  });
});
