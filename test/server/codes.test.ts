import { connect } from 'node:net';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { graphQLCodes } from '../../src/errors/codes/graphql.ts';
import { ProblemError } from '../../src/errors/problem.ts';
import { registry } from '../../src/errors/registry.ts';
import { StoppedError } from '../../src/errors/stopped.ts';
import { defaultLimits } from '../../src/graphql/limits/limits.ts';
import { type AdminServer, startAdminServer } from '../../src/server/access/admin-server.ts';
import { createAdministration, type Reloaded } from '../../src/server/access/administration.ts';
import { openOperations } from '../../src/server/operations.ts';
import type { GraphStore } from '../../src/store/port.ts';
import { getAddress, type RunningApplication, startApplication } from '../support/application.ts';
import { createTestGate } from '../support/gate.ts';
import { administration, bearer, type Guarded, keys, startGuarded } from './access/support.ts';

const secret = 'hunter2 at /etc/secret.ts';

/** Fails for one entity, has no measures, and no time for neighborhoods. */
const failing = (store: GraphStore): GraphStore => ({
  ...store,
  entities: (ids) =>
    (store.entities(ids) as ReturnType<typeof Array.from<null>>).map((answer, index) =>
      ids[index] === 'country:jpn' ? new Error(secret) : answer,
    ),
  measures: (ids) => ids.map(() => new ProblemError('ANALYTICS_UNAVAILABLE')),
  neighborhoods: (_requests, call) => {
    while (!call!.stopped());
    return [new StoppedError(1)];
  },
});

let usual: RunningApplication;
let hasty: RunningApplication;
let closed: RunningApplication;
let bare: RunningApplication;
let busy: RunningApplication;
let guarded: Guarded;
/** Counts the next request as one too many. */
let isMany = false;
let admin: AdminServer;
let crowded: RunningApplication;
beforeAll(async () => {
  usual = await startApplication({ limits: { ...defaultLimits, time: 60_000 } }, failing);
  hasty = await startApplication({ limits: { ...defaultLimits, time: 50 } }, failing);
  closed = await startApplication({ trustedDocumentsOnly: true });
  bare = await startApplication({}, undefined, { siteFolder: '/nowhere' });
  crowded = await startApplication({}, undefined, { gate: createTestGate({ waiting: 0 }) });
  busy = await startApplication({ eventStreams: 0 }, undefined, { pictures: { queue: 0 } });
  const reload = () => new Promise<Reloaded>(() => {});
  guarded = await startGuarded(
    Object.values(keys),
    { keyRequired: true, rateLimit: 1 },
    { reload, counter: { increment: (_client, ttl) => ({ count: isMany ? 9 : 1, ttl }) } },
  );
  admin = (await startAdminServer({
    configuration: { adminHost: '127.0.0.1', adminPort: 0, port: 0 },
    access: { keys: undefined },
    administration: createAdministration({ ...administration, reload }),
    health: () => ({}),
    log: pino({ level: 'silent' }),
  }))!;
});
afterAll(async () => {
  await usual?.stop();
  await hasty?.stop();
  await closed?.stop();
  await bare?.stop();
  await busy?.stop();
  await guarded?.stop();
  await admin?.close();
  await crowded?.stop();
});

