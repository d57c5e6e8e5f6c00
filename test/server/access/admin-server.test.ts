import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import pino from 'pino';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { type AdminServer, startAdminServer } from '../../../src/server/access/admin-server.ts';
import {
  type AdministrationParts,
  createAdministration,
  type Reloaded,
} from '../../../src/server/access/administration.ts';
import { createKey, parseKeys } from '../../../src/server/access/keys.ts';
import { administration, ask, basic, bearer, codeOf, keys, startGuarded } from './support.ts';

const stops: (() => Promise<unknown>)[] = [];
afterAll(() => Promise.all(stops.map((stop) => stop())));

const settings = { adminHost: '127.0.0.1', adminPort: 0, port: 0 } as const;
const known = parseKeys(
  Object.values(keys)
    .map(({ line }) => line)
    .join('\n'),
  'keys',
).keys;
const warned: unknown[] = [];
const log = pino(
  { level: 'warn' },
  { write: (line: string) => void warned.push(JSON.parse(line)) },
);

async function start(
  configuration: Partial<Parameters<typeof startAdminServer>[0]['configuration']> = {},
  parts: Partial<AdministrationParts> & { readonly withKeys?: boolean } = {},
): Promise<AdminServer | undefined> {
  const { withKeys, ...own } = parts;
  const server = await startAdminServer({
    configuration: { ...settings, ...configuration },
    access: { keys: withKeys ? () => known : undefined },
    administration: createAdministration({ ...administration, ...own }),
    health: () => ({ status: 'ready' }),
    log,
  });
  if (server !== undefined) stops.push(server.close);
  return server;
}

const problem = {
  code: 'KIND_UNKNOWN',
  message: 'The ontology has no kind "persn".',
  mend: 'Mend the name, or add the kind to ontology.yaml.',
  where: { file: 'entities/person.yaml', line: 3, column: 7 },
} as const;

describe('the admin side', () => {
  it('gives metrics and health to programs of this machine', async () => {
    const { address } = (await start())!;
    const metrics = await ask(address, '/metrics');
    expect(metrics).toMatchObject({ status: 200, text: 'caytre_up 1\n' });
    expect(metrics.headers['content-type']).toBe('text/plain; version=0.0.4');
    expect(metrics.headers['cache-control']).toBe('no-store');
    expect(await ask(address, '/health')).toMatchObject({
      status: 200,
      text: '{"status":"ready"}',
    });
  });

  it.each([
    [200, { outcome: 'reloaded', problems: [] }],
    [200, { outcome: 'unchanged', problems: [] }],
    [422, { outcome: 'refused', problems: [problem] }],
    [500, { outcome: 'failed', problems: [problem] }],
  ] as const)('reloads and answers %i with what came of it: %j', async (status, outcome) => {
    const { address } = (await start({}, { reload: async () => outcome }))!;
    const reply = await ask(address, '/reload', {}, 'POST');
    expect(reply.status).toBe(status);
    expect(JSON.parse(reply.text)).toEqual(outcome);
  });

  it('reloads for one who asks at a time', async () => {
    const ends: ((reloaded: Reloaded) => void)[] = [];
    const reload = () => new Promise<Reloaded>((resolve) => ends.push(resolve));
    const { address } = (await start({}, { reload }))!;
    for (const count of [1, 2]) {
      const first = ask(address, '/reload', {}, 'POST');
      await vi.waitUntil(() => ends.length === count);
      const second = await ask(address, '/reload', {}, 'POST');
      expect(second.status).toBe(409);
      expect(codeOf(second)).toBe('RELOAD_RUNNING');
      ends.at(-1)!({ outcome: 'unchanged', problems: [] });
      expect((await first).status).toBe(200);
    }
  });

  it('ends at once, whoever still waits', async () => {
    let asked = false;
    const reload = () => {
      asked = true;
      return new Promise<Reloaded>(() => {});
    };
    const { address, close } = (await start({}, { reload }))!;
    const waiting = expect(ask(address, '/reload', {}, 'POST')).rejects.toThrow();
    await vi.waitUntil(() => asked);
    await close();
    await waiting;
  });

  it.each([
    ['a page that leads its own name here', { host: 'evil.example' }],
    ['the same with a port', { host: 'evil.example:4001' }],
    ['a name that begins like this machine', { host: '127.0.0.1.evil.example' }],
    ['a page of another site', { origin: 'https://evil.example' }],
    ['a page without an origin', { origin: 'null' }],
    ['a page of this machine', { origin: 'http://127.0.0.1:4000' }],
    ['a picture in a page', { 'sec-fetch-site': 'cross-site' }],
    ['a page of another port', { 'sec-fetch-site': 'same-site' }],
  ])('does nothing for %s', async (_who, headers) => {
    let reloads = 0;
    const reload = async (): Promise<Reloaded> => {
      reloads += 1;
      return { outcome: 'unchanged', problems: [] };
    };
    const { address } = (await start({}, { reload }))!;
    for (const [method, path] of [
      ['POST', '/reload'],
      ['GET', '/metrics'],
      ['GET', '/health'],
    ] as const) {
      const refused = await ask(address, path, headers, method);
      expect(refused.status).toBe(403);
      expect(codeOf(refused)).toBe('REQUEST_FOREIGN');
      expect(refused.headers['access-control-allow-origin']).toBeUndefined();
    }
    expect(reloads).toBe(0);
  });

  it('answers to the names of this machine', async () => {
    const { address } = (await start())!;
    for (const host of ['localhost', 'localhost:9', '127.0.0.1', '127.1.2.3:80', '[::1]:4001']) {
      expect((await ask(address, '/metrics', { host })).status, host).toBe(200);
    }
  });

  it('finds fault in the shape of the API', async () => {
    const { address } = (await start())!;
    for (const [method, path, status, code] of [
      ['GET', '/graphql', 404, 'NOT_FOUND'],
      ['GET', '/reload', 405, 'REQUEST_INVALID'],
      ['POST', '/metrics', 405, 'REQUEST_INVALID'],
      ['GET', '/%', 400, 'REQUEST_INVALID'],
    ] as const) {
      const reply = await ask(address, path, {}, method);
      expect(reply.status).toBe(status);
      expect(codeOf(reply)).toBe(code);
    }
  });

  it('asks for an admin key where others reach it', async () => {
    const { address } = (await start({ adminHost: '0.0.0.0' }, { withKeys: true }))!;
    const here = address.replace('0.0.0.0', '127.0.0.1');
    for (const [given, status, code] of [
      [{}, 401, 'API_KEY_MISSING'],
      [bearer(createKey('x', 'admin')), 401, 'API_KEY_UNKNOWN'],
      [bearer(keys.reader), 403, 'API_KEY_NOT_ADMIN'],
      [basic(keys.admin), 403, 'API_KEY_NOT_ADMIN'],
    ] as const) {
      const refused = await ask(here, '/metrics', given);
      expect(refused.status).toBe(status);
      expect(codeOf(refused)).toBe(code);
    }
    for (const given of [bearer(keys.admin), { 'x-api-key': keys.admin.key }]) {
      expect((await ask(here, '/metrics', { host: 'any.example', ...given })).status).toBe(200);
    }
  });

  it('takes no wrong key on an address of this machine either', async () => {
    const { address } = (await start({}, { withKeys: true }))!;
    expect((await ask(address, '/metrics')).status).toBe(200);
    expect((await ask(address, '/metrics', bearer(keys.admin))).status).toBe(200);
    expect((await ask(address, '/metrics', bearer(createKey('x', 'admin')))).status).toBe(401);
    expect((await ask(address, '/metrics', bearer(keys.reader))).status).toBe(403);
  });
});

