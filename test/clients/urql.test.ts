import { Client, type ClientOptions, cacheExchange, fetchExchange, gql } from '@urql/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { operations } from '../../src/client/index.ts';
import { type Running, startServer } from '../support/serve.ts';
import { spy } from './support/spy.ts';

const named = gql<{ entity: { name: string } | null }, { id: string }>`
  query Named($id: ID!) { entity(id: $id) { name(lang: EN) } }
`;

describe('urql', () => {
  let running: Running;
  beforeAll(async () => {
    running = await startServer();
  });
  afterAll(() => running.stop());

  function client(options: Partial<ClientOptions> = {}) {
    const { sent, fetch } = spy();
    const url = `${running.address}/graphql`;
    const exchanges = [cacheExchange, fetchExchange];
    return { sent, client: new Client({ url, exchanges, fetch, ...options }) };
  }

  it('asks by POST and keeps the answer for the same question', async () => {
    const { sent, client: urql } = client({ preferGetMethod: false });
    const answers = [];
    for (const id of ['country:jpn', 'country:jpn', 'country:vnm', 'country:nowhere']) {
      const { data, error } = await urql.query(named, { id });
      expect(error).toBeUndefined();
      answers.push(data!.entity?.name);
    }
    expect(answers).toEqual(['Japan', 'Japan', 'Viet Nam', undefined]);
    expect(sent.map(({ method, body }) => [method, body.variables])).toEqual([
      ['POST', { id: 'country:jpn' }],
      ['POST', { id: 'country:vnm' }],
      ['POST', { id: 'country:nowhere' }],
    ]);
    await urql.query(named, { id: 'country:jpn' }, { requestPolicy: 'network-only' });
    expect(sent).toHaveLength(4);
  });

  it('is refused where it asks by GET as it does of itself, and told how to mend that', async () => {
    const { sent, client: urql } = client();
    const { data, error } = await urql.query(named, { id: 'country:jpn' });
    expect(sent.map(({ method }) => method)).toEqual(['GET']);
    expect(data).toBeUndefined();
    expect(error?.response.status).toBe(400);
    expect(error?.message).toContain('apollo-require-preflight');
  });

  it('may ask by GET with a header that no form can send, and by POST what is too long for that', async () => {
    const { sent, client: urql } = client({
      fetchOptions: { headers: { 'apollo-require-preflight': 'true' } },
    });
    const { data, error } = await urql.query(named, { id: 'country:jpn' });
    expect(error).toBeUndefined();
    expect(data).toMatchObject({ entity: { name: 'Japan' } });
    const ids = Array.from({ length: 99 }, (_, index) => `country:somewhere-far-away-${index}`);
    const long = await urql.query(gql`query ($ids: [ID!]!) { nodes(ids: $ids) { id } }`, {
      ids: [...ids, 'country:jpn'],
    });
    expect(long.data.nodes.at(-1)).toMatchObject({ id: 'country:jpn' });
    expect(sent.map(({ method }) => method)).toEqual(['GET', 'POST']);
  });

  it('is told each error with its code and a way to mend it, beside the data that came nevertheless', async () => {
    const { client: urql } = client({ preferGetMethod: false });
    const ask = gql`{
      right: entity(id: "country:jpn") { name(lang: EN) }
      wrong: entity(id: "country:jpn") { statements(first: 101) { totalCount } }
    }`;
    const { data, error } = await urql.query(ask, {});
    expect(data).toMatchObject({ right: { name: 'Japan' }, wrong: null });
    expect(error?.graphQLErrors).toHaveLength(1);
    expect(error?.graphQLErrors[0]).toMatchObject({
      path: ['wrong', 'statements'],
      extensions: { code: 'ARGUMENT_OUT_OF_RANGE', mend: 'Give a value between 1 and 100.' },
    });
  });

  it('is told of a question that is none, with status 400', async () => {
    const { client: urql } = client({ preferGetMethod: false });
    const { data, error } = await urql.query(gql`{ nobody }`, {});
    expect(data).toBeUndefined();
    expect(error?.graphQLErrors[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
    expect(error?.response.status).toBe(400);
  });

  it('answers as of two dates side by side', async () => {
    const { client: urql } = client({ preferGetMethod: false });
    const { data } = await urql.query(
      gql`{
        before: entity(id: "country:jpn", asOf: "2020") { id relations { totalCount } }
        today: entity(id: "country:jpn") { id relations { totalCount } }
      }`,
      {},
    );
    expect(data.before.id).toBe(data.today.id);
    expect(data.before.relations.totalCount).toBeLessThan(data.today.relations.totalCount);
  });

  it('asks the operations of the package', async () => {
    const { client: urql } = client({ preferGetMethod: false });
    const { data, error } = await urql.query(operations.NineDirections, {});
    expect(error).toBeUndefined();
    expect(data?.directions.nodes.map(({ ordinal }) => ordinal)).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9,
    ]);
  });

  it('ends its request when nobody waits for the answer any more', async () => {
    const signals: (AbortSignal | null | undefined)[] = [];
    await new Promise<void>((resolve) => {
      const { client: urql } = client({
        preferGetMethod: false,
        fetch: (input, init) => {
          signals.push(init?.signal);
          unsubscribe();
          resolve();
          return fetch(input, init);
        },
      });
      const { unsubscribe } = urql.query(named, { id: 'country:jpn' }).subscribe(() => {});
    });
    expect(signals.map((signal) => signal?.aborted)).toEqual([true]);
  });
});
