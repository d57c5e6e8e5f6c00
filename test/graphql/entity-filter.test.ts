import { describe, expect, it } from 'vitest';
import { ask, data } from './support/api.ts';
import { guests } from './support/world.ts';

const ids = async (filter: string, args = 'first: 100'): Promise<string[]> =>
  (await data(`{ entities(filter: ${filter}, ${args}) { nodes { id } } }`)).entities.nodes.map(
    ({ id }: { id: string }) => id,
  );

describe('a filter of entities', () => {
  it.each([
    ['{ ids: ["country:jpn", "country:unknown"] }', ['country:jpn']],
    ['{ kinds: ["metric", "agreement"] }', ['agreement:evipa', 'metric:tham']],
    ['{ text: "bui thanh son" }', ['person:bui-thanh-son']],
    ['{ properties: ["level"] }', ['partnership:vnm-jpn']],
    ['{ kinds: ["person"], missing: ["holdsOffice"] }', ['person:pham-minh-chinh']],
    ['{ kinds: ["person"], missing: [] }', ['person:bui-thanh-son', 'person:pham-minh-chinh']],
    [
      '{ value: { property: "level", anyOf: ["comprehensive-strategic"] } }',
      ['partnership:vnm-jpn'],
    ],
    ['{ value: { property: "level", anyOf: ["strategic"] } }', []],
    ['{ value: { property: "amount", anyOf: ["45"] } }', ['observation:tham-a']],
    ['{ value: { property: "theme", anyOf: ["An old theme"] } }', ['conference:31']],
    ['{ value: { property: "party", anyOf: ["country:jpn"] } }', ['partnership:vnm-jpn']],
    ['{ related: ["country:jpn"] }', ['partnership:vnm-jpn']],
    [
      '{ relation: { to: ["metric:tham"] } }',
      ['observation:tham-a', 'observation:tham-b', 'country:vnm'],
    ],
    [
      '{ relation: { to: ["metric:tham"], direction: OUT } }',
      ['observation:tham-a', 'observation:tham-b'],
    ],
    ['{ relation: { to: ["metric:tham"], direction: IN } }', ['country:vnm']],
    ['{ relation: { to: ["conference:31"], properties: ["chairs"] } }', ['person:bui-thanh-son']],
    [
      '{ related: ["conference:31"], relation: { to: ["office:bo-truong"] } }',
      ['person:bui-thanh-son'],
    ],
    ['{ dates: { from: "2021-12", to: "2021-12" } }', ['conference:31', 'source:mot']],
    ['{ kinds: ["conference"], dates: { from: "2022" } }', []],
    ['{ kinds: ["conference"], dates: { to: "2021-12-13" } }', []],
    ['{ kinds: ["conference"], dates: {} }', ['conference:31']],
    ['{ restsOnlyOn: ["source:hai"] }', ['person:pham-minh-chinh']],
    ['{ kinds: ["conference"], restsOnlyOn: ["source:hai", "source:mot"] }', ['conference:31']],
    ['{ kinds: ["country"], not: { properties: ["x"] } }', null],
    ['{ kinds: ["country"], not: { related: ["partnership:vnm-jpn"] } }', ['country:pcn']],
    [
      '{ or: [{ ids: ["country:jpn"] }, { properties: ["level"] }] }',
      ['country:jpn', 'partnership:vnm-jpn'],
    ],
    ['{ or: [] }', []],
    ['{ kinds: ["metric"], and: [] }', ['metric:tham']],
    [
      '{ and: [{ kinds: ["country", "metric"] }, { not: { related: ["metric:tham"] } }, { not: { ids: ["country:pcn"] } }] }',
      ['metric:tham', 'country:jpn'],
    ],
    [
      '{ kinds: null, ids: ["country:jpn"], and: null, dates: null, relation: null }',
      ['country:jpn'],
    ],
  ])('%s', async (filter, expected) => {
    if (expected === null) {
      const { errors } = await ask(`{ entities(filter: ${filter}) { totalCount } }`);
      expect(errors[0]!.extensions.code).toBe('NAME_UNKNOWN');
      return;
    }
    expect((await ids(filter)).toSorted()).toEqual(expected.toSorted());
  });

  it('meets the kinds of the list', async () => {
    expect(await ids('{ kinds: ["metric", "country"] }', 'kinds: ["metric", "person"]')).toEqual([
      'metric:tham',
    ]);
    const { people } = await data(
      '{ people(filter: { kinds: ["metric"], or: [{ kinds: ["person"] }] }) { totalCount } }',
    );
    expect(people.totalCount).toBe(0);
  });

  it.each([
    ['{ kinds: ["persn"] }', 'filter.kinds'],
    ['{ missing: ["themes"] }', 'filter.missing'],
    ['{ value: { property: "levels", anyOf: [] } }', 'filter.value.property'],
    ['{ value: { property: "level", anyOf: ["strategical"] } }', 'filter.value.anyOf'],
    ['{ relation: { to: [], properties: ["chair"] } }', 'filter.relation.properties'],
    ['{ or: [{ and: [{ not: { kinds: ["persn"] } }] }] }', 'filter.or.and.not.kinds'],
  ])('does not take a misspelt name at any depth: %s', async (filter, argument) => {
    for (const field of [`entities(filter: ${filter})`, `search(query: "a", filter: ${filter})`]) {
      const { errors } = await ask(`{ ${field} { totalCount } }`);
      expect(errors[0]!.extensions).toMatchObject({ code: 'NAME_UNKNOWN', where: { argument } });
    }
  });

  const nested = (depth: number): string =>
    depth === 0
      ? '{}'
      : `{ ${['and: [', 'or: [', 'not: '][depth % 3]}${nested(depth - 1)}${depth % 3 === 2 ? '' : ']'} }`;

  it('is bounded in depth and number', async () => {
    expect((await ask(`{ entities(filter: ${nested(5)}) { totalCount } }`)).errors).toEqual([]);
    const deep = await ask(`{ entities(filter: ${nested(6)}) { totalCount } }`);
    expect(deep.errors).toMatchObject([
      {
        message: 'The argument "filter" is nested 6 deep; it must be between 0 and 5.',
        extensions: { code: 'ARGUMENT_OUT_OF_RANGE', where: { argument: 'filter' } },
      },
    ]);
    const wide = (filters: number) => `{ or: [${'{ ids: [] } '.repeat(filters)}] }`;
    expect((await ask(`{ entities(filter: ${wide(49)}) { totalCount } }`)).errors).toEqual([]);
    const many = await ask(`{ entities(filter: ${wide(50)}) { totalCount } }`);
    expect(many.errors[0]!.message).toBe(
      'The argument "filter" is 51 filters in all; it must be between 1 and 50.',
    );
    const texts = (count: number) => `{ or: [${'{ text: "a" } '.repeat(count)}] }`;
    expect((await ask(`{ entities(filter: ${texts(5)}) { totalCount } }`)).errors).toEqual([]);
    const searches = await ask(`{ entities(filter: ${texts(6)}) { totalCount } }`);
    expect(searches.errors[0]!.message).toBe(
      'The argument "filter" is 6 searches for a text; it must be between 0 and 5.',
    );
  });
});

