import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { soundCodes } from './support/leaks.ts';
import { type BlackBox, type Reply, startBlackBox } from './support/server.ts';

/*
 * The bounds on arguments, addresses and headers, to the very unit: what is at its bound is answered, one more is refused. Those on
 * documents, variables and bodies are tried in test/server/limits.test.ts, attacks by their sort in security.test.ts.
 */

let box: BlackBox;
beforeAll(async () => {
  box = await startBlackBox();
});
afterAll(() => box?.stop());

const ids = (count: number): string => JSON.stringify(Array(count).fill('country:vnm'));
const text = (length: number): string => JSON.stringify('x'.repeat(length));
const some = (count: number, filter: string): string => `[${Array(count).fill(filter).join(' ')}]`;
const within = (levels: number): string => `${'{ not: '.repeat(levels)}{}${' }'.repeat(levels)}`;
const found = (filter: string): string => `{ entities(filter: ${filter}) { totalCount } }`;
const groups = ['KIND', 'PROPERTY', 'YEAR', 'MONTH'];

/** Each bound: the least that is allowed where less can be asked for, the most, and a question that uses so much. */
const bounded: Readonly<
  Record<string, readonly [least: number | undefined, most: number, (amount: number) => string]>
> = {
  'a page forwards': [1, 100, (n) => `{ people(first: ${n}) { totalCount } }`],
  'a page backwards': [1, 100, (n) => `{ people(last: ${n}) { totalCount } }`],
  'a page below': [
    1,
    100,
    (n) => `{ entity(id: "country:vnm") { statements(first: ${n}) { totalCount } } }`,
  ],
  'a page of what is found': [1, 100, (n) => `{ search(query: "a", first: ${n}) { totalCount } }`],
  ids: [undefined, 100, (n) => `{ nodes(ids: ${ids(n)}) { id } }`],
  'what time is about': [undefined, 100, (n) => `{ timeline(about: ${ids(n)}) { totalCount } }`],
  'starts of a walk': [1, 100, (n) => `{ neighborhood(ids: ${ids(n)}) { nodes { distance } } }`],
  'depth of a walk': [
    1,
    4,
    (n) => `{ neighborhood(ids: ["country:jpn"], depth: ${n}) { nodes { distance } } }`,
  ],
  'things of a walk': [
    1,
    500,
    (n) => `{ neighborhood(ids: ["country:vnm"], limit: ${n}) { nodes { distance } } }`,
  ],
  'things of a drawing': [1, 20_000, (n) => `{ drawing(limit: ${n}) { totalCount } }`],
  'hops of a path': [
    1,
    12,
    (n) => `{ path(from: "country:vnm", to: "country:jpn", maxHops: ${n}) { path { length } } }`,
  ],
  paths: [
    1,
    10,
    (n) => `{ paths(from: "country:vnm", to: "country:jpn", count: ${n}) { paths { length } } }`,
  ],
  'hops of a trace': [
    1,
    12,
    (n) => `{ trace(document: "country:vnm", maxHops: ${n}) { totalCount } }`,
  ],
  'what is shared by some': [2, 10, (n) => `{ commonNeighbors(ids: ${ids(n)}) { totalCount } }`],
  suggestions: [1, 20, (n) => `{ suggest(prefix: "a", limit: ${n}) { text } }`],
  'a text to search': [undefined, 500, (n) => `{ search(query: ${text(n)}) { totalCount } }`],
  'a text to suggest from': [undefined, 500, (n) => `{ suggest(prefix: ${text(n)}) { text } }`],
  'a text to filter by': [undefined, 500, (n) => found(`{ text: ${text(n)} }`)],
  'rows of a table': [1, 500, (n) => `{ aggregate(kind: "person", limit: ${n}) { totalCount } }`],
  'dimensions of a table': [
    undefined,
    3,
    (n) =>
      `{ aggregate(property: "theme", groupBy: [${groups
        .slice(0, n)
        .map((by) => `{ by: ${by} }`)
        .join(' ')}]) { totalCount } }`,
  ],
  'filters within filters': [undefined, 5, (n) => found(within(n))],
  'filters in all': [undefined, 50, (n) => found(`{ and: ${some(Math.max(0, n - 1), '{}')} }`)],
  'texts in filters': [undefined, 5, (n) => found(`{ or: ${some(n, '{ text: "a" }')} }`)],
};

/** What an honest client asks, and how long the answer takes, in milliseconds. */
async function timeOfNext(): Promise<number> {
  const began = performance.now();
  const { answer } = await box.ask({ query: '{ people(first: 5) { nodes { id name } } }' });
  expect(answer.errors).toBeUndefined();
  return performance.now() - began;
}

const usual: number[] = [];
beforeAll(async () => {
  for (let time = 0; time < 20; time += 1) usual.push(await timeOfNext());
});
const median = (all: readonly number[]): number => all.toSorted((a, b) => a - b)[all.length >> 1]!;
/** So much slower than usual it would show that something is left of an attack; the noise of a machine is less. */
const SLOWER = 50;

