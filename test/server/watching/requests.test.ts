import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { networkOf } from '../../../src/server/watching/network.ts';
import type { LoggedRequest } from '../../../src/server/watching/request-log.ts';
import { type RunningApplication, startApplication } from '../../support/application.ts';
import { watchForTest } from '../../support/watched.ts';
import { samplesOf } from './samples.ts';

const { ended, metrics, watching } = watchForTest();
let application: RunningApplication;
beforeAll(async () => {
  application = await startApplication(
    {},
    (store) => ({
      ...store,
      entities: (ids) => {
        if (ids.includes('country:fra')) throw new Error('hunter2');
        return store.entities(ids);
      },
    }),
    { watching },
  );
});
afterAll(() => application?.stop());
beforeEach(() => {
  ended.length = 0;
});

/** The one line that the last request has; it may have its answer before it has that. */
async function line(): Promise<LoggedRequest> {
  await expect.poll(() => ended.length).toBe(1);
  return ended[0]!;
}

describe('the id of a request', () => {
  it.each(['3f2c', 'Root=1-67891233-abcdef012345678912345678', 'a/b+c=~:.'])(
    'is taken over when it is well formed: %s',
    async (id) => {
      const { headers } = await application.ask(
        { query: '{ __typename }' },
        { 'x-request-id': id },
      );
      expect(headers.get('x-request-id')).toBe(id);
      expect(await line()).toMatchObject({ requestId: id });
    },
  );

  it.each(['a b', '<script>', '{"level":60}', 'x'.repeat(101)])(
    'is made anew when it is not: %s',
    async (id) => {
      const { headers } = await application.ask(
        { query: '{ __typename }' },
        { 'x-request-id': id },
      );
      expect(headers.get('x-request-id')).toMatch(/^[\da-f]{12}-[\da-z]+$/);
    },
  );

  it('differs for each request, and comes with every sort of answer', async () => {
    const paths = ['/graphql', '/nowhere', '/health/live', '/%', '/entity/country:jpn', '/graphql'];
    const ids = await Promise.all(
      paths.map(async (path) =>
        (await fetch(application.address + path)).headers.get('x-request-id'),
      ),
    );
    expect(ids).not.toContain(null);
    expect(new Set(ids).size).toBe(paths.length);
  });
});

describe('the line of a request', () => {
  it('names the operation, its cost and what came of it, and nothing that is private', async () => {
    await application.ask({ documentId: 'FindEntities', variables: { query: 'hunter2' } });
    const told = await line();
    expect(told).toMatchObject({
      method: 'POST',
      route: '/graphql',
      path: '/graphql',
      status: 200,
      operation: 'FindEntities',
      document: expect.stringMatching(/^[\da-f]{64}$/),
      cost: expect.any(Number),
      network: '127.0.0.0/24',
      bytes: expect.any(Number),
    });
    expect(JSON.stringify(told)).not.toContain('hunter2');
  });

  it('holds no question of an address', async () => {
    await fetch(`${application.address}/entities?q=hunter2`);
    const told = await line();
    expect(told).toMatchObject({ path: '/entities', route: '/entities' });
    expect(JSON.stringify(told)).not.toContain('hunter2');
  });

  it('is bound to the errors that nobody expected, and they to it', async () => {
    const { answer, headers } = await application.ask({
      query: '{ entity(id: "country:fra") { name } }',
    });
    const [{ extensions }] = answer.errors;
    expect(extensions.requestId).toBe(headers.get('x-request-id'));
    expect(await line()).toMatchObject({
      requestId: extensions.requestId,
      failures: [extensions.id],
    });
    expect(application.logged.find(({ id }) => id === extensions.id)).toBeDefined();
  });
});

it('labels only named operations by name, and all addresses that are nowhere as one', async () => {
  await application.ask({ documentId: 'NineDirections' });
  await application.ask({ query: 'query Made_up { __typename }', operationName: 'Made_up' });
  await fetch(`${application.address}/made-up`);
  await expect.poll(() => ended.length).toBe(3);
  const text = await metrics.text();
  expect(text).not.toMatch(/made.up/i);
  const samples = samplesOf(text);
  const count = (route: string, operation: string, status: number) =>
    samples.get(
      `caytre_requests_total{route="${route}",operation="${operation}",status="${status}"}`,
    );
  expect(count('/graphql', 'NineDirections', 200)).toBe(1);
  expect(count('/graphql', 'other', 200)).toBeGreaterThan(0);
  expect(count('none', '', 404)).toBeGreaterThan(0);
});

it.each([
  ['203.0.113.77', '203.0.113.0/24'],
  ['::ffff:203.0.113.77', '203.0.113.0/24'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1::/48'],
  ['2001:db8::5', '2001:db8::/48'],
  ['::1', '::/48'],
])('tells of %s its network %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});
