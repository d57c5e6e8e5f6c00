import { describe, expect, it } from 'vitest';
import { buildGraph } from '../../src/graph/build.ts';
import { createMemoryStore } from '../../src/store/memory.ts';
import { ask, data } from './support/api.ts';
import { world } from './support/world.ts';

const way = (args: string) =>
  `{ path(from: "office:bo-truong", to: "country:jpn"${args}) {
    path { length cost entities { id } statements { property } }
    truncated { reason bound }
  } }`;

/** As many more guests as make a hub of their conference. */
const crowded = createMemoryStore(
  buildGraph({
    ...world,
    statements: world.statements.flatMap((one) =>
      one.property === 'attends'
        ? [one, { ...one, id: `${one.id}-too`, rank: 'preferred' }]
        : [one],
    ),
  }),
);

describe('a path', () => {
  it('is a shortest one, each step with its statement', async () => {
    const { path } = await data(way(''));
    expect(path.truncated).toBeNull();
    expect(path.path).toMatchObject({ length: 5, cost: 5 });
    expect(path.path.entities.map(({ id }: { id: string }) => id)).toEqual([
      'office:bo-truong',
      'person:bui-thanh-son',
      'conference:31',
      'country:vnm',
      'partnership:vnm-jpn',
      'country:jpn',
    ]);
    expect(path.path.statements.map(({ property }: { property: string }) => property)).toEqual([
      'holdsOffice',
      'chairs',
      'discusses',
      'party',
      'party',
    ]);
  });

  it('is read hop by hop, or as a text in either language', async () => {
    const { path } = await data(`{
      path(from: "office:bo-truong", to: "conference:31") { path {
        hops { from { id } to { id } direction statement { property citations { paragraph } } }
        vi: text(lang: VI) en: text(lang: EN) text
      } }
    }`);
    const [office, person, conference] = [
      { id: 'office:bo-truong' },
      { id: 'person:bui-thanh-son' },
      { id: 'conference:31' },
    ];
    expect(path.path.hops).toEqual([
      {
        from: office,
        to: person,
        direction: 'IN',
        statement: { property: 'holdsOffice', citations: [{ paragraph: 1 }] },
      },
      {
        from: person,
        to: conference,
        direction: 'OUT',
        statement: { property: 'chairs', citations: [{ paragraph: 2 }, { paragraph: 3 }] },
      },
    ]);
    expect(path.path.en).toBe(
      'Bui Thanh Son holds the office of Minister of Foreign Affairs (at: 14 December 2021). ' +
        'Bui Thanh Son chairs 31st Diplomatic Conference (in the capacity of: Minister of Foreign Affairs).',
    );
    expect(path.path.vi).toMatch(/^Bùi Thanh Sơn giữ chức .*\. Bùi Thanh Sơn chủ trì .*\.$/);
    expect(path.path.text).toBe(path.path.vi);
  });

  it('not found within the hops says so, and differs from there being none', async () => {
    expect((await data(way(', maxHops: 4'))).path).toEqual({
      path: null,
      truncated: { reason: 'HOPS', bound: 4 },
    });
    const { path } = await data(
      '{ path(from: "country:jpn", to: "country:pcn", maxHops: 12) { path { length } truncated { bound } } }',
    );
    expect(path).toEqual({ path: null, truncated: null });
  });

  it('of an entity to itself is empty', async () => {
    const { path } = await data(
      '{ path(from: "country:jpn", to: "country:jpn") { path { length text hops { direction } entities { id } } } }',
    );
    expect(path.path).toEqual({ length: 0, text: '', hops: [], entities: [{ id: 'country:jpn' }] });
  });

  it('is null where an end does not exist', async () => {
    const query = '{ path(from: "country:jpn", to: "country:none") { path { length } } }';
    expect(await data(query)).toEqual({ path: null });
  });

  it.each([
    ', avoidProperties: ["discusses"]',
    ', properties: ["holdsOffice", "chairs", "party"]',
    ', avoidKinds: ["person"]',
    ', kinds: ["person", "conference"]',
    ', avoid: ["conference:31"]',
    ', direction: OUT',
    ', asOf: "2020"',
  ])('is closed by "%s"', async (args) => {
    expect((await data(way(`${args}, maxHops: 12`))).path.path).toBeNull();
  });

  it('passes through no hub where that is asked', async () => {
    const asked = { store: crowded };
    expect((await data(way(', maxHops: 12'), asked)).path.path).not.toBeNull();
    const { path } = await data(way(', maxHops: 12, avoidHubs: true'), asked);
    expect(path).toEqual({ path: null, truncated: null });
    // Without the crowd it is none.
    expect((await data(way(', avoidHubs: true'))).path.path).not.toBeNull();
  });

  it('by weight costs the logarithms of the degrees', async () => {
    const { path } = await data(`{
      path(from: "country:jpn", to: "country:vnm", by: WEIGHT) { path { length cost } }
    }`);
    // Japan is joined to one, the partnership to two, Viet Nam to three.
    expect(path.path.length).toBe(2);
    expect(path.path.cost).toBeCloseTo(2 + Math.log2(3), 6);
  });

  it.each(['maxHops: 0', 'maxHops: 13'])('has its bounds: %s', async (args) => {
    const { errors } = await ask(way(`, ${args}`));
    expect(errors[0]?.extensions).toMatchObject({
      code: 'ARGUMENT_OUT_OF_RANGE',
      where: { argument: 'maxHops' },
    });
  });

  it.each(['properties', 'avoidProperties', 'kinds', 'avoidKinds'])(
    'does not take a misspelt name in %s',
    async (argument) => {
      const { errors } = await ask(way(`, ${argument}: ["conferens"]`));
      expect(errors[0]?.extensions).toMatchObject({ code: 'NAME_UNKNOWN', where: { argument } });
    },
  );
});

