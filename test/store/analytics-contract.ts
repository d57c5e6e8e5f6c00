import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Dataset } from '../../src/data/dataset.ts';
import { ProblemError } from '../../src/errors/problem.ts';
import type { PlainGraph } from '../../src/graph/analytics/model.ts';
import type { Entity } from '../../src/ontology/model.ts';
import type { Answers, Community, Measures, Ranked } from '../../src/store/port.ts';
import {
  betweennessByWays,
  modularityByPairs,
  pageRanksByWalking,
} from '../graph/analytics/oracle.ts';
import { type TerseRecord, testDataset } from '../support/dataset.ts';
import { randomDataset, someKinds } from '../support/random-dataset.ts';
import type { MakeStore } from './contract.ts';
import { Oracle } from './oracle.ts';
import { asking, expectList } from './walk.ts';

const size = fc.integer({ min: 1, max: 7 });
const metrics = ['degree', 'pageRank', 'betweenness'] as const;

async function all<Request, Value>(
  method: (requests: readonly Request[]) => Answers<Value>,
  requests: readonly Request[],
): Promise<Value[]> {
  return (await method(requests)).map((answer) => {
    if (answer instanceof Error) throw answer;
    expect(answer).not.toBeNull();
    return answer!;
  });
}

function plainOf({ entities, statements }: Dataset): PlainGraph {
  const numbers = new Map(entities.map(({ id }, number) => [id, number]));
  const edges = statements.flatMap(({ subject, value }) =>
    value.type === 'entity' ? [[numbers.get(subject)!, numbers.get(value.id)!] as const] : [],
  );
  return {
    nodes: entities.length,
    from: Uint32Array.from(edges, ([from]) => from),
    to: Uint32Array.from(edges, ([, to]) => to),
    rankOf: new Uint32Array(entities.length),
  };
}

const ends = ({ statements }: Dataset): string[] =>
  statements.flatMap(({ subject, value }) => (value.type === 'entity' ? [subject, value.id] : []));

/** A list by value, the greatest first: entities, each with its position among the values listed. */
function ranked(
  dataset: Dataset,
  entities: readonly Entity[],
  kinds: readonly string[] | undefined,
  measure: (entity: Entity) => number,
): Ranked[] {
  const { byName } = new Oracle(dataset);
  const listed = entities.filter(({ kind }) => kinds?.includes(kind) ?? true);
  return listed
    .toSorted((a, b) => measure(b) - measure(a) || byName(a, b))
    .map((entity) => {
      const value = measure(entity);
      const greater = listed.filter((other) => measure(other) > value);
      return { entity, value, position: greater.length + 1 };
    });
}

const given = <T>(name: string, value: T | undefined): object =>
  value === undefined ? {} : { [name]: value };

