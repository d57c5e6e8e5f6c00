import { CombinedGraphQLErrors, gql, InMemoryCache } from '@apollo/client';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { operations, possibleTypes } from '../../src/client/index.ts';
import { sha256 } from '../../src/util/hash.ts';
import { type Running, startServer } from '../support/serve.ts';
import { advised, apollo } from './support/apollo.ts';

// biome-ignore lint/suspicious/noExplicitAny: a test reaches into whatever the answer holds
type Data = any;

const named = gql`
  query Named($id: ID!) {
    entity(id: $id) {
      id
      shownAsOf
      name(lang: EN)
    }
  }
`;

/** A thing on two dates, also by way of a statement of it, and of what is joined to it. */
const twice = gql`
  query {
    before: entity(id: "conference:hoi-nghi-ngoai-giao-31", asOf: "2021") { ...shown }
    today: entity(id: "conference:hoi-nghi-ngoai-giao-31") { ...shown }
  }
  fragment shown on Entity {
    id
    shownAsOf
    relations(first: 2) { totalCount }
    statements(first: 1) { nodes { id shownAsOf subject { id shownAsOf relations(first: 2) { totalCount } } } }
  }
`;

describe('Apollo Client', () => {
  let running: Running;
  beforeAll(async () => {
    running = await startServer();
  });
  afterAll(() => running.stop());

  it('asks once and keeps what it was told, by id', async () => {
    const { client, sent } = apollo(running.address);
    const variables = { id: 'country:jpn' };
    for (const _ of 'ab') {
      const { data } = await client.query<Data>({ query: named, variables });
      expect(data.entity.name).toBe('Japan');
    }
    expect(sent.map(({ method }) => method)).toEqual(['POST']);
    const fragment = gql`fragment Name on Entity { name(lang: EN) }`;
    const id = client.cache.identify({ __typename: 'Country', ...variables, shownAsOf: null });
    expect(client.readFragment({ fragment, id: id! })).toMatchObject({ name: 'Japan' });
    expect((await client.query<Data>({ query: named, variables: { id: 'a:b' } })).data).toEqual({
      entity: null,
    });
  });

  it('may ask by GET with a header that no form can send', async () => {
    const headers = { 'apollo-require-preflight': 'true' };
    const options = { useGETForQueries: true, headers };
    const { client, sent } = apollo(running.address, advised(), undefined, options);
    const { data } = await client.query<Data>({ query: named, variables: { id: 'country:jpn' } });
    expect(data.entity.name).toBe('Japan');
    expect(sent.map(({ method }) => method)).toEqual(['GET']);
  });

  it('asks the operations of the package, with their types', async () => {
    const { client } = apollo(running.address);
    const { data } = await client.query({ query: operations.NineDirections });
    expect(data?.directions.nodes.map(({ ordinal }) => ordinal)).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9,
    ]);
  });

  it('asks by hash, and sends the text only where the server has not seen it', async () => {
    const text = `query Apollo${process.pid} { countries(first: 1) { totalCount } }`;
    const ask = async () => {
      const link = new PersistedQueryLink({ sha256 });
      const { client, sent } = apollo(running.address, advised(), link);
      const { data } = await client.query<Data>({ query: gql(text) });
      expect(data.countries.totalCount).toBeGreaterThan(0);
      return sent.map(({ body }) => 'query' in body);
    };
    expect(await ask()).toEqual([false, true]);
    expect(await ask()).toEqual([false]);
  });

  it('is told each error with its code and a way to mend it, beside the data that came nevertheless', async () => {
    const { client } = apollo(running.address);
    const query = gql`{
      right: entity(id: "country:jpn") { name(lang: EN) }
      wrong: entity(id: "country:vnm") { statements(first: 101) { totalCount } }
    }`;
    const { data, error } = await client.query<Data>({ query, errorPolicy: 'all' });
    expect(data).toMatchObject({ right: { name: 'Japan' }, wrong: null });
    if (!CombinedGraphQLErrors.is(error)) expect.fail(`another error: ${error}`);
    expect(error.errors).toHaveLength(1);
    expect(error.errors[0]).toMatchObject({
      path: ['wrong', 'statements'],
      extensions: { code: 'ARGUMENT_OUT_OF_RANGE', mend: 'Give a value between 1 and 100.' },
    });
    await expect(client.query({ query, fetchPolicy: 'network-only' })).rejects.toMatchObject({
      name: 'CombinedGraphQLErrors',
    });
  });

  it('is told of a question that is none', async () => {
    const { client } = apollo(running.address);
    const failed = client.query({ query: gql`{ nobody }` });
    await expect(failed).rejects.toMatchObject({
      name: 'CombinedGraphQLErrors',
      errors: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }],
    });
  });

  describe('with interfaces', () => {
    it('is told by the package what introspection tells', async () => {
      const { client } = apollo(running.address);
      const { data } = await client.query<Data>({
        query: gql`{ __schema { types { kind name possibleTypes { name } } } }`,
        fetchPolicy: 'no-cache',
      });
      const told: Record<string, string[]> = {};
      for (const type of data.__schema.types) {
        if (type.kind !== 'INTERFACE' && type.kind !== 'UNION') continue;
        told[type.name] = type.possibleTypes.map(({ name }: { name: string }) => name).sort();
      }
      const known = Object.entries(possibleTypes).map(([name, types]) => [name, types.toSorted()]);
      expect(Object.fromEntries(known)).toEqual(told);
    });

    it('finds in its cache what fragments on them asked for', async () => {
      const { client, sent } = apollo(running.address);
      const query = gql`
        query {
          nodes(ids: ["country:jpn", "session:phien-be-mac-hoi-nghi-ngoai-giao-31"]) {
            ...thing
            ... on Entity {
              shownAsOf
              name(lang: EN)
              neighbors(first: 5) { ...counted nodes { ...thing ... on Entity { shownAsOf name(lang: EN) } } }
              statements(first: 5) { ...counted edges { ...placed node { value { ...said } } } }
            }
            ... on Country { alpha2 }
          }
        }
        fragment thing on Node { id }
        fragment counted on Connection { totalCount }
        fragment placed on Edge { cursor }
        fragment said on Value { label(lang: EN) }
      `;
      const { data } = await client.query<Data>({ query });
      const { data: cached } = await client.query<Data>({ query, fetchPolicy: 'cache-only' });
      expect(cached).toEqual(data);
      expect(sent).toHaveLength(1);
      const [country, session] = data.nodes;
      expect(country).toMatchObject({ id: 'country:jpn', alpha2: 'JP', name: 'Japan' });
      expect(session).not.toHaveProperty('alpha2');
      for (const { neighbors, statements } of data.nodes) {
        expect(neighbors.totalCount).toBeGreaterThan(0);
        expect(neighbors.nodes[0].name).toMatch(/./);
        expect(statements.edges).toHaveLength(Math.min(5, statements.totalCount));
      }
      expect(session.statements.edges[0]).toMatchObject({
        cursor: expect.stringMatching(/./),
        node: { value: { label: expect.stringMatching(/./) } },
      });
    });
  });

  describe('on two dates', () => {
    const ask = async (cache: InMemoryCache): Promise<Data> => {
      const { client } = apollo(running.address, cache);
      const plain = await client.query<Data>({ query: twice, fetchPolicy: 'no-cache' });
      const { data } = await client.query<Data>({ query: twice });
      return { plain: plain.data, data };
    };

    it('mixes what it keeps by id alone', async () => {
      const { plain, data } = await ask(new InMemoryCache({ possibleTypes }));
      expect(plain.before.relations.totalCount).toBeLessThan(plain.today.relations.totalCount);
      expect(data.before).toEqual(data.today);
    });

    it('keeps them apart by the date that they tell', async () => {
      const { plain, data } = await ask(advised());
      expect(data).toEqual(plain);
      for (const [name, asOf] of [
        ['before', '2021'],
        ['today', null],
      ] as const) {
        const { shownAsOf, relations, statements } = data[name];
        const [{ subject }] = statements.nodes;
        expect({ shownAsOf, subject }).toMatchObject({
          shownAsOf: asOf,
          subject: { shownAsOf: asOf, relations },
        });
      }
    });

    it('loses nothing of what did not tell it', async () => {
      const { client } = apollo(running.address);
      const query = gql`{
        before: entity(id: "country:jpn", asOf: "2020") { name(lang: EN) relations(first: 2) { totalCount } }
        today: entity(id: "country:jpn") { id relations(first: 2) { totalCount } }
      }`;
      const { data } = await client.query<Data>({ query });
      expect(data.before.name).toBe('Japan');
      expect(data.before.relations.totalCount).toBeLessThan(data.today.relations.totalCount);
    });
  });

  describe('page by page', () => {
    const page =
      'totalCount edges { cursor node { id shownAsOf } } pageInfo { hasNextPage endCursor }';
    const ids = (connection: Data): string[] => connection.edges.map(({ node }: Data) => node.id);

    const size = 3;

    /** Walks a list to its end; the pages gather in the cache, and whoever watches sees them. */
    async function walk(
      query: string,
      at: (data: Data) => Data,
      whole: string,
      { client, sent } = apollo(running.address),
    ) {
      const before = sent.length;
      const first = { query: gql(query), variables: { first: size } };
      const gathered = () => at(client.readQuery<Data>(first));
      await client.query<Data>(first);
      const watched = client.watchQuery<Data>(first);
      let seen!: (connection: Data) => void;
      const shown = new Promise<Data>((resolve) => {
        seen = resolve;
      });
      const subscription = watched.subscribe(({ data }) => {
        if (!at(data).pageInfo.hasNextPage) seen(at(data));
      });
      const sizes = [ids(gathered()).length];
      while (gathered().pageInfo.hasNextPage && sizes.length < 20) {
        await watched.fetchMore({ variables: { after: gathered().pageInfo.endCursor } });
        sizes.push(ids(gathered()).length);
      }
      const plain = await client.query<Data>({ query: gql(whole), fetchPolicy: 'no-cache' });
      const all = ids(at(plain.data));
      expect(ids(gathered())).toEqual(all);
      expect(gathered().totalCount).toBe(all.length);
      expect(await shown).toEqual(gathered());
      subscription.unsubscribe();
      const pages = Math.ceil(all.length / size);
      expect(pages).toBeGreaterThan(2);
      expect(sizes).toEqual(
        Array.from({ length: pages }, (_, i) => Math.min(size * (i + 1), all.length)),
      );
      expect(sent).toHaveLength(before + pages + 1);
      return { client, gathered };
    }

    it('walks a list at the root, and another filter or date is another list', async () => {
      const list = (rest: string) => `partnerships(${rest}) { ${page} }`;
      const { client, gathered } = await walk(
        `query ($first: Int, $after: String) { ${list('first: $first, after: $after')} }`,
        ({ partnerships }) => partnerships,
        `{ ${list('first: 100')} }`,
      );
      const { totalCount } = gathered();
      const level = '{ value: { property: "level", anyOf: ["comprehensive-strategic"] } }';
      for (const other of [`filter: ${level}`, 'asOf: "2023"']) {
        const { data } = await client.query<Data>({ query: gql`{ ${list(other)} }` });
        expect(data.partnerships.totalCount).toBeGreaterThan(0);
        expect(data.partnerships.totalCount).toBeLessThan(totalCount);
        expect(ids(data.partnerships)).toHaveLength(data.partnerships.totalCount);
      }
      expect(ids(gathered())).toHaveLength(totalCount);
    });

    it('walks the relations of an entity, on two dates', async () => {
      const connected = apollo(running.address);
      const walked: Data[] = [];
      for (const at of ['', ', asOf: "2023"']) {
        const viet = (rest: string) =>
          `entity(id: "country:vnm"${at}) { id shownAsOf ... on Country { partyTo(${rest}) { ${page} } } }`;
        const { gathered } = await walk(
          `query ($first: Int, $after: String) { ${viet('first: $first, after: $after')} }`,
          ({ entity }) => entity.partyTo,
          `{ ${viet('first: 100')} }`,
          connected,
        );
        walked.push(gathered);
      }
      const [today, before] = walked.map((gathered) => gathered());
      expect(before.totalCount).toBeLessThan(today.totalCount);
      expect(ids(today)).toHaveLength(today.totalCount);
    });
  });
});