describe('paths', () => {
  const ways = (args: string) =>
    `{ paths(from: "country:vnm", to: "body:bo-ngoai-giao"${args}) {
      paths { length cost entities { id } } truncated { reason bound }
    } }`;
  /** The conference has a second way to the ministry: its minister's, and that of an office it is named for. */
  const detour = createMemoryStore(
    buildGraph({
      ...world,
      statements: world.statements.map((one) =>
        one.subject === 'body:so-100'
          ? { ...one, subject: 'body:bo-ngoai-giao', property: 'organizes' }
          : one,
      ),
    }),
  );

  it('are as many as asked, the shortest first', async () => {
    const lengths = async (args: string): Promise<number[]> => {
      const { paths } = await data(ways(args), { store: detour });
      return paths.paths.map(({ length }: { length: number }) => length);
    };
    expect(await lengths('')).toEqual([2, 4]);
    expect(await lengths(', count: 1')).toEqual([2]);
    expect(await lengths(', avoidProperties: ["organizes"]')).toEqual([4]);
    expect(await lengths(', by: WEIGHT, count: 2')).toEqual([2, 4]);
  });

  it('say whether there may be more', async () => {
    const truncated = async (args: string): Promise<unknown> =>
      (await data(ways(args), { store: detour })).paths.truncated;
    expect(await truncated('')).toBeNull();
    expect(await truncated(', maxHops: 3')).toEqual({ reason: 'HOPS', bound: 3 });
    expect(await truncated(', maxHops: 3, count: 1')).toBeNull();
  });

  it('are null where an end does not exist', async () => {
    const query = '{ paths(from: "country:jpn", to: "country:none") { paths { length } } }';
    expect(await data(query)).toEqual({ paths: null });
  });

  it.each(['count: 0', 'count: 11'])('have their bounds: %s', async (args) => {
    const { errors } = await ask(ways(`, ${args}`));
    expect(errors[0]?.extensions).toMatchObject({
      code: 'ARGUMENT_OUT_OF_RANGE',
      where: { argument: 'count' },
    });
  });
});
