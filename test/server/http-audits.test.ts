import { serverAudits } from 'graphql-http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Running, startServer } from '../support/serve.ts';

let server: Running;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server?.stop());

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
