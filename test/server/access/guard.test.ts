import { appendFile, rm, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createKey } from '../../../src/server/access/keys.ts';
import { preflight } from '../../support/application.ts';
import { ask, basic, bearer, codeOf, type Guarded, keys, startGuarded } from './support.ts';

const question = `/graphql?query=${encodeURIComponent('{ __typename }')}`;
const unknown = createKey('stranger', 'admin');

/** What tells of the data, each by one of its routes. */
const ofData = [
  question,
  '/operations.json',
  '/',
  '/playground',
  '/entities',
  '/entity/country:vnm',
  '/embed/card?entity=country:vnm',
  '/embed/card.svg?entity=country:vnm',
  '/grafana',
  '/grafana/timeline',
  '/sitemap.xml',
  '/nothing',
];
const openToAll = ['/health/live', '/health/ready', '/icon.svg', '/embed.js', '/robots.txt'];

const started: Guarded[] = [];
const start = async (...parameters: Parameters<typeof startGuarded>): Promise<Guarded> => {
  const guarded = await startGuarded(...parameters);
  started.push(guarded);
  return guarded;
};
afterAll(() => Promise.all(started.map((guarded) => guarded.stop())));

describe('a server that needs keys', () => {
  let closed: Guarded;
  beforeAll(async () => {
    closed = await start(Object.values(keys), { keyRequired: true });
  });

  it.each(ofData)('gives %s to nobody without one, and to whoever has one', async (path) => {
    const refused = await ask(closed.address, path, preflight);
    expect(refused.status).toBe(401);
    expect(codeOf(refused)).toBe('API_KEY_MISSING');
    expect(refused.headers['www-authenticate']).toMatch(/^Bearer realm="caytre", Basic realm=/);
    expect(refused.headers['cache-control']).toBe('no-store');
    for (const given of [
      bearer(keys.reader),
      { 'x-api-key': keys.reader.key },
      basic(keys.reader),
    ]) {
      const { status, headers } = await ask(closed.address, path, { ...preflight, ...given });
      expect(status).toBe(path === '/nothing' ? 404 : 200);
      expect(headers['cache-control'] ?? '').not.toContain('public');
    }
  });

  it.each(openToAll)('gives %s to everybody', async (path) => {
    for (const given of [{}, bearer(unknown)]) {
      expect((await ask(closed.address, path, given)).status).toBe(200);
    }
  });

  it('lets a browser of another page ask first whether it may ask', async () => {
    const { status } = await ask(
      closed.address,
      '/graphql',
      {
        origin: 'https://example.org',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization, content-type',
      },
      'OPTIONS',
    );
    expect(status).toBe(204);
  });

  it('lets pages be kept by a browser alone', async () => {
    const { headers } = await ask(closed.address, '/embed/card.svg?entity=country:vnm', {
      ...bearer(keys.reader),
    });
    expect(headers['cache-control']).toMatch(/^private, max-age=\d+$/);
  });
});

describe('a key that is wrong', () => {
  let server: Guarded;
  beforeAll(async () => {
    server = await start([keys.reader]);
  });

  it.each([
    ['unknown', bearer(unknown)],
    ['cut', { authorization: `Bearer ${keys.reader.key.slice(0, -1)}` }],
    ['empty', { authorization: 'Bearer ' }],
    ['twice', { authorization: `Bearer ${keys.reader.key} ${keys.reader.key}` }],
    ['of another scheme', { authorization: `Digest ${keys.reader.key}` }],
    ['without a scheme', { authorization: keys.reader.key }],
    ['its hash', { authorization: `Bearer ${keys.reader.line.split(' ')[2]}` }],
    ['a password', basic(unknown)],
    ['a header of its own', { 'x-api-key': 'none' }],
    ['an empty header of its own', { 'x-api-key': '' }],
    ['one that is right in the other header', { 'x-api-key': keys.reader.key, ...bearer(unknown) }],
  ])('is never taken for none: %s', async (_what, given) => {
    const refused = await ask(server.address, question, { ...preflight, ...given });
    expect(refused.status).toBe(401);
    expect(codeOf(refused)).toBe('API_KEY_UNKNOWN');
    expect(refused.headers['www-authenticate']).toContain('error="invalid_token"');
  });

  it('stands neither in the answer nor in the log, and nor does a right one', async () => {
    await ask(server.address, question, { ...preflight, ...bearer(unknown) });
    await ask(server.address, question, { ...preflight, ...bearer(keys.reader) });
    const wrong = await ask(server.address, `/nothing`, bearer(unknown));
    const told = JSON.stringify([wrong, server.logged]);
    for (const { key } of [unknown, keys.reader]) expect(told).not.toContain(key.slice(4, 20));
    expect((await ask(server.address, question, preflight)).status).toBe(200);
  });
});

describe('a server without keys', () => {
  it('takes no notice of what could be one, such as what a proxy before it asked for', async () => {
    const server = await start(undefined, { rateLimit: 100 });
    const { status } = await ask(server.address, question, { ...preflight, ...bearer(unknown) });
    expect(status).toBe(200);
  });
});

describe('the file of keys', () => {
  const works = async ({ address }: Guarded, key: { readonly key: string }): Promise<boolean> =>
    (await ask(address, question, { ...preflight, ...bearer(key) })).status === 200;

  it('is read again when it changes; a bad one changes nothing and is told in the log', async () => {
    const server = await start([keys.reader]);
    const fresh = createKey('fresh', 'reader');
    await appendFile(server.file, `${fresh.line}\n`);
    await vi.waitUntil(() => works(server, fresh), { timeout: 20_000 });
    expect(await works(server, keys.reader)).toBe(true);

    const failures = () => server.logged.filter(({ level }) => level === 50);
    await writeFile(server.file, `${fresh.line}\nnothing\n`);
    await vi.waitUntil(() => failures().length > 0, { timeout: 20_000 });
    expect(failures()[0]).toMatchObject({
      problems: [{ code: 'KEY_INVALID', where: { file: 'keys', line: 2 } }],
    });
    expect(await works(server, keys.reader)).toBe(true);

    await rm(server.file);
    await vi.waitUntil(() => failures().length > 1, { timeout: 20_000 });
    expect(failures()[1]).toMatchObject({ problems: [{ code: 'KEYS_UNREADABLE' }] });

    // The old key ends with the file that no longer has it.
    await writeFile(server.file, `${fresh.line}\n`);
    await vi.waitUntil(async () => !(await works(server, keys.reader)), { timeout: 20_000 });
    expect(await works(server, fresh)).toBe(true);
  });

  it('is read again when told so', async () => {
    const server = await start([keys.reader]);
    await writeFile(server.file, `${keys.other.line}\n`);
    await server.access.readKeys();
    expect([await works(server, keys.reader), await works(server, keys.other)]).toEqual([
      false,
      true,
    ]);
  });
});