const post = (body: unknown, headers: Record<string, string> = {}) =>
  fetch(`${usual.address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
const ask = (query: string, more: object = {}) => post({ query, ...more });
const persisted = { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(64) } };
const preflight = { headers: { 'apollo-require-preflight': 'true' } };
const get = (parameters: Record<string, unknown>, init: RequestInit = preflight) =>
  fetch(getAddress(usual.address, parameters), init);

/** What provokes each code, and the status that it comes with. */
const provocations: Readonly<
  Record<string, readonly (readonly [number, () => Promise<Response>])[]>
> = {
  ANALYTICS_UNAVAILABLE: [[200, () => ask('{ entity(id: "country:vnm") { pageRank } }')]],
  API_KEY_MISSING: [[401, () => fetch(`${guarded.address}/entities`)]],
  API_KEY_NOT_ADMIN: [
    [403, () => fetch(`${guarded.address}/metrics`, { headers: bearer(keys.reader) })],
  ],
  API_KEY_UNKNOWN: [
    [401, () => fetch(`${guarded.address}/entities`, { headers: { 'x-api-key': 'none' } })],
  ],
  ARGUMENTS_CLASH: [[200, () => ask('{ people(first: 1, last: 1) { totalCount } }')]],
  ARGUMENT_MISSING: [[200, () => ask('{ people(order: RELEVANCE) { totalCount } }')]],
  ARGUMENT_OUT_OF_RANGE: [[200, () => ask('{ people(first: 0) { totalCount } }')]],
  CURSOR_INVALID: [[200, () => ask('{ people(after: "x") { totalCount } }')]],
  DOCUMENT_HASH_WRONG: [[400, () => ask('{ __typename }', { extensions: persisted })]],
  DOCUMENT_NOT_TRUSTED: [
    [
      403,
      () =>
        fetch(getAddress(closed.address, { query: '{ __typename }' }), {
          headers: { 'x-apollo-operation-name': 'any' },
        }),
    ],
  ],
  DOCUMENT_UNKNOWN: [[400, () => post({ documentId: 'Nothing' })]],
  INTERNAL: [[200, () => ask('{ entity(id: "country:jpn") { id } }')]],
  LIMIT_EXCEEDED: [
    [400, () => ask(`{ ${'a: __typename '.repeat(101)} }`)],
    [413, () => ask(`# ${'x'.repeat(300_000)}`)],
  ],
  NAME_UNKNOWN: [[200, () => ask('{ entities(kinds: ["persn"]) { totalCount } }')]],
  NOT_FOUND: [[404, () => fetch(`${usual.address}/nowhere`)]],
  OPERATION_UNSUPPORTED: [
    [400, () => ask('subscription { people { totalCount } }')],
    [400, () => ask('mutation { add }')],
    [
      400,
      () => post({ query: 'subscription { a }' }, { accept: 'application/graphql-response+json' }),
    ],
  ],
  PARAMETER_INVALID: [
    [400, () => fetch(`${usual.address}/grafana/timeline?limit=0`)],
    [400, () => fetch(`${usual.address}/embed/graph.svg?depth=9`)],
    [400, () => fetch(`${usual.address}/embed/card.png?width=4000&height=4000&scale=3`)],
    [404, () => fetch(`${usual.address}/embed/card.svg?entity=country:nowhere`)],
    [400, () => fetch(`${usual.address}/oembed`)],
    [501, () => fetch(`${usual.address}/oembed?url=${usual.address}/&format=yaml`)],
  ],
  PICTURE_UNAVAILABLE: [[503, () => fetch(`${busy.address}/embed/card.png?entity=country:vnm`)]],
  RATE_LIMITED: [
    [
      429,
      async () => {
        isMany = true;
        const response = await fetch(`${guarded.address}/entities`, {
          headers: bearer(keys.admin),
        });
        isMany = false;
        return response;
      },
    ],
  ],
  RELOAD_RUNNING: [
    [
      409,
      async () => {
        // Whichever comes second is refused; the first waits for ever.
        const reload = () => fetch(`${admin.address}/reload`, { method: 'POST' });
        return Promise.race([reload(), reload()]);
      },
    ],
  ],
  REQUEST_FOREIGN: [
    [403, () => fetch(`${admin.address}/metrics`, { headers: { origin: 'https://a.example' } })],
  ],
  REQUEST_INVALID: [
    [400, () => post('{"query":')],
    [415, () => post('x', { 'content-type': 'text/x' })],
    [405, () => fetch(`${usual.address}/graphql`, { method: 'PUT' })],
    [400, () => fetch(`${usual.address}/%`)],
  ],
  SERVER_BUSY: [[503, () => fetch(`${crowded.address}/graphql`)]],
  STREAM_UNAVAILABLE: [[503, () => fetch(`${busy.address}/events`)]],
  SITE_NOT_BUILT: [
    [503, () => fetch(`${bare.address}/`)],
    [503, () => fetch(`${bare.address}/entity/country:vnm`)],
    [503, () => fetch(`${bare.address}/embed/card.svg?entity=country:vnm`)],
  ],
  TIME_EXCEEDED: [
    [
      400,
      () =>
        fetch(
          getAddress(hasty.address, {
            query: '{ neighborhood(ids: ["country:vnm"]) { nodes { distance } } }',
          }),
          preflight,
        ),
    ],
  ],
  BAD_REQUEST: [
    [400, () => post({})],
    [400, () => post([{ query: '{ __typename }' }])],
    [400, () => post({ query: 7 })],
    [400, () => post({ query: '{ __typename }', variables: 'a' })],
    [400, () => post('query={__typename}', { 'content-type': 'text/plain' })],
    [400, () => get({ query: '{ __typename }' }, {})],
    [400, () => get({ query: '{ __typename }', variables: '[' })],
    [405, () => get({ query: 'mutation { add }' })],
    [405, () => get({ query: 'subscription { add }' })],
  ],
  BAD_USER_INPUT: [
    [200, () => ask('query ($id: ID!) { entity(id: $id) { id } }')],
    [
      200,
      () => ask('query ($n: Int) { people(first: $n) { totalCount } }', { variables: { n: 'x' } }),
    ],
  ],
  GRAPHQL_PARSE_FAILED: [
    [200, () => ask('{ people')],
    [400, () => post({ query: '{' }, { accept: 'application/graphql-response+json' })],
  ],
  GRAPHQL_VALIDATION_FAILED: [[200, () => ask('{ peopel { totalCount } }')]],
  OPERATION_RESOLUTION_FAILURE: [
    [400, () => ask('query A { __typename } query B { __typename }')],
    [400, () => ask('query A { __typename }', { operationName: 'B' })],
  ],
  PERSISTED_QUERY_NOT_FOUND: [
    [400, () => post({ extensions: persisted })],
    [400, () => get({ extensions: persisted })],
  ],
};

