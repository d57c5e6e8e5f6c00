import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningApplication, startApplication } from '../support/application.ts';
import { soundCodes } from './support/leaks.ts';
import { type BlackBox, type Reply, startBlackBox } from './support/server.ts';

/*
 * The security list: what an attacker tries, each tried once on a server as it comes. That each limit holds to the very
 * unit is shown in test/server/limits.test.ts, that each code leaves with its status in test/server/codes.test.ts, that work
 * ends with time or with the client in test/server/time.test.ts, what was random in random-queries.test.ts.
 */

let box: BlackBox;
beforeAll(async () => {
  box = await startBlackBox();
});
afterAll(() => box?.stop());

const json = { 'content-type': 'application/json' };
const small = '{"query":"{ __typename }"}';
const times = (count: number, write: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => write(index)).join(' ');
const ask = (query: string, more: object = {}) => box.ask({ query, ...more });
const post = (body: RequestInit['body'], headers: Record<string, string> = json) =>
  box.send({ method: 'POST', headers, body, duplex: 'half' } as RequestInit);
const get = (search: string, headers: Record<string, string> = {}) =>
  box.send({ headers }, `/graphql?${search}`);
const preflight = { 'apollo-require-preflight': 'true' };

/** Fields one below the other. */
const deep = (levels: number): string =>
  `{ entity(id: "country:vnm") { ${'statements(first: 1) { nodes { subject { '.repeat(levels)}id${' } } }'.repeat(levels)} } }`;
/** Each fragment spreads the next one twice: two to the power of their number of fields. */
const doubling = (count: number): string =>
  `{ ...F0 } ${times(count, (index) => `fragment F${index} on Query { ...F${index + 1} ...F${index + 1} }`)} fragment F${count} on Query { __typename }`;

/** Attacks that ask too much; which limit stops each. */
const dear: readonly (readonly [
  attack: string,
  limit: string,
  status: number,
  () => Promise<Reply>,
])[] = [
  ['depth: fields below fields', 'depth', 400, () => ask(deep(7))],
  [
    'depth: through fragments',
    'depth',
    400,
    () =>
      ask(
        `{ entity(id: "a") { ...F } } fragment F on Entity { ${'statements { nodes { subject { '.repeat(7)}id${' } } }'.repeat(7)} }`,
      ),
  ],
  ['nesting: brackets without end', 'nesting', 400, () => ask(`{ entity(id: ${'['.repeat(900)}`)],
  [
    'nesting: of variables',
    'nesting',
    400,
    () =>
      post(`{"query":"{ __typename }","variables":{"a":${'['.repeat(9_000)}${']'.repeat(9_000)}}}`),
  ],
  [
    'cost: pages of a hundred below pages of a hundred',
    'cost',
    400,
    () =>
      ask(
        '{ people(first: 100) { nodes { statements(first: 100) { nodes { subject { statements(first: 100) { nodes { id } } } } } } } }',
      ),
  ],
  [
    'cost: pages by variables',
    'cost',
    400,
    () =>
      ask(
        'query ($n: Int) { people(first: $n) { nodes { relations(first: $n) { nodes { relations(first: $n) { nodes { id } } } } } } }',
        { variables: { n: 100 } },
      ),
  ],
  [
    'cost: pages by defaults of variables',
    'cost',
    400,
    () =>
      ask(
        'query ($n: Int = 100) { people(first: $n) { nodes { relations(first: $n) { nodes { relations(first: $n) { nodes { id } } } } } } }',
      ),
  ],
  [
    'aliases of a dear field',
    'rootFields',
    400,
    () => ask(`{ ${times(30, (index) => `a${index}: trace(document: "a") { totalCount }`)} }`),
  ],
  [
    'aliases below',
    'aliases',
    400,
    () => ask(`{ dataset { ${times(60, (index) => `a${index}: version`)} } }`),
  ],
  [
    'one field many times',
    'aliases',
    400,
    () => ask(`{ dataset { ${times(500, () => 'version')} } }`),
  ],
  ['directives', 'directives', 400, () => ask(`{ __typename ${'@include(if: true)'.repeat(60)} }`)],
  [
    'directives that there are not',
    'directives',
    400,
    () => ask(`{ __typename ${'@a'.repeat(900)} }`),
  ],
  ['fragments nested, doubling', 'rootFields', 400, () => ask(doubling(25))],
  [
    'fragments, many',
    'fragments',
    400,
    () =>
      ask(
        `{ ${times(40, (index) => `...F${index}`)} } ${times(40, (index) => `fragment F${index} on Query { __typename }`)}`,
      ),
  ],
  ['spreads, many', 'spreads', 400, () => ask(`{ ${times(100, () => '... { __typename }')} }`)],
  ['tokens: a long document', 'tokens', 400, () => ask(`{ ${times(9_000, () => 'a')} }`)],
  [
    'values: a list of ids in variables',
    'values',
    400,
    () =>
      ask('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
        variables: { ids: Array(3_000).fill('a') },
      }),
  ],
  ['body: too long', 'body', 413, () => post(`{"query":"${'x'.repeat(300_000)}"}`)],
  [
    'body: too long, in chunks',
    'body',
    413,
    () => post(new Blob([`{"query":"${'x'.repeat(300_000)}"}`]).stream()),
  ],
];

