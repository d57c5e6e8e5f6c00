import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Dataset } from '../../src/data/dataset.ts';
import { ProblemError } from '../../src/errors/problem.ts';
import type { Answer, GraphStore, Page } from '../../src/store/port.ts';
import { testDataset } from '../support/dataset.ts';
import {
  randomDataset,
  randomNode,
  someDirection,
  someKinds,
  someNodes,
  someProperties,
} from '../support/random-dataset.ts';
import { analyticsContract } from './analytics-contract.ts';
import { countContract } from './count-contract.ts';
import { drawingContract } from './drawing-contract.ts';
import { findContract } from './find-contract.ts';
import { formerIdsContract } from './former-ids-contract.ts';
import { Oracle } from './oracle.ts';
import { searchContract } from './search-contract.ts';
import { sourcesContract } from './sources-contract.ts';
import { suggestContract } from './suggest-contract.ts';
import { timeContract } from './time-contract.ts';
import { asking, expectList } from './walk.ts';
import { walkContract } from './walk-contract.ts';

export type MakeStore = (dataset: Dataset) => GraphStore | Promise<GraphStore>;

const size = fc.integer({ min: 1, max: 7 });
const sometimes = <T>(some: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(some, { nil: undefined });

/** Leaves out what is undefined: an absent condition, not one on nothing. */
const given = <T extends object>(filter: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined)) as never;

const statementFilter = fc
  .record({
    subjects: sometimes(someNodes),
    objects: sometimes(someNodes),
    about: sometimes(someNodes),
    properties: someProperties,
    kinds: someKinds,
    sources: sometimes(fc.subarray(['source:a', 'source:b', 'source:unknown'])),
    paragraphs: sometimes(fc.subarray([1, 2, 3, 99])),
    ranks: sometimes(fc.subarray(['preferred', 'normal', 'deprecated'] as const)),
    inferred: sometimes(fc.boolean()),
  })
  .map(given);

const sparseFilter = fc.oneof(
  statementFilter,
  // Most filters have one or two conditions, so that something is left.
  fc
    .tuple(statementFilter, fc.subarray(['subjects', 'about', 'properties', 'kinds', 'sources']))
    .map(([filter, kept]) =>
      Object.fromEntries(Object.entries(filter).filter(([name]) => kept.includes(name))),
    ),
);

function expectProblem(answer: Answer<unknown> | undefined, code: string, message?: RegExp): void {
  expect(answer).toBeInstanceOf(ProblemError);
  expect((answer as ProblemError).problem.code).toBe(code);
  if (message !== undefined) expect((answer as ProblemError).problem.message).toMatch(message);
}

/** What every `GraphStore` must do, whatever holds its graph. */
export function storeContract(name: string, makeStore: MakeStore): void {
  describe(`${name} keeps the contract of GraphStore:`, () => {
    lists(makeStore);
    batches(makeStore);
    cursorsAndBounds(makeStore);
    walkContract(makeStore);
    findContract(makeStore);
    drawingContract(makeStore);
    countContract(makeStore);
    searchContract(makeStore);
    sourcesContract(makeStore);
    formerIdsContract(makeStore);
    timeContract(makeStore);
    analyticsContract(makeStore);
    suggestContract(makeStore);
  });
}