async function expectUsual(): Promise<void> {
  const next = [await timeOfNext(), await timeOfNext(), await timeOfNext()];
  expect(Math.min(...next)).toBeLessThan(SLOWER * median(usual));
}

const codes = (reply: Reply, told: string): ReadonlySet<string> => new Set(soundCodes(reply, told));

describe('a bound on an argument', () => {
  it.each(Object.entries(bounded))('holds to the unit: %s', async (_what, [least, most, write]) => {
    for (const amount of [most, least ?? 0]) {
      const query = write(amount);
      expect([...codes(await box.ask({ query }), query)], query.slice(0, 300)).toEqual([]);
    }
    for (const amount of [most + 1, ...(least === undefined ? [] : [least - 1])]) {
      const query = write(amount);
      expect(codes(await box.ask({ query }), query), query.slice(0, 300)).toEqual(
        new Set(['ARGUMENT_OUT_OF_RANGE']),
      );
    }
    await expectUsual();
  });

  it.each([...[2 ** 31 - 1, -(2 ** 31), 2 ** 31, 1e308, -1, 0.5].map((first) => ({ first }))])(
    'is not got round by a number that is none of a page: %j',
    async (variables) => {
      const query = 'query ($first: Int) { people(first: $first) { totalCount } }';
      const [code] = codes(await box.ask({ query, variables }), query);
      expect(['ARGUMENT_OUT_OF_RANGE', 'BAD_USER_INPUT']).toContain(code);
      await expectUsual();
    },
  );
});

/** A request whose address and headers are not touched on their way. */
const plain = (path: string, headers: Readonly<Record<string, string>> = {}): Promise<Reply> =>
  new Promise((resolve, reject) => {
    const url = new URL(box.address);
    request({ host: url.hostname, port: url.port, path, headers, agent: false }, async (answer) => {
      let all = '';
      for await (const part of answer.setEncoding('utf8')) all += part;
      const isJson = answer.headers['content-type']?.includes('json');
      resolve({
        status: answer.statusCode!,
        headers: new Headers(),
        text: all,
        answer: isJson ? JSON.parse(all) : {},
      });
    })
      .on('error', reject)
      .end();
  });

/** What Node takes of an address and headers together; beside them stand a few more that every request has. */
const HEAD = 16_384;

describe('a bound on an address', () => {
  it('holds for the id of a page, to the unit', async () => {
    const page = await plain(`/entity/${'x'.repeat(300)}`);
    expect(page.status).toBe(404);
    expect(page.text).toContain('<!doctype html>');
    const longer = await plain(`/entity/${'x'.repeat(301)}`);
    expect(longer.status).toBe(404);
    expect(codes(longer, 'a long id')).toEqual(new Set(['NOT_FOUND']));
    await expectUsual();
  });

  it.each([
    ['an address', (length: number) => plain(`/graphql?${'x'.repeat(length)}`)],
    ['a header', (length: number) => plain('/health/live', { a: 'x'.repeat(length) })],
    [
      'many headers',
      (length: number) =>
        plain(
          '/health/live',
          Object.fromEntries(
            Array.from({ length: Math.floor(length / 16) }, (_, index) => [
              `a${String(index).padStart(5, '0')}`,
              'x'.repeat(10),
            ]),
          ),
        ),
    ],
  ])('and headers holds: %s', async (_what, send) => {
    expect((await send(HEAD - 1_000)).status).toBeLessThan(431);
    const refused = await send(HEAD + 1_000);
    expect(refused.status).toBe(431);
    expect(codes(refused, 'a long head')).toEqual(new Set(['REQUEST_INVALID']));
    await expectUsual();
  });

  it.each([
    ['width', 160, 4_000],
    ['height', undefined, 4_000],
    ['limit', 1, undefined],
    ['depth', 1, 4],
    ['scale', 1, 3],
  ])('holds for the parameter %s of a picture', async (name, least, most) => {
    for (const value of [least, most]) {
      if (value === undefined) continue;
      const { status } = await plain(`/embed/graph.svg?entity=country:jpn&${name}=${value}`);
      expect(status, `${name}=${value}`).toBe(200);
    }
    const beyond = [least === undefined ? -1 : least - 1, most === undefined ? 1e9 : most + 1];
    for (const value of [...beyond, '1e3', '0x10', '', '9'.repeat(400)]) {
      const reply = await plain(
        `/embed/graph.svg?entity=country:jpn&${name}=${encodeURIComponent(value)}`,
      );
      // An empty parameter is as none.
      if (value === '' && reply.status === 200) continue;
      expect(reply.status, `${name}=${value}`).toBe(400);
      expect(codes(reply, name)).toEqual(new Set(['PARAMETER_INVALID']));
    }
    await expectUsual();
  });
});
