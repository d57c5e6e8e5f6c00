import { afterAll, describe, expect, it } from 'vitest';
import { ask, bearer, codeOf, type Guarded, keys, type Plain, startGuarded } from './support.ts';

const started: Guarded[] = [];
const start = async (...parameters: Parameters<typeof startGuarded>): Promise<Guarded> => {
  const guarded = await startGuarded(...parameters);
  started.push(guarded);
  return guarded;
};
afterAll(() => Promise.all(started.map((guarded) => guarded.stop())));

const path = '/operations.json';
/** Asks so often; how many times it was answered. */
async function answered(
  { address }: Guarded,
  times: number,
  headersOf: (index: number) => Record<string, string> = () => ({}),
): Promise<number> {
  let count = 0;
  for (let index = 0; index < times; index += 1) {
    if ((await ask(address, path, headersOf(index))).status !== 429) count += 1;
  }
  return count;
}
const from = (address: string) => ({ 'x-forwarded-for': address });

describe('a limit on requests', () => {
  it('lets pass as many as are allowed and refuses one more, saying when to come again', async () => {
    const server = await start(undefined, { rateLimit: 5 });
    const replies: Plain[] = [];
    for (let index = 0; index < 6; index += 1) replies.push(await ask(server.address, path));
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 429]);
    expect(replies.map(({ headers }) => headers['ratelimit-remaining'])).toEqual([
      '4',
      '3',
      '2',
      '1',
      '0',
      '0',
    ]);
    const { headers, ...refused } = replies[5]!;
    expect(codeOf({ headers, ...refused })).toBe('RATE_LIMITED');
    expect(headers['ratelimit-limit']).toBe('5');
    expect(Number(headers['retry-after'])).toBeGreaterThan(0);
    expect(Number(headers['retry-after'])).toBeLessThanOrEqual(60);
    expect(headers['retry-after']).toBe(headers['ratelimit-reset']);
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['access-control-expose-headers']).toBe('*');
  });

  it('counts every route but health and the files of the pages, and what is nowhere too', async () => {
    const server = await start(undefined, { rateLimit: 9 });
    const counted = [
      '/',
      '/entities',
      '/embed/card.svg?entity=country:vnm',
      '/grafana',
      '/nothing',
    ];
    for (const one of [...counted, '/graphql', '/graphql?query=x', '/sitemap.xml', '/%2e']) {
      expect((await ask(server.address, one)).status).not.toBe(429);
    }
    for (const one of [...counted, '/graphql']) {
      expect((await ask(server.address, one)).status).toBe(429);
    }
    for (const one of ['/health/live', '/health/ready', '/icon.svg', '/embed.js', '/robots.txt']) {
      expect((await ask(server.address, one)).status).toBe(200);
    }
  });

  it('is that of the key where there is one, and a wrong key counts for its address', async () => {
    const refused: string[] = [];
    const server = await start(
      [keys.reader, keys.other],
      { rateLimit: 2 },
      { onRefused: (why) => refused.push(why) },
    );
    expect(await answered(server, 4, () => bearer(keys.other))).toBe(3);
    expect(await answered(server, 4, () => bearer(keys.reader))).toBe(2);
    // Both answers are refusals, but of the key.
    expect(await answered(server, 2, () => ({ 'x-api-key': 'wrong' }))).toBe(2);
    expect(await answered(server, 1)).toBe(0);
    expect(refused).toEqual(['rate', 'rate', 'rate', 'key', 'key', 'rate']);
  });

  it('holds for keys that have their own where it is off for others', async () => {
    const server = await start([keys.other]);
    expect(await answered(server, 5, () => bearer(keys.other))).toBe(3);
    expect(await answered(server, 5)).toBe(5);
  });

  it('is counted by whoever counts for several processes', async () => {
    const asked: string[] = [];
    const counter = {
      increment: async (client: string, ttl: number) => {
        asked.push(client);
        return { count: asked.length > 1 ? 100 : 1, ttl };
      },
    };
    const server = await start(undefined, { rateLimit: 50 }, { counter });
    expect(await answered(server, 2)).toBe(1);
    expect(new Set(asked)).toEqual(new Set(['address 127.0.0.1']));
  });

  it('refuses nobody where nobody can count, and the log says so', async () => {
    const counter = { increment: () => Promise.reject(new Error('gone')) };
    const server = await start(undefined, { rateLimit: 1 }, { counter });
    expect(await answered(server, 3)).toBe(3);
    expect(server.logged.filter(({ level }) => level === 50)).toHaveLength(3);
  });
});

