import type { IncomingHttpHeaders } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { GraphStore } from '../../../src/store/port.ts';
import {
  getAddress,
  preflight,
  type RunningApplication,
  startApplication,
} from '../../support/application.ts';
import { rawRequest } from './raw-request.ts';

const query = '{ countries(first: 50) { edges { node { id name } } } }';

let server: RunningApplication;
let failing = false;
beforeAll(async () => {
  const breakable = (store: GraphStore): GraphStore => ({
    ...store,
    entities: (requests) =>
      failing ? requests.map(() => new Error('gone')) : store.entities(requests),
  });
  server = await startApplication({}, breakable);
});
afterAll(() => server?.stop());

const get = (
  parameters: Readonly<Record<string, unknown>>,
  headers: Record<string, string> = {},
  method = 'GET',
) =>
  rawRequest(getAddress(server.address, parameters), {
    method,
    headers: { ...preflight, ...headers },
  });
const post = (body: unknown, headers: Record<string, string> = {}) =>
  rawRequest(`${server.address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
/** How a question found its answer. */
const how = ({ headers }: { readonly headers: IncomingHttpHeaders }): string | undefined =>
  /cache;desc=(\w+)/.exec(String(headers['server-timing']))?.[1];

describe('a question that is asked again', () => {
  it('has the same answer, kept, with the headers that it had', async () => {
    const own = { query: '{ countries(first: 51) { edges { node { id name } } } }' };
    for (const ask of [() => get(own), () => post(own)]) {
      const [first, second] = [await ask(), await ask()];
      expect([first, second].map(how)).toEqual(['made', 'kept']);
      expect(second.body.toString()).toBe(first.body.toString());
      const known = ({ headers }: typeof first) => ({
        ...headers,
        date: '',
        'server-timing': '',
        'x-request-id': '',
      });
      expect(known(second)).toEqual(known(first));
      expect(second.headers['server-timing']).toMatch(/^answer;dur=/);
    }
  });

  it('is answered in the language, the type and with the variables that it names', async () => {
    const q = 'query Q($id: ID!) { entity(id: $id) { name } }';
    const ask = (id: string, headers: Record<string, string> = {}) =>
      post({ query: q, variables: { id } }, headers);
    for (const round of ['made', 'kept']) {
      const japan = await ask('country:jpn', { 'accept-language': 'en' });
      const inVietnamese = await ask('country:jpn', { 'accept-language': 'vi' });
      const missed = await ask('country:jpn', { 'accept-language': 'fr' });
      const brazil = await ask('country:bra', { 'accept-language': 'en' });
      const typed = await ask('country:jpn', {
        accept: 'application/graphql-response+json',
        'accept-language': 'en',
      });
      expect([japan, inVietnamese, missed, brazil, typed].map(how)).toEqual(Array(5).fill(round));
      expect(japan.answer().data.entity.name).toBe('Japan');
      expect(inVietnamese.answer().data.entity.name).toBe('Nhật Bản');
      expect(missed.answer().extensions.language).toEqual({ used: 'vi', asked: ['fr'] });
      expect(inVietnamese.answer().extensions.language).toBeUndefined();
      expect(brazil.answer().data.entity.name).toBe('Brazil');
      expect(typed.headers['content-type']).toContain('application/graphql-response+json');
    }
    // Written otherwise, the same languages.
    const otherwise = await ask('country:jpn', { 'accept-language': 'en-GB,en;q=0.9,vi;q=0.1' });
    expect(how(otherwise)).toBe('kept');
  });

  it.each([
    [
      'a GET that a form may have sent',
      () => get({ query }, { 'apollo-require-preflight': '' }),
      400,
    ],
    [
      'a GET with a body of another type',
      () => get({ query }, { 'content-type': 'text/html' }),
      415,
    ],
    ['a type that there is not', () => get({ query }, { accept: 'image/png' }), 406],
    ['a POST of plain text', () => post({ query }, { 'content-type': 'text/plain' }), 400],
    [
      'a POST of another type',
      () => post({ query }, { 'content-type': 'application/graphql' }),
      415,
    ],
    ['a POST of a type that there is not', () => post({ query }, { accept: 'image/png' }), 406],
    [
      'the prototype of an object',
      () => post(`{"query":${JSON.stringify(query)},"__proto__":{}}`),
      400,
    ],
    ['a list', () => post([{ query }]), 400],
    [
      'another method',
      () =>
        rawRequest(getAddress(server.address, { query }), { method: 'PUT', headers: preflight }),
      405,
    ],
  ])('is refused as ever, for %s', async (_name, ask, status) => {
    await get({ query });
    await post({ query });
    for (let round = 0; round < 2; round += 1) {
      const refused = await ask();
      expect(refused.status).toBe(status);
      expect(refused.answer().errors).toHaveLength(1);
      expect(refused.answer().data ?? null).toBeNull();
    }
  });

  it('is not answered with an error that has passed', async () => {
    const one = { query: '{ entity(id: "country:vnm") { id } }' };
    failing = true;
    const failed = await post(one);
    failing = false;
    expect(failed.answer().errors).toHaveLength(1);
    expect(failed.headers['cache-control']).toBe('no-store');
    expect((await post(one)).answer().data.entity.id).toBe('country:vnm');
  });

  it('waits for the answer of whoever asks it at the same time', async () => {
    const asked = { query: '{ cities: countries(first: 49) { edges { node { id } } } }' };
    const all = await Promise.all(Array.from({ length: 8 }, () => post(asked)));
    expect(new Set(all.map(({ body }) => body.toString())).size).toBe(1);
    expect(all.map(how).filter((one) => one === 'made')).toHaveLength(1);
  });
});

describe('what caches on the way are told', () => {
  it('lets them keep whole answers to a GET, for a while and by what they depend on', async () => {
    const { headers } = await get({ query });
    expect(headers['cache-control']).toBe('public, max-age=60, stale-while-revalidate=600');
    expect(headers.vary).toBe('Accept, Accept-Language, Accept-Encoding');
    expect((await post({ query })).headers['cache-control']).toBe('no-store');
    expect((await post({ query })).headers.etag).toBeUndefined();
    expect((await get({ query: '{ no }' })).headers['cache-control']).toBe('no-store');
    expect((await get({ query: '{ no }' })).headers.etag).toBeUndefined();
    expect((await get({})).headers['cache-control']).toBe('no-store');
    expect(
      (await get({ query }, { 'apollo-require-preflight': '' })).headers['cache-control'],
    ).toBe('no-store');
  });

  it('sends nothing to whoever has it already', async () => {
    const { headers } = await get({ query });
    const tag = headers.etag!;
    expect(tag).toMatch(/^"[\w-]+"$/);
    for (const given of [tag, `"other", W/${tag}`, '*']) {
      const same = await get({ query }, { 'if-none-match': given });
      expect(same.status).toBe(304);
      expect(same.body).toHaveLength(0);
      for (const name of ['etag', 'cache-control', 'vary', 'dataset-version'] as const) {
        expect(same.headers[name], name).toBe(headers[name]);
      }
    }
    expect((await get({ query }, { 'if-none-match': '"other"' })).status).toBe(200);
    // Another answer has another tag; a POST has no precondition.
    expect((await get({ query: '{ countries { totalCount } }' })).headers.etag).not.toBe(tag);
    expect((await post({ query }, { 'if-none-match': '*' })).status).toBe(200);
  });

  it('answers HEAD as GET, without the body', async () => {
    const whole = await get({ query });
    const head = await get({ query }, {}, 'HEAD');
    expect(head.status).toBe(200);
    expect(head.body).toHaveLength(0);
    for (const name of ['etag', 'content-length', 'content-type', 'cache-control'] as const) {
      expect(head.headers[name], name).toBe(whole.headers[name]);
    }
  });

  it('lets pages of other origins read the version and the tag, and ask without asking each time', async () => {
    const { headers } = await get({ query }, { origin: 'https://example.org' });
    expect(headers['access-control-allow-origin']).toBe('*');
    expect(headers['access-control-expose-headers']).toBe('*');
    const asked = await rawRequest(`${server.address}/graphql`, {
      method: 'OPTIONS',
      headers: {
        origin: 'https://example.org',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type',
      },
    });
    expect(asked.status).toBe(204);
    expect(asked.headers['access-control-allow-headers']).toBe('content-type');
    expect(asked.headers['access-control-max-age']).toBe('86400');
  });
});

describe('compression', () => {
  const read = { br: brotliDecompressSync, gzip: gunzipSync };

  it.each([
    ['br, gzip', 'br'],
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip', 'gzip'],
    ['x-gzip', 'gzip'],
    ['br;q=0.1, gzip;q=0.9', 'gzip'],
    ['br;q=0, *', 'gzip'],
    ['*;q=0', undefined],
    ['identity, br;q=0.5', undefined],
    ['deflate', undefined],
    ['', undefined],
  ] as const)('of "%s" gives %s', async (accepted, encoding) => {
    const long = { query: '{ countries(first: 60) { edges { node { id name description } } } }' };
    for (const ask of [() => get(long), () => post(long)]) {
      const plain = (await ask()).body;
      expect(plain.length).toBeGreaterThan(1_400);
    }
    const tags = new Set([(await get(long)).headers.etag]);
    for (let round = 0; round < 2; round += 1) {
      const given = await get(long, { 'accept-encoding': accepted });
      expect(given.headers['content-encoding']).toBe(encoding);
      const body = encoding === undefined ? given.body : read[encoding](given.body);
      expect(body.equals((await get(long)).body)).toBe(true);
      tags.add(given.headers.etag);
      const same = await get(long, {
        'accept-encoding': accepted,
        'if-none-match': given.headers.etag!,
      });
      expect(same.status).toBe(304);
      const posted = await post(long, { 'accept-encoding': accepted });
      expect(posted.headers['content-encoding']).toBe(encoding);
    }
    expect(tags.size).toBe(encoding === undefined ? 1 : 2);
  });

  it('leaves a short answer as it is', async () => {
    const short = await get(
      { query: '{ countries { totalCount } }' },
      { 'accept-encoding': 'br, gzip' },
    );
    expect(short.headers['content-encoding']).toBeUndefined();
  });
});
