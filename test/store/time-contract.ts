import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Dataset } from '../../src/data/dataset.ts';
import { ProblemError } from '../../src/errors/problem.ts';
import type { Disagreement, NeighborsRequest, PageRequest } from '../../src/store/port.ts';
import { type TerseRecord, testDataset } from '../support/dataset.ts';
import { MomentOracle } from '../support/moment-oracle.ts';
import {
  randomDataset,
  randomNode,
  someDate,
  someDirection,
  someKinds,
  someNodes,
  someProperties,
} from '../support/random-dataset.ts';
import type { MakeStore } from './contract.ts';
import { Oracle } from './oracle.ts';
import { countsOf, reduced, seriesOf, timelineOf } from './time-oracle.ts';
import { asking, expectList } from './walk.ts';

type Around = Omit<NeighborsRequest, 'page'>;

const size = fc.integer({ min: 1, max: 7 });
const maybe = <T>(some: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(some, { nil: undefined });

/** Leaves out what is undefined: an absent condition, not one on nothing. */
const given = <T extends object>(request: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(request).filter(([, value]) => value !== undefined)) as never;

/** What a store answers as of a date, and about dates. */
export function timeContract(makeStore: MakeStore): void {
  describe('as of a date,', () => asOfDate(makeStore));
  describe('timelines', () => timelines(makeStore));
  describe('series', () => series(makeStore));
}

const holds = (person: string, qualifiers: Record<string, string>): TerseRecord => [
  `person:${person}`,
  'holdsOffice',
  'office:o',
  { qualifiers },
];

function asOfDate(makeStore: MakeStore): void {
  it('pages of statements hold those that hold', async () => {
    const filter = fc.record({ about: maybe(someNodes), properties: someProperties }).map(given);
    await fc.assert(
      fc.asyncProperty(randomDataset, filter, someDate, size, async (dataset, which, asOf, n) => {
        const store = await makeStore(dataset);
        const expected = new Oracle(reduced(dataset, asOf)).statements(which);
        await expectList(asking(store.statementPages, { filter: which, asOf }), expected, n);
      }),
    );
  });

  it('pages of neighbors hold those that a statement then joins', async () => {
    const asked = fc
      .record({
        id: randomNode,
        properties: someProperties,
        direction: someDirection,
        kinds: someKinds,
      })
      .map(given);
    await fc.assert(
      fc.asyncProperty(randomDataset, asked, someDate, size, async (dataset, request, asOf, n) => {
        const store = await makeStore(dataset);
        const moment = new MomentOracle(dataset, asOf);
        const expected = new Oracle(dataset)
          .neighbors(request)
          .filter(({ statement }) => moment.holds(statement));
        await expectList(asking(store.neighbors, { ...request, asOf }), expected, n);
      }),
      { numRuns: 300 },
    );
  });

  it('disagreements are those of which two rivals that differ hold, each whole', async () => {
    const differs = ({ about, statements }: Disagreement, moment: MomentOracle): boolean => {
      const held = statements.filter((one) => moment.holds(one));
      const said = held.map(({ subject, value }) =>
        value.type === 'entity' && value.id === about.id ? subject : JSON.stringify(value),
      );
      return said.some((one) => one !== said[0]);
    };
    await fc.assert(
      fc.asyncProperty(randomDataset, someDate, size, async (dataset, asOf, pageSize) => {
        const store = await makeStore(dataset);
        const { items } = await asking(store.disagreements, {})({ first: 1000 });
        const moment = new MomentOracle(dataset, asOf);
        const expected = items.map(({ value }) => value).filter((one) => differs(one, moment));
        await expectList(asking(store.disagreements, { asOf }), expected, pageSize);
      }),
      { numRuns: 200 },
    );
  });

  it('an example: who holds an office is in dispute while both do', async () => {
    const store = await makeStore(
      testDataset([
        holds('a', { from: '2020', to: '2024' }),
        holds('b', { from: '2022', to: '2025' }),
      ]),
    );
    const count = async (asOf: string): Promise<number> =>
      (await asking(store.disagreements, { asOf })({ first: 5 })).totalCount;
    expect(await Promise.all(['2021', '2023', '2025', '2026'].map(count))).toEqual([0, 1, 0, 0]);
  });

  it('an example: two statements that agree are no dispute, though a third will differ', async () => {
    const store = await makeStore(
      testDataset([
        holds('a', { from: '2020' }),
        holds('a', { at: '2022' }),
        holds('b', { at: '2025' }),
      ]),
    );
    const count = async (asOf: object): Promise<number> =>
      (await asking<object, unknown>(store.disagreements, asOf)({ first: 5 })).totalCount;
    expect(await count({})).toBeGreaterThan(0);
    expect(await count({ asOf: '2023' })).toBe(0);
  });

  it('counts are of what is there; without a date, of all', async () => {
    await fc.assert(
      fc.asyncProperty(randomDataset, maybe(someDate), async (dataset, asOf) => {
        const store = await makeStore(dataset);
        const [counts] = await store.counts([given({ asOf })]);
        expect(counts).toEqual(countsOf(dataset, asOf));
        if (asOf === undefined) expect(counts).toEqual(store.meta().counts);
      }),
    );
  });

  it('a list is another one than as of any other date', async () => {
    const store = await makeStore(
      testDataset([
        ['conference:c', 'ordinal', 1],
        ['conference:c', 'ordinal', 2],
        ['conference:c', 'startDate', '2021'],
        ['person:a', 'attends', 'conference:c'],
        ['person:b', 'attends', 'conference:c'],
        ['observation:o', 'observationOf', 'metric:m'],
        ['observation:o', 'amount', [7]],
      ]),
    );
    const node = { id: 'conference:c', direction: 'both' as const };
    const lists = [
      (asOf: string) => asking<object, unknown>(store.statementPages, { asOf }),
      (asOf: string) => asking<Around, unknown>(store.neighbors, { ...node, asOf }),
      (asOf: string) => asking<object, unknown>(store.disagreements, { asOf }),
      (asOf: string) => asking<object, unknown>(store.timelines, { asOf }),
      (asOf: string) =>
        asking<{ metric: string }, unknown>(store.series, { metric: 'metric:m', ...{ asOf } }),
    ];
    for (const list of lists) {
      const { items } = await list('2022')({ first: 1 });
      const page: PageRequest = { first: 1, after: items[0]!.cursor };
      await expect(list('2022')(page)).resolves.toBeDefined();
      const refused = await list('2023')(page).catch((error: unknown) => error);
      expect(refused).toBeInstanceOf(ProblemError);
      expect((refused as ProblemError).problem.code).toBe('CURSOR_INVALID');
    }
  });
}

function timelines(makeStore: MakeStore): void {
  const asked = fc
    .record({
      from: maybe(someDate),
      to: maybe(someDate),
      kinds: someKinds,
      properties: someProperties,
      about: maybe(someNodes),
      asOf: maybe(someDate),
      backwards: maybe(fc.boolean()),
    })
    // One or two conditions more often than many, so that something is left.
    .chain((request) =>
      fc
        .subarray(['from', 'to', 'kinds', 'properties', 'about', 'asOf', 'backwards'])
        .map((kept) =>
          given(
            Object.fromEntries(Object.entries(request).filter(([name]) => kept.includes(name))),
          ),
        ),
    );

  it('are what a scan finds, either way round', async () => {
    await fc.assert(
      fc.asyncProperty(randomDataset, asked, size, async (dataset, request, pageSize) => {
        const store = await makeStore(dataset);
        const expected = timelineOf(dataset, request);
        await expectList(asking(store.timelines, request), expected, pageSize);
        // Once more: what was kept of the first time serves as well.
        await expectList(asking(store.timelines, request), expected, pageSize);
      }),
      { numRuns: 400 },
    );
  });

  it('of an entity have its dates, those of what it is joined to, and no further ones', async () => {
    const store = await makeStore(
      testDataset([
        ['person:a', 'attends', 'conference:c'],
        ['person:a', 'holdsOffice', 'office:o', { qualifiers: { at: '2022-05' } }],
        ['conference:c', 'startDate', '2021-12'],
        ['conference:d', 'startDate', '2020'],
        ['person:b', 'attends', 'conference:d'],
        // A date of somebody else's holding the same office is not about this person.
        ['person:b', 'holdsOffice', 'office:o', { qualifiers: { at: '2019' } }],
      ]),
    );
    const { items } = await asking(store.timelines, { about: ['person:a'] })({ first: 10 });
    expect(items.map(({ value }) => [value.date, value.qualifier])).toEqual([
      ['2021-12', null],
      ['2022-05', 'at'],
    ]);
  });

  it('of a hub are paged through in order', async () => {
    const day = (n: number): string => `2021-${String((n % 12) + 1).padStart(2, '0')}`;
    const guests = Array.from({ length: 600 }, (_, n): TerseRecord[] => [
      [`body:n${n}`, 'attends', 'conference:hub'],
      [`body:n${n}`, 'periodStart', day(n)],
    ]).flat();
    const dataset = testDataset(guests);
    const store = await makeStore(dataset);
    const request = { about: ['conference:hub'] };
    const expected = timelineOf(dataset, request);
    expect(expected).toHaveLength(600);
    await expectList(asking(store.timelines, request), expected, 97);
  });
}

const METRICS = ['metric:m0', 'metric:m1'] as const;
const more = fc.record({
  rank: fc.constantFrom('normal', 'normal', 'preferred', 'deprecated'),
  qualifiers: fc.oneof(
    fc.constant({}),
    someDate.map((at) => ({ at })),
  ),
});
const observation = fc.integer({ min: 0, max: 4 }).map((n) => `observation:o${n}`);

const figures: fc.Arbitrary<Dataset> = fc
  .array(
    fc.oneof(
      fc.tuple(observation, fc.constant('observationOf'), fc.constantFrom(...METRICS), more),
      fc.tuple(
        observation,
        fc.constant('amount'),
        fc.integer({ min: 1, max: 9 }).map((n) => [n] as const),
        more,
      ),
      fc.tuple(
        observation,
        fc.constantFrom('periodStart', 'periodEnd', 'asOf'),
        someDate,
        fc.constant({}),
      ),
    ),
    { maxLength: 25, size: 'max' },
  )
  .map((records) => testDataset(records as readonly TerseRecord[], { [METRICS[0]]: 'M' }));

function series(makeStore: MakeStore): void {
  it('are what a scan finds, in the order of their times', async () => {
    await fc.assert(
      fc.asyncProperty(figures, maybe(someDate), size, async (dataset, asOf, pageSize) => {
        const store = await makeStore(dataset);
        const request = given({ metric: METRICS[0], asOf });
        await expectList(asking(store.series, request), seriesOf(dataset, request), pageSize);
      }),
      { numRuns: 300 },
    );
  });

  it('are of metrics only', async () => {
    const store = await makeStore(testDataset([], { [METRICS[0]]: 'M', 'person:a': 'A' }));
    const page = { first: 1 };
    const answers = await store.series([
      { metric: 'metric:unknown', page },
      { metric: METRICS[0], page },
      { metric: 'person:a', page },
    ]);
    expect(answers[0]).toBeNull();
    expect(answers[1]).toMatchObject({ totalCount: 0, items: [] });
    expect(answers[2]).toBeNull();
  });

  it('the own time of an entity is as its kind has it', async () => {
    await fc.assert(
      fc.asyncProperty(randomDataset, async (dataset) => {
        const store = await makeStore(dataset);
        const oracle = new MomentOracle(dataset, '2000');
        const ids = dataset.entities.map(({ id }) => id);
        expect(await store.times([...ids, 'person:unknown'])).toEqual([
          ...dataset.entities.map((entity) => oracle.own(entity)),
          null,
        ]);
      }),
    );
  });
}
