import { connect } from 'node:net';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AdminServer, startAdminServer } from '../../../src/server/access/admin-server.ts';
import { createAdministration } from '../../../src/server/access/administration.ts';
import {
  administration,
  ask,
  bearer,
  type Guarded,
  keys,
  type Plain,
  startGuarded,
} from './support.ts';

let server: Guarded;
let admin: AdminServer;
/** Counts the next request as one too many. */
let isMany = false;
beforeAll(async () => {
  const counter = { increment: (_client: string, ttl: number) => ({ count: isMany ? 9 : 1, ttl }) };
  server = await startGuarded(Object.values(keys), { rateLimit: 1 }, { counter });
  admin = (await startAdminServer({
    configuration: { adminHost: '127.0.0.1', adminPort: 0, port: 0 },
    access: { keys: undefined },
    administration: createAdministration(administration),
    health: () => ({}),
    log: pino({ level: 'silent' }),
  }))!;
});
afterAll(async () => {
  await server?.stop();
  await admin?.close();
});

const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  ask(server.address, path, headers, method);

/** What comes back for bytes that need not be HTTP. */
async function raw(sent: string): Promise<Plain> {
  const { port, hostname } = new URL(server.address);
  const socket = connect(Number(port), hostname).setEncoding('latin1');
  socket.write(sent);
  let all = '';
  for await (const part of socket) all += part;
  const [head = '', text = ''] = all.split('\r\n\r\n');
  const [first = '', ...lines] = head.split('\r\n');
  const headers = lines.map((line) => /^([^:]+): (.*)$/.exec(line)!.slice(1));
  return {
    status: Number(first.split(' ')[1]),
    headers: Object.fromEntries(headers.map(([name, value]) => [name!.toLowerCase(), value!])),
    text,
  };
}

type Row = readonly [what: string, status: number, send: () => Promise<Plain>];

const strict: readonly Row[] = [
  ['rows for Grafana', 200, () => get('/grafana/timeline')],
  ['oEmbed', 200, () => get(`/oembed?url=${encodeURIComponent(`${server.address}/`)}`)],
  ['a map of the site', 200, () => get('/sitemap.xml')],
  ['the operations', 200, () => get('/operations.json')],
  ['a script', 200, () => get('/embed.js')],
  ['the icon', 200, () => get('/icon.svg')],
  [
    'what is not new',
    304,
    async () => {
      const { headers } = await get('/entities');
      return get('/entities', { 'if-none-match': String(headers.etag) });
    },
  ],
  ['an address that is malformed', 400, () => get('/%')],
  ['a key that is wrong', 401, () => get('/', { 'x-api-key': 'wrong' })],
  ['a key that may not', 403, () => get('/metrics', bearer(keys.reader))],
  ['nothing', 404, () => get('/nothing')],
  ['no file', 404, () => get('/site/web/nothing.js')],
  ['another method', 405, () => get('/graphql', {}, 'DELETE')],
  ['a type that is not read', 415, () => get('/graphql', { 'content-type': 'text/x' }, 'POST')],
  [
    'too many requests',
    429,
    async () => {
      isMany = true;
      const reply = await get('/');
      isMany = false;
      return reply;
    },
  ],
  [
    'what a page asks beforehand',
    204,
    () =>
      get(
        '/graphql',
        { origin: 'https://a.example', 'access-control-request-method': 'POST' },
        'OPTIONS',
      ),
  ],
  ['metrics for a key', 200, () => get('/metrics', bearer(keys.admin))],
  ['what is not HTTP', 400, () => raw('nothing of the kind\r\n\r\n')],
  [
    'headers too long',
    431,
    () => raw(`GET / HTTP/1.1\r\nHost: a\r\na: ${'a'.repeat(20_000)}\r\n\r\n`),
  ],
  ['an address too long', 431, () => raw(`GET /${'a'.repeat(20_000)} HTTP/1.1\r\nHost: a\r\n\r\n`)],
  ['no host', 400, () => raw('GET / HTTP/1.1\r\n\r\n')],
  [
    'an expectation',
    417,
    () => raw('GET / HTTP/1.1\r\nHost: a\r\nExpect: magic\r\nConnection: close\r\n\r\n'),
  ],
  ['metrics', 200, () => ask(admin.address, '/metrics')],
  ['health, for those who run the server', 200, () => ask(admin.address, '/health')],
  [
    'a page that asks the admin side',
    403,
    () => ask(admin.address, '/metrics', { origin: 'null' }),
  ],
  ['nothing on the admin side', 404, () => ask(admin.address, '/')],
  ['a malformed address of the admin side', 400, () => ask(admin.address, '/%')],
];

describe('the headers of an answer', () => {
  it.each(strict)(
    'let nothing be loaded or framed, and tell nothing: %s',
    async (_what, status, send) => {
      const { headers, status: given } = await send();
      expect(given).toBe(status);
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['referrer-policy']).toBe('no-referrer');
      const policy = String(headers['content-security-policy']);
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toMatch(/unsafe|\*/);
      for (const telling of ['server', 'x-powered-by', 'set-cookie']) {
        expect(headers[telling]).toBeUndefined();
      }
      expect(headers['access-control-allow-credentials']).toBeUndefined();
    },
  );

  it.each([
    ['a frame', '/embed/card?entity=country:vnm'],
    ['a picture', '/embed/card.svg?entity=country:vnm'],
  ])('let any page hold %s, but load nothing from elsewhere', async (_what, path) => {
    const { headers } = await get(path);
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain('frame-ancestors *');
    expect(policy.replace('frame-ancestors *', '')).not.toMatch(/unsafe|\*|https?:/);
    expect(headers['x-content-type-options']).toBe('nosniff');
  });
});
