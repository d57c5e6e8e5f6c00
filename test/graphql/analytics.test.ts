import { execute, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { ProblemError } from '../../src/errors/problem.ts';
import { buildGraph } from '../../src/graph/build.ts';
import { createContext } from '../../src/graphql/context.ts';
import { isPromise } from '../../src/graphql/later.ts';
import { createMemoryStore } from '../../src/store/memory.ts';
import { ask, data, memoryStore } from './support/api.ts';
import { remote } from './support/remote-store.ts';
import { schema } from './support/schema.ts';
import { guests, world } from './support/world.ts';

const MEASURES = 'degree hub pageRank betweenness community { id }';

interface Edge {
  readonly cursor: string;
  readonly node: { readonly id: string };
  readonly value: number;
  readonly position: number;
}

const ranking = async (args: string): Promise<readonly Edge[]> =>
  (await data(`{ ranking(${args}) { edges { cursor node { id } value position } } }`)).ranking
    .edges;

describe('an entity', () => {
  it('tells how it stands in the graph', async () => {
    const { entity } = await data(`{ entity(id: "conference:31") { ${MEASURES} } }`);
    // 30 guests, the chair, the Prime Minister, the country discussed, the article.
    expect(entity).toMatchObject({ degree: guests.length + 4, hub: false });
    expect(entity.pageRank).toBeGreaterThan(0.1);
    expect(entity.betweenness).toBeGreaterThan(0.5);
    expect(entity.betweenness).toBeLessThan(1);
    expect(entity.community.id).toBe('community-1');
  });

  it('that nothing is joined to stands alone', async () => {
    const { entity } = await data(`{ entity(id: "country:pcn") { ${MEASURES} } }`);
    expect(entity).toMatchObject({ degree: 0, hub: false, betweenness: 0, community: null });
    expect(entity.pageRank).toBeGreaterThan(0);
  });

  it('is a hub where far more is joined to it than to others', async () => {
    const store = createMemoryStore(
      buildGraph({
        ...world,
        entities: [
          ...world.entities,
          ...Array.from({ length: 30 }, (_, index) => ({
            id: `topic:t${index}`,
            kind: 'topic',
            names: { vi: 'x', en: 'x' },
          })),
        ],
        statements: [
          ...world.statements,
          ...Array.from({ length: 30 }, (_, index) => ({
            ...world.statements[0]!,
            id: `more-${index}`,
            subject: 'conference:31',
            property: 'discusses',
            value: { type: 'entity' as const, id: `topic:t${index}` },
          })),
        ],
      }),
    );
    const query = '{ nodes(ids: ["conference:31", "topic:t1"]) { ... on Entity { degree hub } } }';
    expect((await data(query, { store })).nodes).toEqual([
      { degree: guests.length + 34, hub: true },
      { degree: 1, hub: false },
    ]);
  });
});

describe('a ranking', () => {
  it.each([
    ['DEGREE', 'degree'],
    ['PAGE_RANK', 'pageRank'],
    ['BETWEENNESS', 'betweenness'],
  ])('by %s has the greatest %s first, and its value', async (metric, field) => {
    const edges = await ranking(`metric: ${metric}, first: 100`);
    expect(edges).toHaveLength(world.entities.length);
    const values = edges.map(({ value }) => value);
    expect(values).toEqual(values.toSorted((a, b) => b - a));
    const [{ node }] = edges as [Edge];
    const { entity } = await data(`{ entity(id: "${node.id}") { ${field} } }`);
    expect(entity[field]).toBe(values[0]);
    expect(node.id).toBe('conference:31');
  });

  it('gives equals one position', async () => {
    const edges = await ranking('metric: DEGREE, kind: "body"');
    // The Ministry and the departments have one statement each.
    expect(new Set(edges.map(({ position }) => position))).toEqual(new Set([1]));
    const all = await ranking('metric: DEGREE, first: 100');
    const positions = all.map(({ value }) => all.filter((other) => other.value > value).length + 1);
    expect(all.map(({ position }) => position)).toEqual(positions);
    expect(new Set(positions).size).toBeGreaterThan(3);
  });

  it('keeps to a kind', async () => {
    const edges = await ranking('metric: PAGE_RANK, kind: "country"');
    expect(edges.map(({ node, position }) => [node.id, position])).toEqual([
      ['country:vnm', 1],
      ['country:jpn', 2],
      ['country:pcn', 3],
    ]);
  });

  it('is paged both ways', async () => {
    const all = await ranking('metric: BETWEENNESS, first: 100');
    const after = all[4]!.cursor;
    expect(await ranking(`metric: BETWEENNESS, first: 3, after: "${after}"`)).toEqual(
      all.slice(5, 8),
    );
    expect(await ranking(`metric: BETWEENNESS, last: 2, before: "${after}"`)).toEqual(
      all.slice(2, 4),
    );
    const { errors } = await ask(
      `{ ranking(metric: PAGE_RANK, first: 3, after: "${after}") { totalCount } }`,
    );
    expect(errors[0]?.extensions).toMatchObject({ code: 'CURSOR_INVALID' });
  });

  it.each(['countri', ''])('does not take the kind "%s"', async (kind) => {
    const { errors } = await ask(`{ ranking(metric: DEGREE, kind: "${kind}") { totalCount } }`);
    expect(errors[0]?.extensions).toMatchObject({
      code: 'NAME_UNKNOWN',
      where: { argument: 'kind' },
    });
  });
});

const COMMUNITY = 'id label vi: label(lang: VI) en: label(lang: EN) size leading { id }';

describe('the communities', () => {
  it('are listed, the largest first, and named in both languages', async () => {
    const { communities } = await data(
      `{ communities { totalCount nodes { ${COMMUNITY} } edges { node { id } } } }`,
      { language: 'en' },
    );
    const { nodes, totalCount, edges } = communities;
    expect(nodes.length).toBe(totalCount);
    expect(edges.map(({ node }: Edge) => node.id)).toEqual(
      nodes.map(({ id }: { id: string }) => id),
    );
    const sizes = nodes.map(({ size }: { size: number }) => size);
    expect(sizes).toEqual(sizes.toSorted((a: number, b: number) => b - a));
    expect(nodes[0]).toMatchObject({
      label: 'Around 31st Diplomatic Conference',
      vi: 'Quanh Hội nghị Ngoại giao 31',
      en: 'Around 31st Diplomatic Conference',
    });
    for (const { leading, size } of nodes) expect(leading).toHaveLength(Math.min(5, size));
  });

  it('are paged', async () => {
    const ids = (list: { nodes: { id: string }[] }) => list.nodes.map(({ id }) => id);
    const first = (await data('{ communities(first: 1) { nodes { id } pageInfo { endCursor } } }'))
      .communities;
    const after = JSON.stringify(first.pageInfo.endCursor);
    const rest = (await data(`{ communities(after: ${after}) { nodes { id } } }`)).communities;
    const all = (await data('{ communities { nodes { id } } }')).communities;
    expect([...ids(first), ...ids(rest)]).toEqual(ids(all));
    expect(ids(rest)).not.toHaveLength(0);
  });

  it('list their members by PageRank, of all kinds or of some', async () => {
    const members = async (args: string) =>
      (
        await data(`{ entity(id: "conference:31") { community { size leading { id }
          members${args} { totalCount edges { node { id kind } value position } nodes { id pageRank } } } } }`)
      ).entity.community;
    const { size, leading, members: all } = await members('(first: 100)');
    expect(all.totalCount).toBe(size);
    expect(all.nodes.slice(0, 5).map(({ id }: { id: string }) => ({ id }))).toEqual(leading);
    const values = all.edges.map(({ value }: Edge) => value);
    expect(values).toEqual(all.nodes.map(({ pageRank }: { pageRank: number }) => pageRank));
    expect(values).toEqual(values.toSorted((a: number, b: number) => b - a));
    expect(all.edges[0].position).toBe(1);

    const { members: people } = await members('(kinds: ["person", "country"])');
    const kinds = people.edges.map(({ node }: { node: { kind: string } }) => node.kind);
    expect(new Set(kinds)).toContain('person');
    expect(kinds.filter((kind: string) => !['person', 'country'].includes(kind))).toEqual([]);
    expect(people.totalCount).toBeLessThan(size);
    expect((await members('(first: 2)')).members.nodes).toEqual(all.nodes.slice(0, 2));
  });

  it('do not take a misspelt kind of members', async () => {
    const { errors } = await ask(
      '{ communities(first: 1) { nodes { members(kinds: ["persn"]) { totalCount } } } }',
    );
    expect(errors[0]?.extensions).toMatchObject({
      code: 'NAME_UNKNOWN',
      where: { argument: 'kinds' },
    });
  });
});

describe('the dataset', () => {
  it('tells how the measures were made', async () => {
    const { dataset, communities } = await data(
      '{ dataset { analytics { exact pivots communities modularity } } communities { totalCount } }',
    );
    const { modularity, ...rest } = dataset.analytics;
    expect(rest).toEqual({
      exact: true,
      pivots: world.entities.length,
      communities: communities.totalCount,
    });
    expect(modularity).toBeGreaterThan(0);
    expect(modularity).toBeLessThan(1);
  });
});

const everything = `{
  entities(first: 50) { nodes { id ${MEASURES} } }
  ranking(metric: PAGE_RANK) { edges { node { id } value position } }
  communities { nodes { label members(first: 3) { nodes { id community { label } } } } }
  dataset { analytics { modularity } }
}`;

describe('analytics', () => {
  it('of a store far away are those of one in memory, and asked for together', async () => {
    const { store, calls } = remote(memoryStore());
    expect(await data(everything, { store })).toEqual(await data(everything));
    expect(calls.connectedness).toEqual([world.entities.length]);
    // Of members of communities and of the list: whichever is asked first, of each entity once.
    expect(calls.measures!.reduce((sum, each) => sum + each, 0)).toBe(world.entities.length);
    expect(calls.measures!.length).toBeLessThanOrEqual(2);
    expect(calls.members).toHaveLength(1);
  });

  it('once there are executed without a promise', async () => {
    const store = memoryStore();
    const run = () =>
      execute({
        schema,
        document: parse(everything),
        contextValue: createContext({ store, language: 'vi' }),
      });
    // The first waits for them; the second learns that there is nothing more to wait for.
    await run();
    await run();
    expect(isPromise(run())).toBe(false);
  });

  it('that cannot be computed are an error where they are asked for, and nowhere else', async () => {
    const store = createMemoryStore(buildGraph(world), {
      compute: async () => {
        throw new ProblemError('ANALYTICS_UNAVAILABLE');
      },
    });
    const query = `{
      stands: entity(id: "country:vnm") { name pageRank }
      named: entity(id: "country:vnm") { name degree hub }
      alone: entity(id: "country:vnm") { name community { id } }
      ranking(metric: DEGREE, first: 1) { nodes { id } }
    }`;
    const { data: answer, errors, logged } = await ask(query, { store });
    expect(answer).toEqual({
      stands: null,
      named: { name: 'Việt Nam', degree: 3, hub: false },
      alone: { name: 'Việt Nam', community: null },
      ranking: { nodes: [{ id: 'conference:31' }] },
    });
    expect(errors.map(({ extensions }) => extensions.code)).toEqual([
      'ANALYTICS_UNAVAILABLE',
      'ANALYTICS_UNAVAILABLE',
    ]);
    expect(logged).toEqual([]);
  });
});