/** How entities stand in the graph as a whole. */
export function analyticsContract(makeStore: MakeStore): void {
  const measured = async (dataset: Dataset) => {
    const store = await makeStore(dataset);
    const ids = dataset.entities.map(({ id }) => id);
    const measures = await all(store.measures, ids);
    const byId = new Map(ids.map((id, index) => [id, measures[index]!]));
    return { store, measures, of: ({ id }: Entity): Measures => byId.get(id)! };
  };

  describe('analytics', () => {
    it('give every entity what the definitions of the measures give it', async () => {
      await fc.assert(
        fc.asyncProperty(randomDataset, async (dataset) => {
          const { store, measures } = await measured(dataset);
          const plain = plainOf(dataset);
          const ranks = pageRanksByWalking(plain);
          const shares = betweennessByWays(plain);
          measures.forEach(({ pageRank, betweenness, community }, node) => {
            expect(pageRank).toBeCloseTo(ranks[node]!, 6);
            expect(betweenness).toBeCloseTo(shares[node]!, 6);
            const isJoined = [...plain.from].some(
              (from, index) =>
                from !== plain.to[index] && (from === node || plain.to[index] === node),
            );
            expect(community === null).toBe(!isJoined);
          });
          const names = measures.map(({ community }) => community);
          const communities = new Set(names.filter((name) => name !== null));
          const [info] = await all(store.analytics, [null]);
          expect(info).toMatchObject({
            exact: true,
            pivots: dataset.entities.length,
            communities: communities.size,
          });
          // Whoever is alone has no edges, and so adds nothing.
          const parts = names.map((name) => [...communities].indexOf(name ?? ''));
          const modularity = communities.size === 0 ? 0 : modularityByPairs(plain, parts);
          expect(info!.modularity).toBeCloseTo(modularity, 8);
        }),
      );
    });

    it('count how much is joined to each entity', async () => {
      await fc.assert(
        fc.asyncProperty(randomDataset, async (dataset) => {
          const store = await makeStore(dataset);
          const ids = dataset.entities.map(({ id }) => id);
          expect(await all(store.connectedness, ids)).toEqual(
            ids.map((id) => ({
              degree: ends(dataset).filter((end) => end === id).length,
              hub: false,
            })),
          );
        }),
      );
    });

    it.each([
      [49, false],
      [50, true],
    ])('call what %i of a hundred are joined to a hub: %s', async (tips, hub) => {
      const names = Array.from({ length: 100 }, (_, index) => `person:n${index}`);
      const store = await makeStore(
        testDataset(
          names.slice(0, tips).map((name): TerseRecord => [name, 'partOf', 'body:middle']),
          Object.fromEntries(names.map((name) => [name, name])),
        ),
      );
      expect(await store.connectedness(['body:middle', 'person:n0'])).toEqual([
        { degree: tips, hub },
        { degree: 1, hub: false },
      ]);
    });

    it('rank entities by each measure, of all kinds or of some, equals at one position', async () => {
      const metric = fc.constantFrom(...metrics);
      await fc.assert(
        fc.asyncProperty(randomDataset, metric, someKinds, size, async (dataset, by, kinds, n) => {
          const { store, of } = await measured(dataset);
          const measure = (entity: Entity): number =>
            by === 'degree'
              ? ends(dataset).filter((id) => id === entity.id).length
              : of(entity)[by];
          const expected = ranked(dataset, dataset.entities, kinds, measure);
          const request = { metric: by, ...given('kinds', kinds) };
          await expectList(asking(store.rankings, request), expected, n);
        }),
      );
    });

    it('list the communities, the largest first, each with its members by PageRank', async () => {
      await fc.assert(
        fc.asyncProperty(randomDataset, someKinds, size, async (dataset, kinds, pageSize) => {
          const { store, of } = await measured(dataset);
          const names = new Set(dataset.entities.map((entity) => of(entity).community));
          names.delete(null);
          const expected = [...names]
            .map((id) => ({
              id: id!,
              members: dataset.entities.filter((entity) => of(entity).community === id),
            }))
            // The order of the entities is that of their least.
            .toSorted((a, b) => b.members.length - a.members.length);
          const measure = (entity: Entity): number => of(entity).pageRank;
          const list = await asking(store.communities, {})({ first: 100 });
          const communities: Community[] = list.items.map(({ value }) => value);
          for (const { community, communityPlace } of dataset.entities.map(of)) {
            const place = communities.findIndex(({ id }) => id === community);
            expect(communityPlace).toBe(community === null ? null : place);
          }
          expect(communities.map(({ id, size, leading }) => ({ id, size, leading }))).toEqual(
            expected.map(({ id, members }) => ({
              id,
              size: members.length,
              leading: ranked(dataset, members, undefined, measure)
                .slice(0, 5)
                .map(({ entity }) => entity),
            })),
          );
          await expectList(asking(store.communities, {}), communities, pageSize);
          for (const { id, members } of expected) {
            await expectList(
              asking(store.members, { community: id, ...given('kinds', kinds) }),
              ranked(dataset, members, kinds, measure),
              pageSize,
            );
          }
        }),
      );
    });

    const two = testDataset([
      ['person:a', 'partOf', 'body:one'],
      ['person:b', 'partOf', 'body:one'],
      ['person:c', 'partOf', 'body:one'],
      ['person:d', 'partOf', 'body:two'],
      ['person:e', 'partOf', 'body:two'],
    ]);

    it('find communities by their ids, in the order of all', async () => {
      const store = await makeStore(two);
      const ids = ['community-2', 'community-1', 'community-2', 'community-3', 'x', ''];
      const sizes = async (asked: readonly string[]) =>
        (await asking(store.communities, { ids: asked })({ first: 10 })).items.map(
          ({ value }) => `${value.id} ${value.size}`,
        );
      expect(await sizes(ids)).toEqual(['community-1 4', 'community-2 3']);
      expect(await sizes(['community-2'])).toEqual(['community-2 3']);
      expect(await sizes([])).toEqual([]);
    });

    it('name communities after the members that hold them together', async () => {
      const store = await makeStore(two);
      const page = await asking(store.communities, {})({ first: 10 });
      expect(page.items.map(({ value }) => value.label)).toEqual([
        { vi: 'Quanh body:one', en: 'Around body:one' },
        { vi: 'Quanh body:two', en: 'Around body:two' },
      ]);
    });

    it('know no other entity and no other community', async () => {
      const store = await makeStore(two);
      expect(await store.measures(['person:unknown'])).toEqual([null]);
      expect(await store.connectedness(['person:unknown'])).toEqual([null]);
      const unknown = ['community-3', 'community-0', 'community-01', 'community-', 'body:one'];
      const page = { first: 1 };
      expect(await store.members(unknown.map((community) => ({ community, page })))).toEqual(
        unknown.map(() => null),
      );
    });

    it('take no cursor from another list', async () => {
      const store = await makeStore(two);
      const first = { first: 1 };
      const lists = [
        ...metrics.flatMap((metric) => [
          asking(store.rankings, { metric }),
          asking(store.rankings, { metric, kinds: ['person'] }),
        ]),
        asking(store.communities, {}),
        asking(store.members, { community: 'community-1' }),
        asking(store.members, { community: 'community-2' }),
      ];
      for (const ask of lists) {
        const after = (await ask(first)).items[0]!.cursor;
        for (const other of lists) {
          if (other === ask) continue;
          const failed = await other({ ...first, after }).catch((error: unknown) => error);
          expect(failed).toBeInstanceOf(ProblemError);
          expect((failed as ProblemError).problem.code).toBe('CURSOR_INVALID');
        }
      }
    });
  });
}
