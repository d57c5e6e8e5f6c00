import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NamedOperation } from '../../src/graphql/operations.ts';
import { sha256 } from '../../src/util/hash.ts';
import {
  type Asked,
  getAddress,
  preflight,
  type RunningApplication,
  read,
  startApplication,
} from '../support/application.ts';

const get = async (
  { address }: RunningApplication,
  parameters: Readonly<Record<string, unknown>>,
): Promise<Asked> => read(await fetch(getAddress(address, parameters), { headers: preflight }));

const persisted = (sha256Hash: string) => ({ persistedQuery: { version: 1, sha256Hash } });

let open: RunningApplication;
let closed: RunningApplication;
let operations: readonly NamedOperation[];
let directions: NamedOperation;
beforeAll(async () => {
  open = await startApplication();
  closed = await startApplication({ trustedDocumentsOnly: true });
  ({ operations } = (await (await fetch(`${open.address}/operations.json`)).json()) as {
    operations: readonly NamedOperation[];
  });
  directions = operations.find(({ name }) => name === 'NineDirections')!;
});
afterAll(async () => {
  await open?.stop();
  await closed?.stop();
});

const nine = { data: { directions: { totalCount: 9 } } };
const code = ({ answer }: Asked): string => answer.errors[0].extensions.code;

describe('/operations.json', () => {
  it('lists each operation with its text, hash, example and what it asks', async () => {
    const response = await fetch(`${open.address}/operations.json`);
    const dataset = await open.ask({ query: '{ dataset { version } }' });
    expect(await response.json()).toMatchObject({
      version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
      datasetVersion: dataset.answer.data.dataset.version,
    });
    expect(operations.length).toBeGreaterThanOrEqual(5);
    for (const { document, hash, description } of operations) {
      expect(hash).toBe(sha256(document));
      expect(description.en).not.toBe(description.vi);
    }
  });

  it('has documents that go by their names as they stand', async () => {
    for (const { name, document, variables, hash } of operations) {
      const byText = await open.ask({ query: document, variables });
      expect(byText.answer.errors, name).toBeUndefined();
      for (const parameters of [
        { documentId: name, variables },
        { documentId: `sha256:${hash}`, variables },
        { extensions: persisted(hash), variables },
      ]) {
        for (const server of [open, closed]) {
          const byPost = await server.ask(parameters);
          const byGet = await get(server, parameters);
          expect(byPost.status, name).toBe(200);
          expect(byPost.answer.data, name).toEqual(byText.answer.data);
          expect(byGet.answer.data, name).toEqual(byText.answer.data);
        }
      }
    }
  });
});

describe('a request by name', () => {
  it('may give its own variables', async () => {
    const { answer } = await open.ask({
      documentId: 'FindEntities',
      variables: { query: 'nhat ban', first: 1 },
    });
    expect(answer.data.search.edges[0].node.id).toBe('country:jpn');
  });

  it.each([
    ['NineDirection', /Did you mean "NineDirections"\?/],
    ['sha256:00', /^See \/operations\.json/],
    ['nothing like it at all', /^See \/operations\.json/],
  ])('that is not there is told so: %s', async (documentId, mend) => {
    for (const asked of [await open.ask({ documentId }), await get(open, { documentId })]) {
      expect(asked.status).toBe(400);
      expect(code(asked)).toBe('DOCUMENT_UNKNOWN');
      expect(asked.answer.errors[0].message).toContain(`"${documentId}"`);
      expect(asked.answer.errors[0].extensions.mend).toMatch(mend);
      expect(asked.answer.errors[0].extensions.where).toEqual({ argument: 'documentId' });
    }
  });

  it.each([
    [{ documentId: 7 }, 'REQUEST_INVALID'],
    [{ documentId: 'NineDirections', query: '{ __typename }' }, 'ARGUMENTS_CLASH'],
  ])('must make sense: %j', async (body, expected) => {
    const asked = await open.ask(body);
    expect(asked.status).toBe(400);
    expect(code(asked)).toBe(expected);
  });
});

describe('a hash', () => {
  it('that is not that of the text is refused', async () => {
    const parameters = { query: '{ __typename }', extensions: persisted('0'.repeat(64)) };
    for (const asked of [await open.ask(parameters), await get(open, parameters)]) {
      expect(asked.status).toBe(400);
      expect(code(asked)).toBe('DOCUMENT_HASH_WRONG');
    }
  });

  it('that nobody knows can be taught, as clients with automatic persisted queries do', async () => {
    const query = '{ dataset { version counts { sources } } }';
    const extensions = persisted(sha256(query));
    const unknown = await open.ask({ extensions });
    expect(unknown.status).toBe(400);
    expect(unknown.answer.errors[0].message).toBe('PersistedQueryNotFound');
    expect(code(unknown)).toBe('PERSISTED_QUERY_NOT_FOUND');
    const { data } = (await open.ask({ query, extensions })).answer;
    expect((await open.ask({ extensions })).answer.data).toEqual(data);
  });
});

describe('a server that trusts its own documents only', () => {
  it.each([
    '{ __typename }',
    '{ __schema { types { name } } }',
    'query NineDirections { directions { totalCount } }',
  ])('refuses any other: %s', async (query) => {
    for (const parameters of [{ query }, { query, extensions: persisted(sha256(query)) }]) {
      for (const asked of [await closed.ask(parameters), await get(closed, parameters)]) {
        expect(asked.status).toBe(403);
        expect(code(asked)).toBe('DOCUMENT_NOT_TRUSTED');
      }
    }
    expect(code(await closed.ask({ extensions: persisted(sha256(query)) }))).toBe(
      'PERSISTED_QUERY_NOT_FOUND',
    );
  });

  it('takes the text of one of its own', async () => {
    expect((await closed.ask({ query: directions.document })).answer).toMatchObject(nine);
  });
});