describe('the order of entities', () => {
  it.each([
    ['NAME', ['source:mot', 'conference:31', 'metric:tham', 'country:vnm']],
    ['DEGREE', ['conference:31', 'metric:tham', 'country:vnm', 'source:mot']],
    ['ORDINAL', ['conference:31', 'source:mot', 'metric:tham', 'country:vnm']],
    ['DATE', ['conference:31', 'source:mot', 'metric:tham', 'country:vnm']],
    ['LATEST', ['source:mot', 'conference:31', 'metric:tham', 'country:vnm']],
  ])('%s', async (order, expected) => {
    const filter = '{ ids: ["country:vnm", "source:mot", "metric:tham", "conference:31"] }';
    expect(await ids(filter, `order: ${order}`)).toEqual(expected);
  });

  it('RELEVANCE puts the best match first, and needs a text', async () => {
    const byRelevance = await ids('{ text: "viet nam" }', 'order: RELEVANCE');
    expect(byRelevance[0]).toBe('country:vnm');
    const { search } = await data('{ search(query: "viet nam") { nodes { id } } }');
    expect(byRelevance).toEqual(search.nodes.map(({ id }: { id: string }) => id));
    const { errors } = await ask('{ people(order: RELEVANCE) { totalCount } }');
    expect(errors[0]!.extensions.code).toBe('ARGUMENT_MISSING');
  });
});