describe('where the admin side listens', () => {
  it('is nowhere when it is off', async () => {
    expect(await start({ adminPort: 'off' })).toBeUndefined();
  });

  it('is the port after the one of the server; one that is taken is told, and does not keep the server from starting', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    stops.push(() => new Promise((resolve) => other.close(resolve)));
    const { port } = other.address() as AddressInfo;
    expect(await start({ adminPort: undefined, port: port - 1 })).toBeUndefined();
    expect(warned).toContainEqual(
      expect.objectContaining({
        problem: expect.objectContaining({ code: 'ADDRESS_UNAVAILABLE' }),
      }),
    );
    await expect(start({ adminPort: port })).rejects.toMatchObject({
      problem: { code: 'ADDRESS_UNAVAILABLE', mend: expect.stringContaining('ADMIN_PORT') },
    });
  });
});

describe('what is for those who run the server, on its public side', () => {
  const admin = [
    ['GET', '/metrics'],
    ['POST', '/reload'],
  ] as const;

  it.each([
    ['there are no keys', undefined],
    ['no key is an admin', [keys.reader]],
  ])('is not there where %s', async (_why, lines) => {
    const server = await startGuarded(lines);
    stops.push(server.stop);
    for (const [method, path] of admin) {
      const given = lines === undefined ? bearer(keys.admin) : bearer(keys.reader);
      for (const headers of [{}, given]) {
        const reply = await ask(server.address, path, headers, method);
        expect(reply.status).toBe(404);
        expect(codeOf(reply)).toBe('NOT_FOUND');
      }
    }
  });

  it('is for admin keys, sent by a program, and for no other', async () => {
    const server = await startGuarded(Object.values(keys));
    stops.push(server.stop);
    for (const [method, path] of admin) {
      for (const [given, status, code] of [
        [{}, 401, 'API_KEY_MISSING'],
        [bearer(createKey('x', 'admin')), 401, 'API_KEY_UNKNOWN'],
        [bearer(keys.reader), 403, 'API_KEY_NOT_ADMIN'],
        [basic(keys.admin), 403, 'API_KEY_NOT_ADMIN'],
      ] as const) {
        const refused = await ask(server.address, path, given, method);
        expect(refused.status).toBe(status);
        expect(codeOf(refused)).toBe(code);
      }
      expect((await ask(server.address, path, bearer(keys.admin), method)).status).toBe(200);
    }
  });
});
