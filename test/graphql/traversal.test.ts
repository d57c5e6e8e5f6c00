import { describe, expect, it } from 'vitest';
import { ask, data } from './support/api.ts';
import { guests } from './support/world.ts';

const around = (args: string) =>
  `{ neighborhood(${args}) {
    nodes { distance entity { id kind } }
    edges { subject { id } property }
    truncated { reason bound }
  } }`;

describe('a neighborhood', () => {
  it('holds what is near, nearest first, and what joins it', async () => {
    const { neighborhood } = await data(around('ids: ["country:jpn"], depth: 2'));
    expect(neighborhood).toEqual({
      nodes: [
        { distance: 0, entity: { id: 'country:jpn', kind: 'country' } },
        { distance: 1, entity: { id: 'partnership:vnm-jpn', kind: 'partnership' } },
        { distance: 2, entity: { id: 'country:vnm', kind: 'country' } },
      ],
      edges: [
        { subject: { id: 'partnership:vnm-jpn' }, property: 'party' },
        { subject: { id: 'partnership:vnm-jpn' }, property: 'party' },
      ],
      truncated: { reason: 'DEPTH', bound: 2 },
    });
  });

  it('says when it was cut at its limit', async () => {
    const { neighborhood } = await data(around('ids: ["conference:31"], limit: 5'));
    expect(neighborhood.nodes).toHaveLength(5);
    expect(neighborhood.truncated).toEqual({ reason: 'LIMIT', bound: 5 });
  });

  it.each([
    ['', guests.length + 5],
    [', properties: ["chairs"]', 2],
    [', direction: OUT', 2],
    [', kinds: ["person"]', 3],
  ])('of depth 1 is narrowed by "%s"', async (args, count) => {
    const { neighborhood } = await data(around(`ids: ["conference:31"]${args}`));
    expect(neighborhood.nodes).toHaveLength(count);
  });

  it('leaves out ids that do not exist, and is null where none does', async () => {
    const { neighborhood } = await data(around('ids: ["country:none", "country:pcn"]'));
    expect(neighborhood).toEqual({
      nodes: [{ distance: 0, entity: { id: 'country:pcn', kind: 'country' } }],
      edges: [],
      truncated: null,
    });
    expect(await data(around('ids: ["country:none"]'))).toEqual({ neighborhood: null });
  });

  it.each([
    ['ids: []', 'ids'],
    ['ids: ["country:jpn"], depth: 0', 'depth'],
    ['ids: ["country:jpn"], depth: 5', 'depth'],
    ['ids: ["country:jpn"], limit: 0', 'limit'],
    ['ids: ["country:jpn"], limit: 501', 'limit'],
  ])('has its bounds: %s', async (args, argument) => {
    const { data: answer, errors } = await ask(around(args));
    expect(answer).toEqual({ neighborhood: null });
    expect(errors[0]?.extensions).toMatchObject({
      code: 'ARGUMENT_OUT_OF_RANGE',
      where: { argument },
    });
  });
});

const way = (args: string) =>
  `{ path(from: "office:bo-truong", to: "country:jpn"${args}) {
    path { length entities { id } statements { property } }
    truncated { reason bound }
  } }`;

describe('a path', () => {
  it('is a shortest one, each step with its statement', async () => {
    const { path } = await data(way(''));
    expect(path.truncated).toBeNull();
    expect(path.path.length).toBe(5);
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
      '{ path(from: "country:jpn", to: "country:jpn") { path { length entities { id } statements { id } } } }',
    );
    expect(path.path).toEqual({ length: 0, entities: [{ id: 'country:jpn' }], statements: [] });
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
    ', direction: OUT',
  ])('is closed by "%s"', async (args) => {
    expect((await data(way(`${args}, maxHops: 12`))).path.path).toBeNull();
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
