import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openOperations } from '../../src/server/operations.ts';
import { apiCodes } from '../support/api-codes.ts';
import { type RunningApplication, startApplication } from '../support/application.ts';

let application: RunningApplication;
beforeAll(async () => {
  application = await startApplication();
});
afterAll(() => application?.stop());

const { all: operations } = await openOperations();

/** A document of ours with a few pieces cut out, doubled or put in. */
const brokenDocument = fc
  .record({
    document: fc.constantFrom(...operations.map(({ document }) => document)),
    changes: fc.array(
      fc.record({
        at: fc.nat(400),
        cut: fc.nat(6),
        put: fc.oneof(
          fc.constantFrom(
            '{',
            '}',
            '(',
            ')',
            '[',
            '"',
            '"""',
            '$',
            '@',
            '@skip(if: true)',
            '...',
            ':',
            '!',
            '#',
            '\0',
            '\ud800',
            '-1',
            '1e99',
            'null',
            'first: 0',
            'on',
            '__schema { types { name } }',
            'fragment X on Query { ...X }',
          ),
          fc.string({ unit: 'binary', maxLength: 4 }),
        ),
      }),
      { maxLength: 2 },
    ),
  })
  .map(({ document, changes }) =>
    changes.reduce(
      (text, { at, cut, put }) => text.slice(0, at) + put + text.slice(at + cut),
      document,
    ),
  );

const anything = fc.jsonValue({ maxDepth: 3 });

const brokenBody = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      query: brokenDocument,
      variables: fc.oneof(
        fc.constant({
          first: 3,
          id: 'country:jpn',
          query: 'asean',
          ids: ['country:jpn'],
          source: 'x',
        }),
        anything,
      ),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record(
      {
        query: fc.oneof(brokenDocument, anything),
        variables: anything,
        operationName: anything,
        extensions: fc.oneof(
          anything,
          fc.record({
            persistedQuery: fc.oneof(
              anything,
              fc.record({ version: anything, sha256Hash: anything }),
            ),
          }),
        ),
        documentId: fc.oneof(
          anything,
          fc.constantFrom('NineDirections', 'sha256:', 'sha256:0', '__proto__', 'constructor'),
        ),
      },
      { requiredKeys: [] },
    ),
  },
  { weight: 1, arbitrary: anything },
);

/** Mostly what a client sends. */
const mostly = (usual: readonly string[], odd: readonly string[]): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom(...usual) },
    { weight: 1, arbitrary: fc.constantFrom(...odd) },
  );

const headers = fc.record({
  accept: mostly(
    ['application/json', 'application/graphql-response+json', '*/*'],
    ['image/png', ';', ''],
  ),
  'accept-language': mostly(['vi', 'en'], ['en;q=x', 'q=1,,;', '*', 'ja']),
  'content-type': mostly(
    ['application/json', 'application/json; charset=utf-8'],
    ['application/json; charset=x', 'text/plain', 'a/b', ';'],
  ),
});

describe('a request that is broken', () => {
  it('is answered with a documented code or with data, never with a failure of the server', async () => {
    await fc.assert(
      fc.asyncProperty(brokenBody, headers, fc.boolean(), async (body, given, byGet) => {
        const search = new URLSearchParams();
        for (const [name, value] of Object.entries(body ?? {})) {
          search.set(name, typeof value === 'string' ? value : JSON.stringify(value));
        }
        const response = byGet
          ? await fetch(`${application.address}/graphql?${search}`, {
              headers: { ...given, 'apollo-require-preflight': 'yes' },
            })
          : await fetch(`${application.address}/graphql`, {
              method: 'POST',
              headers: given,
              body: JSON.stringify(body),
            });
        expect(response.status).toBeLessThan(500);
        const answer = (await response.json()) as {
          data?: unknown;
          errors?: { message: string; extensions: { code: string } }[];
        };
        for (const { message, extensions } of answer.errors ?? []) {
          expect(apiCodes).toContain(extensions.code);
          expect(extensions.code).not.toBe('INTERNAL');
          expect(message).not.toBe('');
        }
        if (answer.errors === undefined) {
          expect(answer).toHaveProperty('data');
          expect(response.status).toBe(200);
        } else {
          expect(answer.errors).not.toEqual([]);
        }
      }),
      { numRuns: 500 },
    );
    expect(application.logged).toEqual([]);
  });
});
