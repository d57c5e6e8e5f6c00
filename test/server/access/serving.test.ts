import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Running, startServer } from '../../support/serve.ts';
import { ask, bearer, keys } from './support.ts';

let folder: string;
let keyFile: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'caytre-serving-'));
  keyFile = join(folder, 'keys');
  await writeFile(keyFile, `${keys.reader.line}\n${keys.admin.line}\n`);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('a server with keys', () => {
  let server: Running;
  beforeAll(async () => {
    server = await startServer({ keyFile, keyRequired: true });
  });
  afterAll(() => server?.stop());

  it('has its admin side on a port of its own, and reloads for whoever asks there', async () => {
    const address = server.adminAddress!;
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(address).not.toBe(server.address);
    const health = JSON.parse((await ask(address, '/health')).text);
    expect(health).toMatchObject({ status: 'serving', lastReload: null });
    const reloaded = await ask(address, '/reload', {}, 'POST');
    expect(reloaded.status).toBe(200);
    expect(JSON.parse(reloaded.text)).toMatchObject({
      outcome: 'unchanged',
      reason: 'asked',
      version: health.datasetVersion,
    });
  });

  it('reloads on its public side for an admin key alone', async () => {
    const reload = async (headers: Record<string, string>) =>
      (await ask(server.address, '/reload', headers, 'POST')).status;
    expect(await reload({})).toBe(401);
    expect(await reload(bearer(keys.reader))).toBe(403);
    expect(await reload(bearer(keys.admin))).toBe(200);
  });

  it('reads them anew when told so', async () => {
    const status = async () => (await ask(server.address, '/', bearer(keys.other))).status;
    expect(await status()).toBe(401);
    await writeFile(keyFile, `${keys.other.line}\n${keys.reader.line}\n${keys.admin.line}\n`);
    await server.readKeys();
    expect(await status()).toBe(200);
  });
});

describe('what keeps a server from starting', () => {
  it('is a file of keys that is wrong, with all its mistakes', async () => {
    const wrong = join(folder, 'wrong');
    await writeFile(wrong, 'one\ntwo\n');
    await expect(startServer({ keyFile: wrong })).rejects.toThrow(
      /KEY_INVALID.*"line":1.*KEY_INVALID.*"line":2/,
    );
    await expect(startServer({ keyFile: join(folder, 'nowhere') })).rejects.toThrow(
      /KEYS_UNREADABLE.*it does not exist/,
    );
  });

  it.each([
    ['a key that nobody can have', { keyRequired: true }, /KEY_REQUIRED/],
    ['an admin side for all the world', { adminHost: '0.0.0.0' }, /ADMIN_HOST/],
  ])('is %s', async (_what, changes, variable) => {
    await expect(startServer(changes)).rejects.toMatchObject({
      problem: { code: 'SETTING_INVALID', message: expect.stringMatching(variable) },
    });
  });

  it('is an admin port in use that was asked for; then it listens nowhere', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const adminPort = (other.address() as AddressInfo).port;
    await expect(startServer({ adminPort })).rejects.toMatchObject({
      problem: { code: 'ADDRESS_UNAVAILABLE' },
    });
    await new Promise((resolve) => other.close(resolve));
  });
});