function lists(makeStore: MakeStore): void {
  it('pages of statements are what a scan finds', async () => {
    await fc.assert(
      fc.asyncProperty(randomDataset, sparseFilter, size, async (dataset, filter, pageSize) => {
        const store = await makeStore(dataset);
        const expected = new Oracle(dataset).statements(filter);
        await expectList(asking(store.statementPages, { filter }), expected, pageSize);
      }),
    );
  });

  it('pages of neighbors are what a scan finds', async () => {
    const asked = fc
      .record({
        id: randomNode,
        properties: someProperties,
        direction: someDirection,
        kinds: someKinds,
      })
      .map((request) => ({ ...given(request), id: request.id, direction: request.direction }));
    await fc.assert(
      fc.asyncProperty(randomDataset, asked, size, async (dataset, request, pageSize) => {
        const store = await makeStore(dataset);
        const expected = new Oracle(dataset).neighbors(request);
        await expectList(asking(store.neighbors, request), expected, pageSize);
      }),
      { numRuns: 300 },
    );
  });

  it('pages of disagreements are parts of the one list', async () => {
    const dataset = testDataset([
      ['conference:a', 'ordinal', 1],
      ['conference:a', 'ordinal', 2],
      ['conference:b', 'ordinal', 1],
      ['conference:b', 'ordinal', 3],
      ['conference:b', 'sessionCount', [9], { qualifiers: { scope: 'online' } }],
      ['conference:b', 'sessionCount', [20]],
    ]);
    const store = await makeStore(dataset);
    const all = (await asking(store.disagreements, {})({ first: 10 })).items.map(
      ({ value }) => value,
    );
    expect(all.map(({ about, property, kind }) => [about.id, property, kind])).toEqual([
      ['conference:a', 'ordinal', 'contradiction'],
      ['conference:b', 'ordinal', 'contradiction'],
      ['conference:b', 'sessionCount', 'different-scope'],
    ]);
    await expectList(asking(store.disagreements, {}), all, 1);
    await expectList(asking(store.disagreements, { about: ['conference:b'] }), all.slice(1), 1);
    await expectList(
      asking(store.disagreements, { about: ['conference:b'], properties: ['ordinal'] }),
      all.slice(1, 2),
      1,
    );
    const kinds = ['different-scope'] as const;
    await expectList(asking(store.disagreements, { kinds }), all.slice(2), 1);
    await expectList(asking(store.disagreements, { about: ['conference:unknown'] }), [], 1);
  });

  it('disagreements of statements, and those that involve entities, are what a scan finds', async () => {
    const some = fc.array(fc.nat(), { maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(randomDataset, some, some, size, async (dataset, these, ends, pageSize) => {
        const store = await makeStore(dataset);
        const { items } = await asking(store.disagreements, {})({ first: 1000 });
        const all = items.map(({ value }) => value);
        // Rivals first, so that there is something to find.
        const rivals = [...all.flatMap((one) => one.statements), ...dataset.statements];
        const chosen = rivals.length === 0 ? [] : these.map((n) => rivals[n % rivals.length]!.id);
        await expectList(
          asking(store.disagreements, { statements: chosen }),
          all.filter((one) => one.statements.some(({ id }) => chosen.includes(id))),
          pageSize,
        );
        const involving = ends.map((n) => dataset.entities[n % dataset.entities.length]!.id);
        const has = (id: string): boolean => involving.includes(id);
        await expectList(
          asking(store.disagreements, { involving }),
          all.filter(
            ({ about, statements }) =>
              has(about.id) ||
              statements.some(
                ({ subject, value }) => has(subject) || (value.type === 'entity' && has(value.id)),
              ),
          ),
          pageSize,
        );
      }),
      { numRuns: 200 },
    );
  });
}

const small = testDataset(
  [
    ['person:a', 'attends', 'conference:c'],
    ['person:b', 'attends', 'conference:c', { citations: [['source:a', 3, true]] }],
    ['person:b', 'chairs', 'conference:c'],
    ['conference:c', 'theme', 'Chủ đề'],
  ],
  { 'person:lone': 'Một mình' },
);

function batches(makeStore: MakeStore): void {
  it('answers stand in the order of the requests, null where nothing is', async () => {
    const store = await makeStore(small);
    const ids = ['person:b', 'person:unknown', 'person:a', 'person:b'];
    expect(await store.entities(ids)).toEqual(
      ids.map((id) => small.entities.find((entity) => entity.id === id) ?? null),
    );
    const statements = ['unknown', ...small.statements.map(({ id }) => id).reverse()];
    expect(await store.statements(statements)).toEqual(
      statements.map((id) => small.statements.find((one) => one.id === id) ?? null),
    );
    expect(await store.entities([])).toEqual([]);
  });

  it('one bad request spoils no other', async () => {
    const store = await makeStore(small);
    const page = { first: 1 };
    const answers = await store.neighbors([
      { id: 'person:a', direction: 'out', page },
      { id: 'person:a', direction: 'out', page: { first: 1, after: 'nonsense' } },
      { id: 'person:unknown', direction: 'out', page },
      { id: 'conference:c', direction: 'in', page },
    ]);
    expect(answers).toHaveLength(4);
    expect((answers[0] as Page<unknown>).totalCount).toBe(1);
    expectProblem(answers[1], 'CURSOR_INVALID');
    expect(answers[2]).toBeNull();
    expect((answers[3] as Page<unknown>).totalCount).toBe(3);
  });

  it('absent is null only where the contract says so', async () => {
    const store = await makeStore(small);
    const around = { depth: 1, direction: 'both', limit: 5 } as const;
    const [unknown, one] = await store.neighborhoods([
      { ...around, ids: ['person:unknown'] },
      { ...around, ids: ['person:unknown', 'person:lone'] },
    ]);
    expect(unknown).toBeNull();
    expect(one).toMatchObject({ nodes: [{ distance: 0 }], edges: [], truncated: null });
    const paths = { maxHops: 3, count: 1, by: 'hops', direction: 'both' } as const;
    const [noEnd, noPath] = await store.paths([
      { ...paths, from: 'person:a', to: 'person:unknown' },
      { ...paths, from: 'person:a', to: 'person:lone' },
    ]);
    expect(noEnd).toBeNull();
    expect(noPath).toEqual({ paths: [], truncated: null });
  });

  it('says what it holds, and that does not change', async () => {
    const store = await makeStore(small);
    const meta = store.meta();
    expect(meta.version).toBe(small.version);
    expect(meta.ontology).toBe(small.ontology);
    expect(meta.counts).toEqual({
      entities: small.entities.length,
      statements: 4,
      edges: 3,
      citations: 4,
      sources: 2,
    });
    await store.search([{ query: 'chủ đề', page: { first: 1 } }]);
    expect(store.meta()).toEqual(meta);
    const [entity] = await store.entities(['person:a']);
    expect(() => Object.assign(entity as object, { kind: 'changed' })).toThrow();
  });
}

function cursorsAndBounds(makeStore: MakeStore): void {
  const cursorOf = async (store: GraphStore): Promise<string> => {
    const [page] = await store.statementPages([{ page: { first: 1 } }]);
    return (page as Page<unknown>).items[0]!.cursor;
  };

  it('refuses a cursor that is damaged, of other data or of another list, and says which', async () => {
    const store = await makeStore(small);
    const cursor = await cursorOf(store);
    const changed = `${cursor.slice(0, 8)}${cursor[8] === 'A' ? 'B' : 'A'}${cursor.slice(9)}`;
    for (const damaged of ['', 'nonsense', '!', `${cursor}A`, cursor.slice(1), changed]) {
      for (const page of [{ after: damaged }, { before: damaged }]) {
        const [answer] = await store.statementPages([{ page: { first: 1, ...page } }]);
        expectProblem(answer, 'CURSOR_INVALID', /damaged/);
      }
    }
    const other = await makeStore(testDataset([['person:a', 'attends', 'conference:d']]));
    const [foreign] = await other.statementPages([{ page: { first: 1, after: cursor } }]);
    expectProblem(foreign, 'CURSOR_INVALID', /version/);
    const page = { first: 1, after: cursor };
    const [filtered] = await store.statementPages([{ filter: { kinds: ['person'] }, page }]);
    expectProblem(filtered, 'CURSOR_INVALID', /another filter, order or date/);
    const [entities] = await store.entityPages([{ page }]);
    expectProblem(entities, 'CURSOR_INVALID', /another filter, order or date/);
  });

  it('takes a cursor for the same filter written in another order', async () => {
    const store = await makeStore(small);
    const ask = (filter: object) =>
      asking(store.statementPages, { filter: { properties: ['attends', 'chairs'], ...filter } });
    const first = await ask({ kinds: ['person', 'body'] })({ first: 1 });
    const again = asking(store.statementPages, {
      filter: { kinds: ['body', 'person'], properties: ['chairs', 'attends'] },
    });
    const rest = await again({ first: 5, after: first.items[0]!.cursor });
    expect(rest.items).toHaveLength(2);
  });

  it('cuts a page without a size, and refuses sizes out of bounds', async () => {
    const many = testDataset(
      Array.from({ length: 300 }, (_, index) => [`person:n${index}`, 'attends', 'conference:c']),
    );
    const store = await makeStore(many);
    const unsized = await asking(store.statementPages, {})({});
    expect(unsized.items.length).toBeLessThan(300);
    expect(unsized).toMatchObject({ totalCount: 300, hasNextPage: true });
    for (const page of [{ first: -1 }, { last: 1.5 }, { first: 1e9 }, { first: Number.NaN }]) {
      const [answer] = await store.statementPages([{ page }]);
      expectProblem(answer, 'ARGUMENT_OUT_OF_RANGE');
    }
    const around = { ids: ['person:n1'], depth: 1, direction: 'both', limit: 3 } as const;
    for (const wrong of [{ depth: -1 }, { limit: 0 }, { limit: 1e9 }]) {
      const [answer] = await store.neighborhoods([{ ...around, ...wrong }]);
      expectProblem(answer, 'ARGUMENT_OUT_OF_RANGE');
    }
    const ends = { from: 'person:n1', to: 'person:n2', direction: 'both' } as const;
    const [answer] = await store.paths([{ ...ends, by: 'hops', count: 1, maxHops: -1 }]);
    expectProblem(answer, 'ARGUMENT_OUT_OF_RANGE');
  });
}