/** What is not to be done in the way it is asked; the status and code of each. */
const wrong: readonly (readonly [
  attack: string,
  status: number,
  code: string,
  () => Promise<Reply>,
])[] = [
  ['batching', 400, 'BAD_REQUEST', () => post(`[${small},${small}]`)],
  ['batching by one', 400, 'BAD_REQUEST', () => post(`[${small}]`)],
  [
    'fragments in a circle',
    200,
    'GRAPHQL_VALIDATION_FAILED',
    () => ask('{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }'),
  ],
  [
    'the schema in the schema in the schema',
    200,
    'GRAPHQL_VALIDATION_FAILED',
    () =>
      ask(
        `{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }`,
      ),
  ],
  ['a mutation', 400, 'OPERATION_UNSUPPORTED', () => ask('mutation { a }')],
  ['a mutation by GET', 405, 'BAD_REQUEST', () => get('query=mutation%7Ba%7D', preflight)],
  ['a subscription', 400, 'OPERATION_UNSUPPORTED', () => ask('subscription { a }')],
  [
    'a GET that a page of another site can send',
    400,
    'BAD_REQUEST',
    () => get('query=%7B__typename%7D'),
  ],
  [
    'a form',
    415,
    'REQUEST_INVALID',
    () => post('query=%7B__typename%7D', { 'content-type': 'application/x-www-form-urlencoded' }),
  ],
  [
    'a form with a file',
    415,
    'REQUEST_INVALID',
    () => post('--x--', { 'content-type': 'multipart/form-data; boundary=x' }),
  ],
  [
    'a simple request of text',
    400,
    'BAD_REQUEST',
    () => post(small, { 'content-type': 'text/plain' }),
  ],
  [
    'a compressed body',
    400,
    'REQUEST_INVALID',
    () => post(gzipSync(small), { ...json, 'content-encoding': 'gzip' }),
  ],
  ['PUT', 405, 'REQUEST_INVALID', () => box.send({ method: 'PUT', headers: json, body: small })],
  ['DELETE', 405, 'REQUEST_INVALID', () => box.send({ method: 'DELETE' })],
  [
    'a prototype',
    400,
    'REQUEST_INVALID',
    () => post('{"query":"{ __typename }","__proto__":{"a":1}}'),
  ],
  [
    'a constructor',
    400,
    'REQUEST_INVALID',
    () => post('{"query":"{ __typename }","constructor":{"prototype":{"a":1}}}'),
  ],
  [
    'an operation named as what every object has',
    400,
    'DOCUMENT_UNKNOWN',
    () => box.ask({ documentId: '__proto__' }),
  ],
  ['a way out of a folder', 404, 'NOT_FOUND', () => box.send({}, '/..%2f..%2f..%2fetc%2fpasswd')],
  [
    'a long wrong value',
    200,
    'BAD_USER_INPUT',
    () =>
      ask('query ($n: Int) { people(first: $n) { totalCount } }', {
        variables: { n: 'x'.repeat(250_000) },
      }),
  ],
  [
    'a long wrong name',
    200,
    'NAME_UNKNOWN',
    () =>
      ask('query ($kinds: [String!]) { entities(kinds: $kinds) { totalCount } }', {
        variables: { kinds: ['x'.repeat(250_000)] },
      }),
  ],
  [
    'a long unknown operation',
    400,
    'DOCUMENT_UNKNOWN',
    () => box.ask({ documentId: 'x'.repeat(250_000) }),
  ],
  [
    'a long wrong cursor',
    200,
    'CURSOR_INVALID',
    () =>
      ask('query ($after: String) { people(after: $after) { totalCount } }', {
        variables: { after: 'x'.repeat(250_000) },
      }),
  ],
];

