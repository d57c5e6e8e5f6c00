import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ProblemError } from '../../src/errors/problem.ts';
import type { EntityFilter, EntityOrder, GraphStore } from '../../src/store/port.ts';
import { testDataset } from '../support/dataset.ts';
import {
  RICH_DATES,
  RICH_IDS,
  RICH_RELATIONS,
  RICH_SOURCES,
  RICH_TEXTS,
  richDataset,
} from '../support/rich-dataset.ts';
import type { MakeStore } from './contract.ts';
import { FindOracle, type Found } from './find-oracle.ts';
import { asking, expectList } from './walk.ts';

const some = <T>(values: readonly T[]) =>
  fc.subarray([...values], { maxLength: Math.min(3, values.length) });
const ids = some([...RICH_IDS, 'person:unknown']);
const kinds = some(['person', 'conference', 'body', 'observation', 'source']);
const properties = some([...RICH_RELATIONS, 'ordinal', 'theme', 'status', 'startDate']);
const date = fc.option(fc.constantFrom(...RICH_DATES), { nil: undefined });

const given = <T extends object>(filter: T) =>
  Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));

const value = fc.oneof(
  fc.record({ property: fc.constant('status'), anyOf: some(['signed', 'used']) }),
  fc.record({ property: fc.constant('theme'), anyOf: some(['Chủ đề 1', 'Chủ đề 9']) }),
  fc.record({ property: fc.constant('ordinal'), anyOf: some(['1', '2']) }),
  fc.record({
    property: fc.constant('sessionCount'),
    anyOf: some(['1', '2 session', '3 session about']),
  }),
  fc.record({ property: fc.constantFrom(...RICH_RELATIONS), anyOf: ids }),
);

const related = fc
  .record({
    ids,
    properties: fc.option(properties, { nil: undefined }),
    direction: fc.option(fc.constantFrom('out', 'in', 'both'), { nil: undefined }),
  })
  .map(given);

const one: fc.Arbitrary<EntityFilter> = fc.oneof(
  fc.record({ ids }),
  fc.record({ kinds }),
  fc.record({ text: fc.constantFrom(...RICH_TEXTS) }),
  fc.record({ properties }),
  fc.record({ missing: properties }),
  fc.record({ value }),
  fc.record({ related }),
  fc.record({ dates: fc.record({ from: date, to: date }).map(given) }),
  fc.record({ restsOnlyOn: some(RICH_SOURCES) }),
) as fc.Arbitrary<EntityFilter>;

const plain = fc
  .array(one, { maxLength: 2 })
  .map((parts): EntityFilter => Object.assign({}, ...parts));

/** Filters of every condition, one within another. */
export const anyFilter: fc.Arbitrary<EntityFilter> = fc.letrec<{ filter: EntityFilter }>((tie) => ({
  filter: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    plain,
    fc
      .tuple(
        plain,
        fc.oneof(
          fc.record({ and: fc.array(tie('filter'), { maxLength: 2 }) }),
          fc.record({ or: fc.array(tie('filter'), { maxLength: 2 }) }),
          fc.record({ not: tie('filter') }),
        ),
      )
      .map((parts) => Object.assign({}, ...parts)),
  ),
})).filter;

export const anyDate = fc.option(fc.constantFrom(...RICH_DATES), { nil: undefined });

/** What each of the texts finds, as the store itself says: which words find what is the matter of its own tests. */
export async function foundBy(store: GraphStore): Promise<Found> {
  const found = new Map<string, readonly string[]>();
  for (const query of RICH_TEXTS) {
    const { items } = await asking(store.search, { query })({ first: 1000 });
    found.set(
      query,
      items.map(({ value }) => value.entity.id),
    );
  }
  return (text) => found.get(text)!;
}

const order = fc.constantFrom<EntityOrder>(
  'name',
  'degree',
  'ordinal',
  'date',
  'latest',
  'relevance',
);

/** Which entities a filter leaves, in which order. */
export function findContract(makeStore: MakeStore): void {
  describe('entities', () => {
    it('are what a scan finds, under every filter, in every order, as of any date', async () => {
      await fc.assert(
        fc.asyncProperty(
          richDataset,
          anyFilter,
          order,
          anyDate,
          fc.integer({ min: 1, max: 7 }),
          fc.constantFrom(...RICH_TEXTS),
          async (dataset, rest, by, asOf, size, text) => {
            const store = await makeStore(dataset);
            const filter = by === 'relevance' ? { ...rest, text } : rest;
            const oracle = new FindOracle(dataset, await foundBy(store), asOf);
            const request = { filter, order: by, ...given({ asOf }) };
            await expectList(asking(store.entityPages, request), oracle.entities(filter, by), size);
          },
        ),
        { numRuns: 300 },
      );
    });

    it('are found by a search as the filter leaves them, as of any date', async () => {
      await fc.assert(
        fc.asyncProperty(
          richDataset,
          fc.constantFrom(...RICH_TEXTS),
          anyFilter,
          anyDate,
          async (dataset, query, filter, asOf) => {
            const store = await makeStore(dataset);
            const oracle = new FindOracle(dataset, await foundBy(store), asOf);
            const page = await asking(store.search, { query, filter, ...given({ asOf }) })({
              first: 1000,
            });
            expect(page.items.map(({ value: hit }) => hit.entity)).toEqual(
              oracle.entities({ text: query, and: [filter] }, 'relevance'),
            );
          },
        ),
      );
    });

    it('cannot be ordered by relevance to nothing', async () => {
      const store = await makeStore(testDataset([]));
      for (const filter of [undefined, {}, { and: [{ text: 'a' }] }]) {
        const [answer] = await store.entityPages([
          { ...given({ filter }), order: 'relevance', page: { first: 1 } },
        ]);
        expect(answer).toBeInstanceOf(ProblemError);
        expect((answer as ProblemError).problem.code).toBe('ARGUMENT_MISSING');
      }
    });

    it('keep their cursors for the same filter in another order, and for no other filter', async () => {
      const dataset = testDataset([['person:a', 'attends', 'conference:c']], { 'person:b': 'B' });
      const store = await makeStore(dataset);
      const filter = { or: [{ kinds: ['person'] }, { ids: ['conference:c', 'person:a'] }] };
      const { items } = await asking(store.entityPages, { filter })({ first: 1 });
      const page = { first: 5, after: items[0]!.cursor };
      const ask = async (other: EntityFilter, asOf?: string) =>
        (await store.entityPages([{ filter: other, ...given({ asOf }), page }]))[0];
      const same = { or: [{ ids: ['person:a', 'conference:c'] }, { kinds: ['person'] }] };
      expect(await ask(same)).toMatchObject({ totalCount: 3 });
      for (const other of [
        { and: filter.or },
        { or: [filter.or[0]!] },
        { or: [{ ...filter.or[0], ...filter.or[1] }] },
        { not: filter },
        {},
      ]) {
        expect(await ask(other)).toMatchObject({ problem: { code: 'CURSOR_INVALID' } });
      }
      expect(await ask(filter, '2021')).toMatchObject({ problem: { code: 'CURSOR_INVALID' } });
    });
  });
}
