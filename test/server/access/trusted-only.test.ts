import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as client from '../../../src/client/index.ts';
import { pieceNames } from '../../../src/pieces/settings.ts';
import { sha256 } from '../../../src/util/hash.ts';
import { getAddress, preflight } from '../../support/application.ts';
import { type Guarded, startGuarded } from './support.ts';

/*
 * What TRUSTED_DOCUMENTS_ONLY lets nobody do. That the named operations run is shown in test/server/operations.test.ts.
 */

let server: Guarded;
let own: { readonly document: string; readonly hash: string };
beforeAll(async () => {
  server = await startGuarded(undefined, { trustedDocumentsOnly: true });
  const { operations } = (await (await fetch(`${server.address}/operations.json`)).json()) as {
    operations: readonly { name: string; document: string; hash: string }[];
  };
  own = operations.find(({ name }) => name === 'NineDirections')!;
});
afterAll(() => server?.stop());

const foreign = '{ dataset { version } }';
const introspection = '{ __schema { types { name } } }';
const persisted = (sha256Hash: unknown) => ({ persistedQuery: { version: 1, sha256Hash } });

interface Told {
  readonly status: number;
  readonly text: string;
}
const told = async (response: Response): Promise<Told> => ({
  status: response.status,
  text: await response.text(),
});
const post = async (body: unknown, headers: Record<string, string> = {}): Promise<Told> =>
  told(
    await fetch(`${server.address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    }),
  );
const get = async (parameters: Record<string, unknown>, more = ''): Promise<Told> =>
  told(await fetch(getAddress(server.address, parameters) + more, { headers: preflight }));

const tricks: Readonly<Record<string, () => Promise<Told>>> = {
  'a text': () => post({ query: foreign }),
  introspection: () => post({ query: introspection }),
  'a text by GET': () => get({ query: foreign }),
  'a text with its own hash': () =>
    post({ query: foreign, extensions: persisted(sha256(foreign)) }),
  'the same by GET': () => get({ query: foreign, extensions: persisted(sha256(foreign)) }),
  'a text with the hash of ours': () => post({ query: foreign, extensions: persisted(own.hash) }),
  'a text with the name of ours': () => post({ query: foreign, operationName: 'NineDirections' }),
  'a text with the id of ours': () => post({ query: foreign, documentId: 'NineDirections' }),
  'a text with an id of nothing': () => post({ query: foreign, documentId: null }),
  'an id by the hash of a text': () => post({ documentId: `sha256:${sha256(foreign)}` }),
  'an id that is a text': () => post({ documentId: foreign }),
  'an id of what every object has': () => post({ documentId: '__proto__' }),
  'an id that is a list': () => post({ documentId: ['NineDirections'], query: foreign }),
  'a text that is ours but for its end': () => post({ query: `${own.document}\n${foreign}` }),
  'a text that is ours but for a mark': () => post({ query: `\ufeff${own.document}` }),
  'a text in a list': () => post({ query: [foreign] }),
  'a text in an object': () => post({ query: { toString: foreign } }),
  'two texts by GET, turned round': () =>
    get({ query: foreign }, `&query=${encodeURIComponent(own.document)}`),
  'an id and a text by GET': () => get({ documentId: 'NineDirections', query: foreign }),
  'two texts in a body': () =>
    post(`{"query":${JSON.stringify(own.document)},"query":${JSON.stringify(foreign)}}`),
  'a text in the address and an id in the body': async () =>
    told(
      await fetch(getAddress(server.address, { query: foreign }), {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{}',
      }),
    ),
  'several at once': () => post([{ documentId: 'NineDirections' }, { query: foreign }]),
  'one in a list': () => post([{ query: foreign }]),
  'a text as text': () => post(foreign, { 'content-type': 'application/graphql' }),
  'a form': () =>
    post(`query=${encodeURIComponent(foreign)}`, {
      'content-type': 'application/x-www-form-urlencoded',
    }),
  'a subscription': () => post({ query: 'subscription { a }' }),
};

/** What an answer to what is not ours would hold. */
const GIVEN = /"__schema":|"version":"|"dataset":/;

describe('a server that trusts its own documents only', () => {
  it.each(Object.entries(tricks))('is not got round by %s', async (_trick, send) => {
    // Twice, for what is kept of the first must not answer the second.
    for (const { status, text } of [await send(), await send()]) {
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(500);
      expect(text).not.toMatch(GIVEN);
      expect(JSON.parse(text)).not.toHaveProperty('data');
    }
  });

  it('runs ours alone where another stands behind it', async () => {
    const { text } = await get({ query: own.document }, `&query=${encodeURIComponent(foreign)}`);
    expect(text).not.toMatch(GIVEN);
  });

  it('learns no document from those who send one, alone or beside ours', async () => {
    for (const send of Object.values(tricks)) await send();
    await post({ documentId: 'NineDirections', extensions: persisted(sha256(foreign)) });
    for (const text of [foreign, introspection]) {
      for (const reply of [
        await post({ extensions: persisted(sha256(text)) }),
        await get({ extensions: persisted(sha256(text)) }),
      ]) {
        expect(reply.status).toBe(400);
        expect(reply.text).toContain('PERSISTED_QUERY_NOT_FOUND');
      }
    }
  });

  it('answers all that its own pages ask: each of the client, by hash', async () => {
    const documents = Object.values(client.operations);
    expect(documents.length).toBeGreaterThan(20);
    for (const { __meta__ } of documents) {
      const { text } = await post({ documentId: __meta__!.hash, variables: {} });
      // Whatever it may lack of variables, it is one of ours.
      expect(text).not.toMatch(/DOCUMENT_UNKNOWN|DOCUMENT_NOT_TRUSTED/);
    }
  });

  it.each([
    ...['/', '/?around=country:jpn', '/playground', '/entity/country:jpn', '/entities?q=asean'],
    ...['/grafana/frames', '/grafana/timeline', '/sitemap.xml'],
    ...pieceNames.flatMap((name) => [
      `/embed/${name}?entity=country:jpn`,
      `/embed/${name}.svg?entity=country:jpn`,
    ]),
  ])('has %s all the same', async (path) => {
    expect((await fetch(server.address + path)).status).toBe(200);
  });
});
