import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultLimits } from '../../src/graphql/limits/limits.ts';
import {
  getAddress,
  preflight,
  type RunningApplication,
  startApplication,
} from '../support/application.ts';

let application: RunningApplication;
beforeAll(async () => {
  application = await startApplication({ limits: { ...defaultLimits, cost: 2_000 } });
});
afterAll(() => application?.stop());

interface Request {
  readonly body?: Readonly<Record<string, unknown>>;
  readonly search?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Headers that are another's for each answer. */
const OWN = new Set(['date', 'server-timing', 'x-request-id']);

/** All of an answer but what differs from one to the next of the same: when it was made, and under which id an error is logged. */
async function answerTo({ body, search, headers = {} }: Request): Promise<unknown> {
  const response = search
    ? await fetch(`${application.address}/graphql${search}`, { headers })
    : await fetch(`${application.address}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
      });
  const kept = [...response.headers].filter(([name]) => !OWN.has(name));
  return { status: response.status, headers: kept, body: await response.text() };
}

const searchOf = (parameters: Record<string, unknown>): string =>
  new URL(getAddress('http://a', parameters)).search;

const query =
  'query Q($id: ID!, $first: Int) { entity(id: $id) { name relations(first: $first) { totalCount } } }';
const variables = { id: 'country:vnm', first: 2 };
const graphqlResponse = { accept: 'application/graphql-response+json' };

/** A right request, to make the query known, then one that may not be answered from that alone. */
const requests: Readonly<Record<string, Request>> = {
  'the same': { body: { query, variables } },
  'other variables': { body: { query, variables: { id: 'country:jpn', first: 1 } } },
  'the same, of a name': { body: { query, variables, operationName: 'Q' } },
  'a name that it has not': { body: { query, variables, operationName: 'R' } },
  'an empty name': { body: { query, variables, operationName: '' } },
  'a name that is none': { body: { query, variables, operationName: 1 } },
  'no variables': { body: { query } },
  'variables that cannot be': { body: { query, variables: { id: 1.5, first: 'x' } } },
  'variables that are none': { body: { query, variables: 'x' } },
  'an error of a field': { body: { query, variables: { ...variables, first: 1_000 } } },
  'an argument that must not be null': { body: { query, variables: { id: null } } },
  extensions: { body: { query, variables, extensions: {} } },
  'extensions that are none': { body: { query, variables, extensions: 'x' } },
  'a hash that is not its own': {
    body: { query, variables, extensions: { persistedQuery: { version: 1, sha256Hash: 'x' } } },
  },
  'an operation by its name': { body: { documentId: 'Kinds' } },
  'another content type': { body: { query, variables }, headers: graphqlResponse },
  'another content type, and an error': {
    body: { query, variables: { id: 'country:vnm', first: 1_000 } },
    headers: graphqlResponse,
  },
  'a content type that there is not': {
    body: { query, variables },
    headers: { accept: 'image/png' },
  },
  'a language that there is not': {
    body: { query, variables },
    headers: { 'accept-language': 'fr' },
  },
  'a GET': { search: searchOf({ query, variables }), headers: preflight },
  'a GET that a form could send': { search: searchOf({ query, variables }) },
  'a GET with variables twice': {
    search: `${searchOf({ query, variables })}&variables=%7B%7D`,
    headers: preflight,
  },
  'a GET with variables that are no JSON': {
    search: searchOf({ query, variables: '{' }),
    headers: preflight,
  },
  'too dear': {
    body: {
      query: '{ entities(first: 100) { nodes { relations(first: 100) { nodes { id } } } } }',
    },
  },
};

describe('a query that is known', () => {
  it.each(Object.entries(requests))(
    'is answered as one that is not: %s',
    async (_name, request) => {
      // A comma is as good as a space, and makes it another document, which nobody has asked for yet.
      const fresh = JSON.parse(
        JSON.stringify(request)
          .replaceAll('{ entity', '{,entity')
          .replaceAll('%7B+entity', '%7B%2Centity'),
      );
      const unknown = await answerTo(fresh);
      for (const known of [{ body: { query, variables } }, request, request]) await answerTo(known);
      expect(await answerTo(request)).toEqual(unknown);
    },
  );
});
