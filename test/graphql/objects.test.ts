import { describe, expect, it } from 'vitest';
import { ask, data } from './support/api.ts';
import { world } from './support/world.ts';

describe('an object', () => {
  it('of each kind is found by its id, with the type of its kind', async () => {
    const seen = new Set<string>();
    for (const { id, kind } of world.entities) {
      if (seen.has(kind)) continue;
      seen.add(kind);
      const query = 'query ($id: ID!) { entity(id: $id) { __typename id kind names { vi en } } }';
      const { names } = world.entities.find((entity) => entity.id === id)!;
      expect((await data(query, { variables: { id } })).entity).toEqual({
        __typename: kind.charAt(0).toUpperCase() + kind.slice(1),
        id,
        kind,
        names,
      });
    }
  });

  it.each(['person:nobody', 'nonsense', '', 'person:', 'person', 'animal:cat', '__proto__'])(
    'that does not exist (%j) is null, without an error',
    async (id) => {
      const query = `query ($id: ID!) { entity(id: $id) { id } node(id: $id) { id } }`;
      expect(await data(query, { variables: { id } })).toEqual({ entity: null, node: null });
    },
  );

  it('may be a statement', async () => {
    const { id, subject } = world.statements[0]!;
    const query = `query ($id: ID!) { node(id: $id) { __typename id ... on Statement { subject { id } } } }`;
    expect(await data(query, { variables: { id } })).toEqual({
      node: { __typename: 'Statement', id, subject: { id: subject } },
    });
  });

  it('comes in the place of its id among others', async () => {
    const ids = ['country:jpn', 'country:none', world.statements[3]!.id, 'country:jpn'];
    const { nodes } = await data('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
      variables: { ids },
    });
    expect(nodes.map((node: { id: string } | null) => node?.id)).toEqual([
      ids[0],
      undefined,
      ids[2],
      ids[3],
    ]);
  });

  it('is asked for with at most 100 others', async () => {
    const query = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }';
    const ids = Array.from({ length: 101 }, () => 'country:jpn');
    const { errors } = await ask(query, { variables: { ids } });
    expect(errors[0]?.message).toBe(
      'The argument "ids" is 101 items long; it must be between 0 and 100.',
    );
    expect((await data(query, { variables: { ids: ids.slice(1) } })).nodes).toHaveLength(100);
  });

  it('has the attributes of its kind', async () => {
    const query = `{
      office: entity(id: "office:bo-truong") { ... on Office { shared } }
      deputy: entity(id: "office:thu-truong") { ... on Office { shared } }
      country: entity(id: "country:vnm") { ... on Country { alpha2 alpha3 } }
      source: entity(id: "source:hai") { ... on Source { file language paragraphs } }
    }`;
    expect(await data(query)).toEqual({
      office: { shared: false },
      deputy: { shared: true },
      country: { alpha2: 'VN', alpha3: 'VNM' },
      source: { file: 'article-2.md', language: 'EN', paragraphs: 8 },
    });
  });

  it('without aliases or description says so', async () => {
    const query = '{ entity(id: "country:jpn") { aliases description } }';
    expect((await data(query)).entity).toEqual({ aliases: [], description: null });
  });
});

describe('a list of entities', () => {
  const names = 'totalCount edges { node { name } }';
  const namesOf = (list: { edges: { node: { name: string } }[] }) =>
    list.edges.map(({ node }) => node.name);

  it('of one kind holds that kind', async () => {
    const { people, countries, sources } = await data(
      `{ people { ${names} } countries { ${names} } sources { nodes { file } } }`,
    );
    expect(namesOf(people)).toEqual(['Bùi Thanh Sơn', 'Phạm Minh Chính']);
    expect(countries.totalCount).toBe(3);
    expect(sources.nodes).toEqual([{ file: 'article-2.md' }, { file: 'article-1.md' }]);
  });

  it('comes by Vietnamese name or by degree', async () => {
    const { byName, byDegree } = await data(
      `{ byName: countries { ${names} } byDegree: countries(order: DEGREE) { ${names} } }`,
    );
    expect(namesOf(byName)).toEqual(['Nhật Bản', 'Nước không ai nhắc', 'Việt Nam']);
    expect(namesOf(byDegree)).toEqual(['Việt Nam', 'Nhật Bản', 'Nước không ai nhắc']);
  });

  it('is narrowed by kinds, by properties and by related entities', async () => {
    const { all, kinds, stating, related, none } = await data(`{
      all: entities { totalCount }
      kinds: entities(kinds: ["person", "source"]) { totalCount }
      stating: entities(filter: { properties: ["party", "amount"] }) { nodes { kind } }
      related: entities(filter: { related: ["country:jpn"] }) { nodes { id } }
      none: people(filter: { related: [] }) { totalCount }
    }`);
    expect(all.totalCount).toBe(world.entities.length);
    expect(kinds.totalCount).toBe(4);
    expect(stating.nodes.map(({ kind }: { kind: string }) => kind).toSorted()).toEqual([
      'observation',
      'observation',
      'partnership',
    ]);
    expect(related.nodes).toEqual([{ id: 'partnership:vnm-jpn' }]);
    expect(none.totalCount).toBe(0);
  });

  it.each([
    ['entities(kinds: ["persn"]) { totalCount }', 'kinds', 'kind "persn"', '"person"'],
    [
      'people(filter: { properties: ["chair"] }) { totalCount }',
      'filter.properties',
      'property "chair"',
      '"chairs"',
    ],
    ['search(query: "x", kinds: ["zzzzzzzz"]) { totalCount }', 'kinds', 'kind "zzzzzzzz"', ''],
  ])(
    'does not take a misspelt name for an empty answer: %s',
    async (query, argument, what, near) => {
      const { errors } = await ask(`{ ${query} }`);
      expect(errors).toHaveLength(1);
      expect(errors[0]!.message).toBe(
        `The argument "${argument}" names the ${what}, which the ontology does not have.`,
      );
      expect(errors[0]!.extensions).toMatchObject({ code: 'NAME_UNKNOWN', where: { argument } });
      expect(errors[0]!.extensions.mend).toContain(near === '' ? 'Ask' : `Did you mean ${near}?`);
    },
  );
});

describe('search', () => {
  it('finds an entity with and without Vietnamese marks, and says what matched', async () => {
    const query = `query ($query: String!) {
      search(query: $query, first: 1) { best edges { score grade field matched node { __typename id } } }
    }`;
    for (const words of ['Bùi Thanh Sơn', 'bui thanh son']) {
      const { search } = await data(query, { variables: { query: words } });
      expect(search.best).toBe('EXACT');
      expect(search.edges[0]).toEqual({
        score: expect.any(Number),
        grade: 'EXACT',
        field: 'NAME',
        matched: expect.arrayContaining(['Bùi Thanh Sơn']),
        node: { __typename: 'Person', id: 'person:bui-thanh-son' },
      });
    }
  });

  it('keeps to the kinds asked for', async () => {
    const { search } = await data(
      '{ search(query: "ngoai giao", kinds: ["body"]) { nodes { id } } }',
    );
    expect(search.nodes).toEqual([{ id: 'body:bo-ngoai-giao' }]);
  });
});
