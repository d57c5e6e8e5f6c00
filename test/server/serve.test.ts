import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve } from '../../src/server/serve.ts';
import { type Running, startServer, testConfiguration } from '../support/serve.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'caytre-serve-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('a running server', () => {
  let server: Running;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.stop());

  const ask = (body: string, headers: Record<string, string> = {}) =>
    fetch(`${server.address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
    });

  it('answers a query with the citation of a fact', async () => {
    const response = await ask(
      JSON.stringify({
        query: `{ statements(first: 1, filter: { subjects: ["conference:hoi-nghi-ngoai-giao-32"], properties: ["theme"] }) {
          edges { node { subject { id } property value { ... on TextValue { text { en } } } citations { source { id file } paragraph evidence } } } } }`,
      }),
    );
    expect(response.status).toBe(200);
    const { data } = (await response.json()) as {
      data: { statements: { edges: { node: Record<string, unknown> }[] } };
    };
    expect(data.statements.edges[0]!.node).toMatchObject({
      subject: { id: 'conference:hoi-nghi-ngoai-giao-32' },
      property: 'theme',
      citations: [{ source: { file: '000_48bfeac794c30bbb.txt' }, paragraph: 3 }],
    });
  });

  it.each([
    ['vi', 'Nhật Bản'],
    ['en-GB,en;q=0.9', 'Japan'],
  ])('names things in the language asked for: %s', async (language, name) => {
    const response = await ask('{"query":"{ entity(id: \\"country:jpn\\") { name } }"}', {
      'accept-language': language,
    });
    expect(await response.json()).toMatchObject({ data: { entity: { name } } });
  });

  it('answers GET only with a header that a form cannot send', async () => {
    const url = `${server.address}/graphql?query=${encodeURIComponent('{ __typename }')}`;
    expect((await fetch(url)).status).toBe(400);
    const response = await fetch(url, { headers: { 'apollo-require-preflight': 'true' } });
    expect(await response.json()).toMatchObject({ data: { __typename: 'Query' } });
  });

  it.each([
    ['broken JSON', '{"query":', {}, 400, 'REQUEST_INVALID'],
    ['a body too large', `{"query":"${'x'.repeat(300_000)}"}`, {}, 413, 'LIMIT_EXCEEDED'],
    ['an unknown content type', 'x', { 'content-type': 'text/x' }, 415, 'REQUEST_INVALID'],
  ])('refuses %s in the shape of GraphQL errors', async (_name, body, headers, status, code) => {
    const response = await ask(body, headers as Record<string, string>);
    expect(response.status).toBe(status);
    const answer = (await response.json()) as { errors: { extensions: { code: string } }[] };
    expect(answer.errors[0]!.extensions.code).toBe(code);
    expect(JSON.stringify(answer)).not.toMatch(/node_modules|\.ts|FST_/);
  });

  it('says which methods a path takes', async () => {
    const response = await fetch(`${server.address}/graphql`, { method: 'PUT' });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('GET, POST');
    expect(await response.json()).toMatchObject({
      errors: [{ message: 'The request cannot be read: /graphql takes GET, POST, not PUT.' }],
    });
  });

  it('refuses an address that cannot be read in the shape of GraphQL errors', async () => {
    const response = await fetch(`${server.address}/%`);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      errors: [{ extensions: { code: 'REQUEST_INVALID' } }],
    });
  });

  it.each([
    ['fields', `${'{a'.repeat(40_000)}${'}'.repeat(40_000)}`],
    ['lists', `{ entity(id: ${'['.repeat(40_000)}${']'.repeat(40_000)}) { id } }`],
    ['chained relations', `{${'relations{nodes{'.repeat(990)}id${'}}'.repeat(990)}}`],
  ])('finds fault with a query of endless %s, not with itself', async (_name, query) => {
    const accept = 'application/graphql-response+json';
    const response = await ask(JSON.stringify({ query }), { accept });
    expect(response.status).toBe(400);
    const { errors } = (await response.json()) as { errors: { extensions: { code: string } }[] };
    expect(errors[0]!.extensions.code).toBe('LIMIT_EXCEEDED');
  });

  it('says where to go when a path is unknown', async () => {
    const response = await fetch(`${server.address}/nowhere?secret=1`);
    expect(response.status).toBe(404);
    const answer = await response.json();
    expect(answer).toMatchObject({ errors: [{ extensions: { code: 'NOT_FOUND' } }] });
    expect(JSON.stringify(answer)).not.toContain('secret');
  });

  it('tells its health and the dataset version', async () => {
    expect(await (await fetch(`${server.address}/health/live`)).json()).toEqual({ status: 'live' });
    const ready = await fetch(`${server.address}/health/ready`);
    expect(ready.status).toBe(200);
    const body = (await ready.json()) as { datasetVersion: string };
    const answer = await (await ask('{"query":"{ dataset { version } }"}')).json();
    expect(answer).toMatchObject({ data: { dataset: { version: body.datasetVersion } } });
  });

  it('lets any page ask, and its own pages load from itself alone', async () => {
    const response = await fetch(server.address, { headers: { origin: 'https://example.org' } });
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    const page = await response.text();
    // Whole addresses say only what the page is.
    const loaded = page.replace(/<link rel="(?:canonical|alternate)"[^>]*>/g, '');
    expect(loaded).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
    for (const [, path] of loaded.matchAll(/(?:src|href)="(\/[^"]+)"/g)) {
      expect((await fetch(server.address + path)).status).toBe(200);
    }
  });
});

describe('stopping', () => {
  it('lets a request in progress end, and takes no new one', async () => {
    const server = await startServer();
    const { hostname, port } = new URL(server.address);
    const socket = connect(Number(port), hostname);
    const body = '{"query":"{ __typename }"}';
    const received = new Promise<string>((resolve) => {
      let text = '';
      socket.on('data', (chunk) => {
        text += chunk;
      });
      socket.on('close', () => resolve(text));
    });
    await new Promise<void>((resolve) => {
      socket.write(
        `POST /graphql HTTP/1.1\r\nhost: ${hostname}\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\nexpect: 100-continue\r\n\r\n`,
      );
      // The server has seen the request once it asks for the body.
      socket.once('data', () => resolve());
    });
    const stopped = server.stop();
    await expect(fetch(`${server.address}/health/live`)).rejects.toThrow();
    socket.write(body);
    expect(await received).toContain('{"data":{"__typename":"Query"}');
    await stopped;
    await server.stop();
  });
});

describe('a connection that was open when the server was told to stop', () => {
  it('is told so by the readiness, and ends with its answer', async () => {
    const server = await startServer();
    const { hostname, port } = new URL(server.address);
    const socket = connect(Number(port), hostname);
    await new Promise((resolve) => socket.write('GET /health/ready HTTP/1.1\r\n', resolve));
    // Once another request is answered, the server has seen the beginning of this one.
    await fetch(`${server.address}/health/live`);
    const received = text(socket);
    const stopped = server.stop();
    socket.write(`host: ${hostname}\r\n\r\n`);
    const answer = await received;
    expect(answer).toMatch(/^HTTP\/1\.1 503 /);
    expect(answer).toMatch(/^connection: close\r$/im);
    expect(answer).toContain('"status":"draining"');
    await stopped;
  });
});

describe('what keeps a server from starting', () => {
  it('is an address in use', async () => {
    const server = await startServer();
    const port = Number(new URL(server.address).port);
    await expect(
      serve({ ...testConfiguration(join(folder, 'cache')), port }),
    ).rejects.toMatchObject({
      problem: {
        code: 'ADDRESS_UNAVAILABLE',
        message: expect.stringMatching(/: the address is in use\.$/),
      },
    });
    await server.stop();
  });

  it('is data with problems, and then nothing is served', async () => {
    const graphData = await mkdtemp(join(folder, 'broken-'));
    await writeFile(join(graphData, 'ontology.yaml'), 'kinds: [');
    const served = await serve({ ...testConfiguration(join(folder, 'cache')), graphData });
    expect(served.ok).toBe(false);
  });
});
