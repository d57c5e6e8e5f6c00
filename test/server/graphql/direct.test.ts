import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Phase } from '../../../src/server/health.ts';
import { preflight, type RunningApplication, startApplication } from '../../support/application.ts';
import { openRaw, type RawAnswer, rawPost } from '../../support/raw.ts';
import { watchForTest } from '../../support/watched.ts';
import { bearer, type Guarded, keys, startGuarded } from '../access/support.ts';

const { ended, watching } = watchForTest();
let phase: Phase = 'serving';
let application: RunningApplication;
beforeAll(async () => {
  application = await startApplication({ answerCache: 0 }, undefined, {
    phase: () => phase,
    watching,
  });
});
afterAll(() => application?.stop());

async function sent(address: string, text: string): Promise<RawAnswer> {
  const connection = await openRaw(address);
  connection.send(text);
  const answer = await connection.answer();
  connection.socket.destroy();
  return answer!;
}

/** A POST as nearly all send it, and one that only the framework reads. */
const usual = (text: string, headers = '') =>
  `POST /graphql HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\n${headers}content-length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
const unusual = (text: string, headers = '') =>
  `POST /graphql HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\n${headers}transfer-encoding: chunked\r\n\r\n${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n0\r\n\r\n`;
const got = (path: string, headers: Readonly<Record<string, string>> = preflight) =>
  `GET ${path} HTTP/1.1\r\nhost: a\r\n${Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('')}\r\n`;

/** An answer without what differs from one to the next. */
const plain = ({ status, headers, body }: RawAnswer) => ({
  status,
  body: body.replace(/"requestId":"[^"]*"/, ''),
  headers: { ...headers, date: '', 'x-request-id': '', 'server-timing': '' },
});

const question = (query: string, more: object = {}) => JSON.stringify({ query, ...more });

describe('a question in whichever way it comes', () => {
  it.each([
    ['right', question('{ entity(id: "country:jpn") { name } }'), 200],
    ['by name', JSON.stringify({ documentId: 'NineDirections' }), 200],
    ['wrong', question('{ nothing }'), 200],
    ['too much', question(`{ ${'a: __typename '.repeat(90)} }`), 400],
    ['no question', JSON.stringify({}), 400],
    ['no JSON', '{"query":', 400],
    ['what would change a prototype', '{"__proto__":{},"query":"{ __typename }"}', 400],
    ['a list', '[]', 400],
  ])('has the same answer, head and line in the log: %s', async (_what, text, status) => {
    const all = [];
    const lines = [];
    for (const way of [usual, unusual]) {
      ended.length = 0;
      all.push(plain(await sent(application.address, way(text, 'accept-language: en\r\n'))));
      await expect.poll(() => ended.length).toBe(1);
      lines.push({ ...ended[0], seconds: 0, requestId: '' });
    }
    expect(all[0]!.status).toBe(status);
    expect(all[1]).toEqual(all[0]);
    expect(lines[1]).toEqual(lines[0]);
    expect(lines[0]).toMatchObject({
      route: '/graphql',
      bytes: Buffer.byteLength(all[0]!.body),
    });
  });

  it('has the same answer by GET', async () => {
    const search = `?query=${encodeURIComponent('{ entity(id: "country:jpn") { name } }')}`;
    const one = plain(await sent(application.address, got(`/graphql${search}`)));
    expect(one.status).toBe(200);
    expect(plain(await sent(application.address, got(`/%67raphql${search}`)))).toEqual(one);
    for (const path of [`/graphql${search}`, `/%67raphql${search}`]) {
      expect((await sent(application.address, got(path, {}))).status).toBe(400);
    }
  });

  it('is answered by the language and the type that it asks for', async () => {
    const text = question('{ entity(id: "country:jpn") { name } }');
    for (const way of [usual, unusual]) {
      const { headers, body } = await sent(
        application.address,
        way(text, 'accept-language: en\r\naccept: application/graphql-response+json\r\n'),
      );
      expect(headers['content-language']).toBe('en');
      expect(headers['content-type']).toContain('application/graphql-response+json');
      expect(JSON.parse(body).data.entity.name).toBe('Japan');
    }
  });

  it('ends its connection while the server drains', async () => {
    phase = 'draining';
    for (const way of [usual, unusual]) {
      const { headers } = await sent(application.address, way(question('{ __typename }')));
      expect(headers.connection).toBe('close');
    }
    phase = 'serving';
    const { headers } = await sent(application.address, usual(question('{ __typename }')));
    expect(headers.connection).toBe('keep-alive');
  });
});

describe('a body', () => {
  it('is put together of its parts, wherever they are cut', async () => {
    const whole = Buffer.from(
      rawPost({ query: '{ entity(id: "country:jpn") { name } }' }, { 'x-a': 'Nhật' }) +
        rawPost({ query: '{ search(query: "Nhật Bản", first: 1) { totalCount } }' }),
    );
    const connection = await openRaw(application.address);
    for (const byte of whole) {
      connection.socket.write(Buffer.of(byte));
      await new Promise(setImmediate);
    }
    const answers = [await connection.answer(), await connection.answer()];
    connection.socket.destroy();
    expect(answers.map((one) => one?.status)).toEqual([200, 200]);
    expect(JSON.parse(answers[1]!.body).data.search.totalCount).toBeGreaterThan(0);
  });

  it('of which the client leaves some unsaid is not answered, and hurts nobody', async () => {
    ended.length = 0;
    const connection = await openRaw(application.address);
    connection.send(usual(question('{ __typename }')).slice(0, -5));
    await new Promise(setImmediate);
    connection.socket.destroy();
    const { status } = await sent(application.address, usual(question('{ __typename }')));
    expect(status).toBe(200);
    await expect.poll(() => ended.length).toBe(1);
    expect(application.logged).toEqual([]);
  });
});

describe('who asks', () => {
  let limited: Guarded;
  let closed: Guarded;
  beforeAll(async () => {
    limited = await startGuarded(undefined, { rateLimit: 6 });
    closed = await startGuarded([keys.reader], { keyRequired: true });
  });
  afterAll(() => Promise.all([limited?.stop(), closed?.stop()]));

  it('is counted once for each question, in whichever way it comes', async () => {
    const text = question('{ __typename }');
    const left: (string | undefined)[] = [];
    for (const asked of [usual(text), unusual(text), got('/graphql'), got('/%67raphql')]) {
      left.push((await sent(limited.address, asked)).headers['ratelimit-remaining']);
    }
    // One whose answer is kept is counted as well.
    left.push((await sent(limited.address, usual(text))).headers['ratelimit-remaining']);
    expect(left).toEqual(['5', '4', '3', '2', '1']);
    await sent(limited.address, usual(text));
    for (const asked of [usual(text), unusual(text)]) {
      const { status, headers, body } = await sent(limited.address, asked);
      expect(status).toBe(429);
      expect(headers).toMatchObject({ 'cache-control': 'no-store', 'ratelimit-remaining': '0' });
      expect(JSON.parse(body).errors[0].extensions.code).toBe('RATE_LIMITED');
    }
  });

  it('must have a key where one is needed, for what is kept too, which no cache may keep for all', async () => {
    const path = `/graphql?query=${encodeURIComponent('{ __typename }')}`;
    const headers = { ...preflight, ...bearer(keys.reader) };
    for (let round = 0; round < 2; round += 1) {
      const refused = await sent(closed.address, got(path));
      expect(refused.status).toBe(401);
      expect(refused.headers['cache-control']).toBe('no-store');
      expect(refused.headers['www-authenticate']).toContain('Basic realm');
      const { status, headers: head } = await sent(closed.address, got(path, headers));
      expect(status).toBe(200);
      expect(head['cache-control']).toBe('private, max-age=60, stale-while-revalidate=600');
      expect(head['server-timing']).toContain(round === 0 ? 'made' : 'kept');
      expect((await sent(closed.address, usual(question('{ __typename }')))).status).toBe(401);
    }
  });
});