describe('neighbors', () => {
  const neighbors = async (id: string, args: string) =>
    (
      await data(
        `{ entity(id: "${id}") { neighbors${args} { totalCount nodes { id } facets { kinds { key count } } } } }`,
      )
    ).entity.neighbors;

  it('come once each, with facets over all of them', async () => {
    const { totalCount, nodes, facets } = await neighbors('conference:31', '(first: 1)');
    expect(totalCount).toBe(guests.length + 4);
    expect(nodes).toHaveLength(1);
    expect(facets.kinds).toEqual([
      { key: 'body', count: guests.length },
      { key: 'person', count: 2 },
      { key: 'country', count: 1 },
      { key: 'source', count: 1 },
    ]);
  });

  it.each([
    ['(direction: OUT)', ['country:vnm']],
    ['(properties: ["chairs"])', ['person:bui-thanh-son']],
    ['(properties: ["chairs"], direction: OUT)', []],
    ['(kinds: ["person"], order: DEGREE)', ['person:bui-thanh-son', 'person:pham-minh-chinh']],
  ])('are narrowed and ordered by %s', async (args, expected) => {
    const { nodes } = await neighbors('conference:31', args);
    expect(nodes.map(({ id }: { id: string }) => id)).toEqual(expected);
  });

  it.each(['(kinds: ["persona"])', '(properties: ["chair"])'])(
    'do not take a misspelt name: %s',
    async (args) => {
      const { errors } = await ask(
        `{ entity(id: "conference:31") { neighbors${args} { totalCount } } }`,
      );
      expect(errors[0]?.extensions.code).toBe('NAME_UNKNOWN');
    },
  );
});

describe('search', () => {
  it('finds what the filter leaves, with facets of what it finds', async () => {
    const { all, bodies } = await data(`{
      all: search(query: "Viet Nam", first: 1) { totalCount nodes { id } facets { kinds { key label(lang: EN) count } } }
      bodies: search(query: "Viet Nam", filter: { not: { kinds: ["country"] } }) { nodes { id } facets { kinds { key count } } }
    }`);
    expect(all).toEqual({
      totalCount: 2,
      nodes: [{ id: 'country:vnm' }],
      facets: {
        kinds: [
          { key: 'country', label: 'Country', count: 1 },
          { key: 'partnership', label: 'Partnership', count: 1 },
        ],
      },
    });
    expect(bodies).toEqual({
      nodes: [{ id: 'partnership:vnm-jpn' }],
      facets: { kinds: [{ key: 'partnership', count: 1 }] },
    });
  });
});

describe('search for what is not there', () => {
  it('says so, and counts in facets what it finds; a filter finds nothing', async () => {
    const { search, nothing, entities } = await data(`{
      search(query: "Viet Nam Zzzz") { best totalCount edges { grade } facets { kinds { count } } }
      nothing: search(query: "zzzz") { best totalCount }
      entities(filter: { text: "Viet Nam Zzzz" }) { totalCount }
    }`);
    expect(search.best).toBe('NAMED');
    expect(search.totalCount).toBeGreaterThan(0);
    const counted = search.facets.kinds.map(({ count }: { count: number }) => count);
    expect(counted.reduce((sum: number, count: number) => sum + count, 0)).toBe(search.totalCount);
    expect(nothing).toEqual({ best: null, totalCount: 0 });
    expect(entities.totalCount).toBe(0);
  });

  it('tells of a mark that is another', async () => {
    const { search } = await data('{ search(query: "Viết Nam") { best edges { grade field } } }');
    expect(search.best).toBe('OTHER_MARKS');
    expect(search.edges[0]).toEqual({ grade: 'OTHER_MARKS', field: 'NAME' });
  });
});

describe('suggest', () => {
  it('gives what begins so, short names first, the best connected of them before others', async () => {
    const { suggest } = await data('{ suggest(prefix: "bo") { text entity { id } } }');
    expect(suggest).toEqual([
      { text: 'Bộ trưởng Sơn', entity: { id: 'person:bui-thanh-son' } },
      { text: 'Bộ Ngoại giao', entity: { id: 'body:bo-ngoai-giao' } },
      { text: 'Bộ trưởng Bộ Ngoại giao', entity: { id: 'office:bo-truong' } },
    ]);
    const marked = await data('{ suggest(prefix: "bù") { text } }');
    expect(marked.suggest).toEqual([{ text: 'Bùi Thanh Sơn' }]);
  });

  it('keeps to kinds and limit', async () => {
    const { some, one, none } = await data(`{
      some: suggest(prefix: "bo", kinds: ["body"]) { entity { id } }
      one: suggest(prefix: "bo", limit: 1) { entity { id } }
      none: suggest(prefix: " ") { entity { id } }
    }`);
    expect(some).toEqual([{ entity: { id: 'body:bo-ngoai-giao' } }]);
    expect(one).toHaveLength(1);
    expect(none).toEqual([]);
  });

  it.each([
    ['prefix: "a", limit: 0', 'ARGUMENT_OUT_OF_RANGE'],
    ['prefix: "a", limit: 21', 'ARGUMENT_OUT_OF_RANGE'],
    ['prefix: "a", kinds: ["persn"]', 'NAME_UNKNOWN'],
  ])('refuses %s', async (args, code) => {
    const { errors } = await ask(`{ suggest(${args}) { text } }`);
    expect(errors[0]!.extensions.code).toBe(code);
  });
});