const bytes = ({ text }: Reply): number => Buffer.byteLength(text);

describe('the security list', () => {
  it.each(dear)('refuses %s by the limit of %s', async (attack, name, status, send) => {
    const reply = await send();
    expect(soundCodes(reply, attack)).toEqual(['LIMIT_EXCEEDED']);
    expect(reply.answer.errors[0].extensions.limit).toMatchObject({ name });
    expect(reply.status).toBe(status);
    expect(reply.answer).not.toHaveProperty('data');
  });

  it.each(wrong)('refuses %s with %i and %s', async (attack, status, code, send) => {
    const reply = await send();
    expect(new Set(soundCodes(reply, attack))).toEqual(new Set([code]));
    expect(reply.status).toBe(status);
    expect(bytes(reply), 'what was sent is not sent back').toBeLessThan(5_000);
  });

  it('lets no page that asks for much go unpriced: what it lets pass has an end', async () => {
    const query = '{ people(first: 100) { nodes { relations(first: 20) { nodes { id name } } } } }';
    const { status, answer } = await ask(query);
    expect(status).toBe(200);
    const { used, allowed } = answer.extensions.limits.cost;
    expect(used).toBeGreaterThan(2_000);
    expect(used).toBeLessThan(allowed);
  });
});

describe('the headers of every answer', () => {
  const answers: readonly (readonly [string, () => Promise<Reply>])[] = [
    ['data', () => post(small)],
    ['an error', () => ask('{')],
    ['a refusal', () => post('{')],
    ['nothing there', () => box.send({}, '/nothing')],
    ['the explorer', () => box.send({}, '/')],
    ['health', () => box.send({}, '/health/ready')],
  ];

  it.each(answers)('are strict: %s', async (_name, send) => {
    const { headers } = await send();
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    const policy = headers.get('content-security-policy')!;
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|\*/);
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('access-control-allow-origin')).toBe('*');
    // With an origin of *, no browser sends or shows anything of somebody's own.
    expect(headers.get('access-control-allow-credentials')).toBeNull();
    for (const telling of ['server', 'x-powered-by', 'set-cookie']) {
      expect(headers.get(telling)).toBeNull();
    }
  });

  it('tell a browser that asks first which methods and headers may be used', async () => {
    const { status, headers } = await box.send({
      method: 'OPTIONS',
      headers: {
        origin: 'https://example.org',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type, apollo-require-preflight',
      },
    });
    expect(status).toBe(204);
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(headers.get('access-control-allow-methods')).toBe('GET, POST');
    expect(headers.get('access-control-allow-headers')).toContain('content-type');
    expect(headers.get('access-control-allow-credentials')).toBeNull();
  });
});

describe('a client that is slow', () => {
  let application: RunningApplication;
  beforeAll(async () => {
    const patience = { headers: 100, request: 200, looked: 20 };
    application = await startApplication({}, undefined, { patience });
  });
  afterAll(() => application?.stop());

  it.each([
    ['headers', 'POST /graphql HTTP/1.1\r\nHost: a\r\n'],
    [
      'body',
      `POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{`,
    ],
  ])('with its %s is refused, and its connection closed', async (_part, sent) => {
    const { port, hostname } = new URL(application.address);
    const socket = connect(Number(port), hostname);
    socket.write(sent);
    const answer = await text(socket);
    const [head, body] = answer.split('\r\n\r\n');
    expect(head).toContain('HTTP/1.1 408 ');
    expect(JSON.parse(body!)).toMatchObject({
      errors: [{ extensions: { code: 'REQUEST_INVALID' } }],
    });
  });
});
