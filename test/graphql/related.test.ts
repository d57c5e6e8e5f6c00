import { describe, expect, it } from 'vitest';
import { buildGraph } from '../../src/graph/build.ts';
import { createMemoryStore } from '../../src/store/memory.ts';
import { ask, data } from './support/api.ts';
import { guests, world } from './support/world.ts';

interface Node {
  readonly id: string;
}

const ids = ({ nodes }: { readonly nodes: readonly Node[] }): string[] => nodes.map(({ id }) => id);

describe('common neighbors', () => {
  const common = (args: string) =>
    `{ commonNeighbors(${args}) {
      totalCount edges { node { id } statements { subject { id } property } } nodes { id }
    } }`;
  const both = 'ids: ["person:bui-thanh-son", "person:pham-minh-chinh"]';

  it('are what all are joined to, each with a statement', async () => {
    const { commonNeighbors } = await data(common(both));
    expect(commonNeighbors.edges).toEqual([
      {
        node: { id: 'conference:31' },
        statements: [
          { subject: { id: 'person:bui-thanh-son' }, property: 'chairs' },
          { subject: { id: 'person:pham-minh-chinh' }, property: 'attends' },
        ],
      },
    ]);
  });

  it.each([
    [', properties: ["attends"]', 0],
    [', properties: ["attends", "chairs"]', 1],
    [', kinds: ["conference"]', 1],
    [', kinds: ["person"]', 0],
    [', direction: OUT', 1],
    [', direction: IN', 0],
  ])('are narrowed by "%s"', async (args, count) => {
    const { commonNeighbors } = await data(common(both + args));
    expect(commonNeighbors.totalCount).toBe(count);
  });

  it('are those of the date', async () => {
    const pair = 'ids: ["office:bo-truong", "conference:31"]';
    expect(ids((await data(common(pair))).commonNeighbors)).toEqual(['person:bui-thanh-son']);
    const { commonNeighbors } = await data(common(`${pair}, asOf: "2020"`));
    expect(ids(commonNeighbors)).toEqual([]);
  });

  it('are paged, the least connected first', async () => {
    const pair = 'ids: ["conference:31", "conference:31"]';
    const { commonNeighbors } = await data(common(`${pair}, first: 3`));
    expect(commonNeighbors.totalCount).toBe(guests.length + 4);
    const [first] = ids(commonNeighbors);
    expect(first).toBe('source:mot');
    const last = await data(common(`${pair}, last: 2`));
    expect(ids(last.commonNeighbors)).toEqual(['person:bui-thanh-son', 'country:vnm']);
  });

  it('are null where one does not exist, and of two to ten', async () => {
    const none = await data(common('ids: ["conference:31", "conference:none"]'));
    expect(none).toEqual({ commonNeighbors: null });
    for (const count of [1, 11]) {
      const list = JSON.stringify(Array.from({ length: count }, () => 'conference:31'));
      const { errors } = await ask(common(`ids: ${list}`));
      expect(errors[0]?.extensions).toMatchObject({
        code: 'ARGUMENT_OUT_OF_RANGE',
        where: { argument: 'ids' },
      });
    }
  });

  it.each(['properties', 'kinds'])('do not take a misspelt name in %s', async (argument) => {
    const { errors } = await ask(common(`${both}, ${argument}: ["conferens"]`));
    expect(errors[0]?.extensions).toMatchObject({ code: 'NAME_UNKNOWN', where: { argument } });
  });
});

describe('what is related', () => {
  const related = (args: string) =>
    `{ related(${args}) {
      totalCount
      edges { node { id } score sharedCount shared { id } statement { property } vi: reason(lang: VI) en: reason(lang: EN) }
      nodes { id }
    } }`;

  it('shares neighbors, and says which and why', async () => {
    const { related: found } = await data(related('to: "country:jpn"'));
    expect(found.edges).toEqual([
      {
        node: { id: 'country:vnm' },
        score: 1 / Math.log(2),
        sharedCount: 1,
        shared: [{ id: 'partnership:vnm-jpn' }],
        statement: null,
        vi: 'Cùng liên quan tới Việt Nam – Nhật Bản',
        en: 'Both are joined to Viet Nam – Japan',
      },
    ]);
  });

  it('names a statement that joins the two as well', async () => {
    const chairs = world.statements.find(({ property }) => property === 'chairs')!;
    const too = { ...chairs, id: 'too', subject: 'office:bo-truong' };
    const statements = [...world.statements, too];
    const store = createMemoryStore(buildGraph({ ...world, statements }));
    const { related: found } = await data(related('to: "office:bo-truong", first: 100'), { store });
    const edges = found.edges.map(({ node, statement }: { node: Node; statement: unknown }) => [
      node.id,
      statement,
    ]);
    expect(Object.fromEntries(edges)).toMatchObject({
      'conference:31': { property: 'chairs' },
      'person:bui-thanh-son': { property: 'holdsOffice' },
      'country:vnm': null,
    });
  });

  it('is narrowed by kinds and by the date', async () => {
    const office = 'to: "office:bo-truong"';
    expect(ids((await data(related(office))).related)).toEqual(['conference:31']);
    expect((await data(related(`${office}, kinds: ["person"]`))).related.totalCount).toBe(0);
    expect((await data(related(`${office}, asOf: "2020"`))).related.totalCount).toBe(0);
  });

  it('is also a field of every entity', async () => {
    const { country } = await data(`{
      country: entity(id: "country:jpn") { related(first: 1, kinds: ["country"]) { nodes { id } } }
    }`);
    expect(ids(country.related)).toEqual(['country:vnm']);
    const { errors } = await ask(
      '{ entity(id: "country:jpn") { related(kinds: ["countri"]) { totalCount } } }',
    );
    expect(errors[0]?.extensions).toMatchObject({ code: 'NAME_UNKNOWN' });
  });

  it('is null where there is no such entity', async () => {
    expect(await data(related('to: "country:none"'))).toEqual({ related: null });
  });
});