describe('where a request comes from', () => {
  it('is not what it says of itself', async () => {
    const server = await start(undefined, { rateLimit: 3 });
    const forged = (index: number) => ({
      ...from(`10.0.0.${index}`),
      'x-real-ip': `10.0.0.${index}`,
      forwarded: `for=10.0.0.${index}`,
      'x-client-ip': `10.0.0.${index}`,
    });
    expect(await answered(server, 6, forged)).toBe(3);
  });

  it('is what a trusted proxy says, which a client cannot write for it', async () => {
    const trusting = { rateLimit: 2, trustedProxies: ['loopback'] };
    const server = await start(undefined, trusting);
    for (const client of ['203.0.113.1', '203.0.113.2']) {
      // A proxy puts what it sees behind what it is given.
      const behind = (index: number) => from(`10.9.9.${index}, ${client}`);
      expect(await answered(server, 4, behind)).toBe(2);
    }
  });

  it('is told by as many proxies as stand before the server', async () => {
    const server = await start(undefined, { rateLimit: 2, trustedProxies: 2 });
    const behind = (index: number) => from(`10.9.9.${index}, 203.0.113.1, 10.0.0.2`);
    expect(await answered(server, 4, behind)).toBe(2);
  });

  it('is a network of 64 bits in IPv6, and one address in IPv4 however it is written', async () => {
    const server = await start(undefined, { rateLimit: 2, trustedProxies: 1 });
    expect(await answered(server, 4, (index) => from(`2001:db8:1:2::${index}`))).toBe(2);
    expect(await answered(server, 4, () => from('2001:db8:1:3::1'))).toBe(2);
    const mapped = ['203.0.113.7', '::ffff:203.0.113.7', '::ffff:cb00:7107', '203.0.113.7'];
    expect(await answered(server, 4, (index) => from(mapped[index]!))).toBe(2);
    const nonsense = ['unknown', '_hidden', 'x'.repeat(500), '1.2.3.4.5'];
    expect(await answered(server, 4, (index) => from(nonsense[index]!))).toBe(2);
  });

  it.each([
    ['nobody is trusted', 0, 'http://real.example'],
    ['another is trusted', ['10.0.0.0/8'], 'http://real.example'],
    ['the proxy is trusted', ['loopback'], 'https://public.example'],
  ])('and by which name it reached the server: %s', async (_who, trustedProxies, origin) => {
    const server = await start(undefined, { trustedProxies });
    const { text } = await ask(server.address, '/entity/country:vnm?lang=en', {
      host: 'real.example',
      'x-forwarded-host': 'public.example',
      'x-forwarded-proto': 'https',
    });
    expect(text).toContain(`<link rel="canonical" href="${origin}/entity/country:vnm`);
  });

  it('cannot be made an address of another sort by a forwarded protocol or host', async () => {
    const server = await start(undefined, { trustedProxies: ['loopback'] });
    const { text } = await ask(server.address, '/entity/country:vnm?lang=en', {
      'x-forwarded-host': 'a"><script>',
      'x-forwarded-proto': 'javascript',
    });
    expect(text).toContain('<link rel="canonical" href="http://127.0.0.1:');
    expect(text).not.toContain('javascript:');
  });
});
