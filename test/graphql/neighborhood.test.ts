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

  it('is that of the date it is asked for', async () => {
    const ids = async (args: string): Promise<string[]> => {
      const { neighborhood } = await data(around(`ids: ["office:bo-truong"]${args}`));
      return neighborhood.nodes.map(({ entity }: { entity: { id: string } }) => entity.id);
    };
    expect(await ids('')).toContain('person:bui-thanh-son');
    expect(await ids(', asOf: "2021-12-14"')).toContain('person:bui-thanh-son');
    expect(await ids(', asOf: "2020"')).toEqual(['office:bo-truong', 'body:bo-ngoai-giao']);
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
