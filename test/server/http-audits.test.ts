import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serverAudits } from 'graphql-http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packagePath } from '../../src/server/configuration.ts';
import { type Served, serve } from '../../src/server/serve.ts';

let folder: string;
let server: Extract<Served, { ok: true }>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'caytre-audits-'));
  const served = await serve({
    host: '127.0.0.1',
    port: 0,
    graphData: packagePath('graph-data'),
    cacheFolder: folder,
    logLevel: 'silent',
  });
  if (!served.ok) throw new Error(JSON.stringify(served.problems));
  server = served;
});
afterAll(async () => {
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});

describe('the audits of GraphQL over HTTP', () => {
  const audits = serverAudits({
    url: () => `${server.address}/graphql`,
    // The header by which a GET shows that no form sent it.
    fetchFn: (url: string, init: RequestInit = {}) =>
      fetch(url, { ...init, headers: { ...init.headers, 'apollo-require-preflight': 'true' } }),
  });

  it('are all there', () => {
    expect(audits).toHaveLength(61);
  });

  it.each(audits.map((audit) => [audit.name, audit] as const))('%s', async (_name, audit) => {
    const result = await audit.fn();
    expect(result.status === 'ok' ? 'ok' : result.reason).toBe('ok');
  });
});