interface Answer {
  readonly data?: unknown;
  readonly errors: readonly {
    readonly message: string;
    readonly extensions: { readonly code: string };
  }[];
}

interface Mended {
  readonly errors: readonly { readonly extensions: { readonly mend: string } }[];
}

describe('the codes that leave the server', () => {
  const documented = [
    ...Object.entries(registry)
      .filter(([, { area }]) => area === 'api')
      .map(([code]) => code),
    ...graphQLCodes,
  ];

  it.each(
    Object.entries(provocations).flatMap(([code, all]) =>
      all.map(([, provoke]) => [code, provoke] as const),
    ),
  )('%s says how to mend it', async (_code, provoke) => {
    const { errors } = (await (await provoke()).json()) as Mended;
    for (const { extensions } of errors) expect(extensions.mend).toMatch(/^[A-Z].*\.$/s);
  });

  it('are those that are documented, each of them provoked here', () => {
    expect(Object.keys(provocations).toSorted()).toEqual(documented.toSorted());
  });

  it.each(
    Object.entries(provocations).flatMap(([code, tries]) =>
      tries.map(([status, provoke], index) => [code, index, status, provoke] as const),
    ),
  )('%s (%d) comes with status %d', async (code, _index, status, provoke) => {
    const response = await provoke();
    const text = await response.text();
    expect(text).not.toMatch(/hunter2|node_modules|\.[jt]s\b|FST_|INTERNAL_SERVER_ERROR|stack/);
    const { errors } = JSON.parse(text) as Answer;
    expect([...new Set(errors.map(({ extensions }) => extensions.code))]).toEqual([code]);
    expect(response.status).toBe(status);
  });
});

describe('an error that nobody expected', () => {
  it('leaves the rest of the answer as it is, and has an id that stands in the log', async () => {
    const { answer, status } = await usual.ask({
      query: '{ a: entity(id: "country:jpn") { id } b: entity(id: "country:vnm") { id } }',
    });
    expect(status).toBe(200);
    expect(answer.data).toEqual({ a: null, b: { id: 'country:vnm' } });
    const [{ extensions, path }] = answer.errors;
    expect(path).toEqual(['a']);
    expect(usual.logged.find(({ id }) => id === extensions.id)).toMatchObject({
      path: ['a'],
      err: { message: secret },
    });
  });

  it('before GraphQL has the request, is told in the same way', async () => {
    const operations = {
      ...(await openOperations()),
      byName: () => {
        throw new Error(secret);
      },
    };
    const broken = await startApplication({}, undefined, { operations });
    const { answer, status } = await broken.ask({ documentId: 'NineDirections' });
    await broken.stop();
    expect(status).toBe(500);
    expect(JSON.stringify(answer)).not.toContain('hunter2');
    const [{ extensions }] = answer.errors;
    expect(extensions).toMatchObject({ code: 'INTERNAL', id: expect.any(String) });
    expect(broken.logged.find(({ id }) => id === extensions.id)).toMatchObject({
      err: { message: secret },
    });
  });
});

describe('what cannot be read as HTTP', () => {
  it.each([
    [400, 'nothing of the kind\r\n\r\n'],
    [400, 'POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n'],
    [431, `GET /${'a'.repeat(40_000)} HTTP/1.1\r\nHost: a\r\n\r\n`],
  ])('is answered with %i and a documented code', async (status, text) => {
    const { port, hostname } = new URL(usual.address);
    const socket = connect(Number(port), hostname).setEncoding('utf8');
    socket.write(text);
    let answer = '';
    for await (const part of socket) answer += part;
    const [head, body] = answer.split('\r\n\r\n');
    expect(head).toContain(`HTTP/1.1 ${status} `);
    expect(JSON.parse(body!)).toMatchObject({
      errors: [{ extensions: { code: 'REQUEST_INVALID', mend: expect.any(String) } }],
    });
  });
});
