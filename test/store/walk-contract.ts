import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Dataset } from '../../src/data/dataset.ts';
import type { Answer, Call, GraphStore, PathRequest, PathsAnswer } from '../../src/store/port.ts';
import { type TerseRecord, testDataset } from '../support/dataset.ts';
import {
  randomDataset,
  randomNode,
  someDirection,
  someKinds,
  someNodes,
  someProperties,
} from '../support/random-dataset.ts';
import type { MakeStore } from './contract.ts';
import { asking, expectList } from './walk.ts';
import { WalkOracle } from './walk-oracle.ts';

const sometimes = <T>(some: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(some, { nil: undefined });

const someDate = fc.option(fc.constantFrom('2021', '2021-12', '2021-12-18', '2022'), {
  nil: undefined,
  freq: 2,
});

/** Leaves out what is undefined: an absent condition, not one on nothing. */
function given<T extends object>(request: T): { [Name in keyof T]: Exclude<T[Name], undefined> } {
  return Object.fromEntries(
    Object.entries(request).filter(([, value]) => value !== undefined),
  ) as never;
}

const pageSize = fc.integer({ min: 1, max: 7 });

const pathRequest = fc
  .record({
    from: randomNode,
    to: randomNode,
    maxHops: fc.nat(6),
    count: fc.integer({ min: 1, max: 8 }),
    by: fc.constantFrom('hops' as const, 'weight' as const),
    properties: someProperties,
    avoidProperties: someProperties,
    kinds: someKinds,
    avoidKinds: someKinds,
    avoid: fc.option(someNodes, { nil: undefined, freq: 1 }),
    direction: someDirection,
    asOf: someDate,
  })
  .map((request): PathRequest => given(request));

/** An answer that must be there. */
function whole<T>(answer: Answer<T> | undefined): T {
  if (answer instanceof Error) throw answer;
  expect(answer ?? null).not.toBeNull();
  return answer as T;
}

async function paths(store: GraphStore, request: PathRequest, call?: Call): Promise<PathsAnswer> {
  const [answer] = await store.paths([request], call);
  return whole(answer);
}

/** A call that is stopped once it has been asked so many times. */
const stoppedAfter = (times: number): Call => {
  let asked = 0;
  return {
    stopped() {
      asked += 1;
      return asked > times;
    },
  };
};

/** What leads from where to where, and says truly when there is no more. */
export function walkContract(makeStore: MakeStore): void {
  describe('walks', () => {
    onPaths(makeStore);
    onHubs(makeStore);
    around(makeStore);
    onDeadlines(makeStore);
  });
}

function onPaths(makeStore: MakeStore): void {
  it('paths are the first of all paths, and nothing is hidden unless they say so', async () => {
    await fc.assert(
      fc.asyncProperty(
        randomDataset,
        fc.array(pathRequest, { minLength: 1, maxLength: 4 }),
        async (dataset, requests) => {
          const store = await makeStore(dataset);
          const oracle = new WalkOracle(dataset);
          for (const request of requests) {
            const { maxHops, count, by } = request;
            const all = oracle.paths(request);
            const within = all.filter(({ statements }) => statements.length <= maxHops);
            const answer = await paths(store, request);
            expect(answer.paths).toEqual(within.slice(0, count));
            if (answer.truncated === null) {
              expect(answer.paths).toEqual(all.slice(0, count));
            } else {
              expect(answer.truncated).toEqual({ reason: 'hops', bound: maxHops });
              // Each of seven entities once: no path has more than six hops.
              expect(maxHops).toBeLessThan(6);
              if (by === 'hops') expect(answer.paths.length).toBeLessThan(count);
            }
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  const ladder = testDataset([
    ['person:a', 'attends', 'conference:1'],
    ['person:a', 'chairs', 'conference:1'],
    ['person:b', 'attends', 'conference:1'],
    ['person:a', 'attends', 'conference:2'],
    ['conference:2', 'partOf', 'body:long'],
    ['person:b', 'attends', 'body:long'],
    ['person:alone', 'theme', 'x'],
  ]);
  const ends = { from: 'person:a', to: 'person:b', direction: 'both' } as const;

  it('parallel statements do not make paths of their own', async () => {
    const store = await makeStore(ladder);
    const request = { ...ends, by: 'hops', maxHops: 6, count: 5 } as const;
    const { paths: found, truncated } = await paths(store, request);
    expect(found.map(({ cost }) => cost)).toEqual([2, 3]);
    expect(found[0]!.statements[0]!.property).toBe('attends');
    expect(truncated).toBeNull();
  });

  it('tells none within the hops, or not all, from none at all', async () => {
    const store = await makeStore(ladder);
    const request = { ...ends, by: 'hops', maxHops: 2, count: 2 } as const;
    const hops = (bound: number) => ({ reason: 'hops', bound });
    expect(await paths(store, request)).toMatchObject({ paths: [{ cost: 2 }], truncated: hops(2) });
    for (const by of ['hops', 'weight'] as const) {
      const few = { ...request, by, maxHops: 1 };
      expect(await paths(store, few)).toEqual({ paths: [], truncated: hops(1) });
      const none = { ...few, to: 'person:alone' };
      expect(await paths(store, none)).toEqual({ paths: [], truncated: null });
      // Two hops reach all that there is around the other end, so that more would not help.
      const closed = { ...none, from: 'person:alone', to: 'person:a', maxHops: 2 };
      expect(await paths(store, closed)).toEqual({ paths: [], truncated: null });
    }
  });

  it('by weight, a cheaper path of more hops than allowed is told of', async () => {
    const busy = Array.from(
      { length: 20 },
      (_, index): TerseRecord => [`person:n${index}`, 'attends', 'conference:1'],
    );
    const store = await makeStore(testDataset([...busy, ...LADDER]));
    const request = { ...ends, by: 'weight', maxHops: 3, count: 1 } as const;
    const detour = await paths(store, request);
    expect(detour).toMatchObject({ paths: [{ statements: [{}, {}, {}] }], truncated: null });
    const short = await paths(store, { ...request, maxHops: 2 });
    expect(short).toMatchObject({
      paths: [{ statements: [{}, {}] }],
      truncated: { reason: 'hops', bound: 2 },
    });
    expect(short.paths[0]!.cost).toBeGreaterThan(detour.paths[0]!.cost);
    const byHops = await paths(store, { ...request, by: 'hops' });
    expect(byHops.paths[0]!.entities[1]!.id).toBe('conference:1');
  });

  it('by weight, so is one that leaves a path found within the hops', async () => {
    const busy = Array.from(
      { length: 20 },
      (_, index): TerseRecord => [`person:n${index}`, 'attends', 'conference:y'],
    );
    const dataset = testDataset([
      ...busy,
      ['person:a', 'attends', 'conference:y'],
      ['person:b', 'attends', 'conference:y'],
      ['person:a', 'attends', 'conference:x'],
      ['person:b', 'attends', 'conference:x'],
      ['conference:x', 'partOf', 'body:r'],
      ['person:b', 'attends', 'body:r'],
    ]);
    const store = await makeStore(dataset);
    const request = { ...ends, by: 'weight', maxHops: 3, count: 2 } as const;
    const second = async (maxHops: number) => {
      const { paths: found, truncated } = await paths(store, { ...request, maxHops });
      return { through: found[1]!.entities.at(-2)!.id, truncated };
    };
    expect(await second(3)).toEqual({ through: 'body:r', truncated: null });
    expect(await second(2)).toEqual({
      through: 'conference:y',
      truncated: { reason: 'hops', bound: 2 },
    });
  });

  it.each(['body:p', 'conference:p'])('equally heavy ways are told apart by ids: %s', async (p) => {
    // Eight are joined to one, and two to each of three: three logarithms of 2 are one of 8.
    const crowd = Array.from(
      { length: 6 },
      (_, index): TerseRecord => [`person:n${index}`, 'attends', 'body:x'],
    );
    const dataset = testDataset([
      ...crowd,
      ['person:a', 'attends', 'body:x'],
      ['person:b', 'attends', 'body:x'],
      ['person:a', 'attends', p],
      [p, 'partOf', 'country:q'],
      ['country:q', 'partOf', 'country:r'],
      ['person:b', 'attends', 'country:r'],
    ]);
    const store = await makeStore(dataset);
    const request = { ...ends, by: 'weight', maxHops: 6, count: 2 } as const;
    const { paths: found } = await paths(store, request);
    expect(found.map(({ cost }) => cost)).toEqual([8, 8]);
    const seconds = found.map(({ entities }) => entities[1]!.id);
    expect(seconds).toEqual([p, 'body:x'].sort());
    const [first] = (await paths(store, { ...request, count: 1 })).paths;
    expect(first).toEqual(found[0]);
  });

  it('an end is known or the answer is null; bounds are kept', async () => {
    const store = await makeStore(ladder);
    const request = { ...ends, by: 'hops', maxHops: 2, count: 1 } as const;
    const answers = await store.paths([
      { ...request, to: 'person:unknown' },
      { ...request, count: 0 },
      { ...request, maxHops: 1000 },
    ]);
    expect(answers[0]).toBeNull();
    expect(answers.slice(1)).toMatchObject([
      { problem: { code: 'ARGUMENT_OUT_OF_RANGE' } },
      { problem: { code: 'ARGUMENT_OUT_OF_RANGE' } },
    ]);
  });

  it('there is no way from what is not there at the date', async () => {
    const founded = testDataset([
      ['body:new', 'periodStart', '2030'],
      ['person:a', 'attends', 'body:new'],
    ]);
    const store = await makeStore(founded);
    const request = { from: 'body:new', to: 'body:new', direction: 'both' } as const;
    const asked = { ...request, by: 'hops', maxHops: 2, count: 1 } as const;
    expect((await paths(store, asked)).paths).toHaveLength(1);
    expect((await paths(store, { ...asked, asOf: '2020' })).paths).toEqual([]);
    const [there] = await store.neighborhoods([
      { ids: ['body:new', 'person:a'], depth: 1, direction: 'both', limit: 5, asOf: '2020' },
    ]);
    expect(whole(there).nodes.map(({ entity }) => entity.id)).toEqual(['person:a']);
  });
}

const LADDER: readonly TerseRecord[] = [
  ['person:a', 'attends', 'conference:1'],
  ['person:b', 'attends', 'conference:1'],
  ['person:a', 'attends', 'conference:2'],
  ['conference:2', 'partOf', 'body:long'],
  ['person:b', 'attends', 'body:long'],
];

function onHubs(makeStore: MakeStore): void {
  const crowd = Array.from(
    { length: 60 },
    (_, index): TerseRecord => [`person:n${index}`, 'attends', 'conference:1'],
  );
  const dataset = testDataset([...crowd, ...LADDER]);

  it('paths pass through no hub where that is asked, but may begin and end at one', async () => {
    const store = await makeStore(dataset);
    const request: PathRequest = {
      from: 'person:a',
      to: 'person:b',
      direction: 'both',
      by: 'hops',
      maxHops: 6,
      count: 1,
    };
    const through = async (more: Partial<PathRequest>): Promise<string[]> =>
      (await paths(store, { ...request, ...more })).paths[0]!.entities.map(({ id }) => id);
    expect(await through({})).toEqual(['person:a', 'conference:1', 'person:b']);
    for (const by of ['hops', 'weight'] as const) {
      expect(await through({ by, avoidHubs: true })).toEqual([
        'person:a',
        'conference:2',
        'body:long',
        'person:b',
      ]);
    }
    expect(await through({ to: 'conference:1', avoidHubs: true })).toHaveLength(2);
  });

  it('a hub is no neighbor that tells two entities related', async () => {
    const store = await makeStore(dataset);
    const ids = async (id: string): Promise<string[]> =>
      (await asking(store.related, { id })({ first: 100 })).items.map(
        ({ value }) => value.entity.id,
      );
    expect(await ids('person:n1')).toEqual([]);
    expect(await ids('person:a')).toEqual(['body:long']);
    // What is asked about may be one, and so may the answer.
    expect(await ids('conference:1')).toEqual(['body:long', 'conference:2']);
    expect(await ids('body:long')).toEqual(['conference:1', 'person:a']);
  });
}

function around(makeStore: MakeStore): void {
  it('neighborhoods are what a scan finds, at any date', async () => {
    const asked = fc
      .record({
        ids: someNodes,
        depth: fc.nat(3),
        direction: someDirection,
        properties: someProperties,
        kinds: someKinds,
        limit: fc.integer({ min: 1, max: 8 }),
        asOf: someDate,
      })
      .map(given);
    await fc.assert(
      fc.asyncProperty(randomDataset, asked, async (dataset, request) => {
        const store = await makeStore(dataset);
        const oracle = new WalkOracle(dataset);
        const [found] = await store.neighborhoods([request]);
        const expected = request.ids.some((id) => oracle.has(id))
          ? oracle.neighborhood(request)
          : null;
        expect(found).toEqual(expected);
      }),
      { numRuns: 200 },
    );
  });

  it('pages of common neighbors are what a scan finds', async () => {
    const asked = fc
      .record({
        ids: fc.array(randomNode, { minLength: 2, maxLength: 3 }),
        properties: someProperties,
        kinds: someKinds,
        direction: someDirection,
        asOf: someDate,
      })
      .map(given);
    await fc.assert(
      fc.asyncProperty(randomDataset, asked, pageSize, async (dataset, request, size) => {
        const store = await makeStore(dataset);
        const expected = new WalkOracle(dataset).commonNeighbors(request);
        await expectList(asking(store.commonNeighbors, request), expected, size);
      }),
      { numRuns: 300 },
    );
  });

  it('pages of related entities are what a scan finds', async () => {
    const asked = fc.record({ id: randomNode, kinds: someKinds, asOf: someDate }).map(given);
    await fc.assert(
      fc.asyncProperty(randomDataset, asked, pageSize, async (dataset, request, size) => {
        const store = await makeStore(dataset);
        const expected = new WalkOracle(dataset).related(request);
        await expectList(asking(store.related, request), expected, size);
      }),
      { numRuns: 200 },
    );
  });

  it('pages of a trace are what a scan finds, and say whether there is more', async () => {
    const asked = fc
      .record({
        id: randomNode,
        flow: sometimes(fc.constantFrom('forward' as const, 'backward' as const)),
        kinds: someKinds,
        maxHops: fc.nat(6),
        asOf: someDate,
      })
      .map(given);
    await fc.assert(
      fc.asyncProperty(randomDataset, asked, pageSize, async (dataset, request, size) => {
        const store = await makeStore(dataset);
        const { kinds: _, ...ofAnyKind } = request;
        const isFar = ({ path }: { path: { cost: number } }): boolean =>
          path.cost > request.maxHops;
        const oracle = new WalkOracle(dataset);
        const expected = oracle.trace(request).filter((one) => !isFar(one));
        await expectList(asking(store.traces, request), expected, size);
        const [answer] = await store.traces([{ ...request, page: { first: 1 } }]);
        const truncated = oracle.trace(ofAnyKind).some(isFar)
          ? { reason: 'hops', bound: request.maxHops }
          : null;
        expect(whole(answer).truncated).toEqual(truncated);
      }),
      { numRuns: 300 },
    );
  });

  it('is null where an entity is unknown', async () => {
    const store = await makeStore(testDataset(LADDER));
    const page = { first: 5 };
    const ids = ['person:a', 'person:unknown'];
    expect(await store.commonNeighbors([{ ids, direction: 'both', page }])).toEqual([null]);
    expect(await store.related([{ id: 'person:unknown', page }])).toEqual([null]);
    expect(await store.traces([{ id: 'person:unknown', maxHops: 2, page }])).toEqual([null]);
    const [one] = await store.commonNeighbors([{ ids: ['person:a'], direction: 'both', page }]);
    expect(one).toMatchObject({ problem: { code: 'ARGUMENT_OUT_OF_RANGE' } });
  });
}

function onDeadlines(makeStore: MakeStore): void {
  /** Thousands of nodes on thousands of ways, so that long work asks more than once. */
  const wide: Dataset = testDataset(
    Array.from({ length: 3000 }, (_, index): TerseRecord[] => [
      ['body:a', 'chairs', `person:${index}`],
      [`person:${index}`, 'chairs', `country:${index}`],
      [`country:${index}`, 'chairs', 'body:b'],
    ]).flat(),
  );
  const request: PathRequest = {
    from: 'body:a',
    to: 'body:b',
    direction: 'both',
    by: 'hops',
    maxHops: 6,
    count: 3,
  };

  it.each(['hops', 'weight'] as const)(
    'paths by %s that are stopped are the first so far, and say after how many nodes',
    async (by) => {
      const store = await makeStore(wide);
      const asked = { ...request, by };
      const all = await paths(store, asked, stoppedAfter(Number.POSITIVE_INFINITY));
      expect(all).toMatchObject({ paths: [{}, {}, {}], truncated: null });
      expect(await paths(store, asked, stoppedAfter(0))).toEqual({
        paths: [],
        truncated: { reason: 'time', bound: 0 },
      });
      let fewest = 0;
      for (let times = 1; ; times += 1) {
        const some = await paths(store, asked, stoppedAfter(times));
        expect(some.paths).toEqual(all.paths.slice(0, some.paths.length));
        expect(some.paths.length).toBeGreaterThanOrEqual(fewest);
        fewest = some.paths.length;
        if (some.truncated === null) break;
        expect(some.truncated).toEqual({ reason: 'time', bound: times * 1000 });
      }
      expect(fewest).toBe(3);
    },
  );

  it('a neighborhood that is stopped holds what was found so far', async () => {
    const store = await makeStore(wide);
    const asked = { ids: ['body:a'], depth: 3, direction: 'both', limit: 7000 } as const;
    const ask = async (times: number) => {
      const [answer] = await store.neighborhoods([asked], stoppedAfter(times));
      return whole(answer);
    };
    expect((await ask(9)).truncated).toBeNull();
    expect(await ask(0)).toMatchObject({
      nodes: [{ distance: 0 }],
      truncated: { reason: 'time', bound: 0 },
    });
    const half = await ask(2);
    expect(half.truncated).toEqual({ reason: 'time', bound: 2000 });
    expect(half.nodes.length).toBe(1 + 3000 + 1999);
  });

  it('a trace that is stopped holds what was found so far', async () => {
    const store = await makeStore(wide);
    const asked = { id: 'body:a', maxHops: 5, page: { first: 1 } } as const;
    const ask = async (times: number) => {
      const [answer] = await store.traces([asked], stoppedAfter(times));
      return whole(answer);
    };
    expect(await ask(99)).toMatchObject({ totalCount: 6001, truncated: null });
    expect(await ask(0)).toMatchObject({ totalCount: 0, truncated: { reason: 'time', bound: 0 } });
    const some = await ask(2);
    expect(some.truncated).toEqual({ reason: 'time', bound: 2000 });
    expect(some.totalCount).toBeGreaterThan(3000);
    expect(some.totalCount).toBeLessThan(6001);
  });

  it('a list that cannot say that it is a part is an error when it is stopped', async () => {
    const store = await makeStore(wide);
    const page = { first: 1 };
    const common = { ids: ['body:a', 'body:b'], direction: 'both', page } as const;
    const [none] = await store.commonNeighbors([common], stoppedAfter(1));
    expect(none).toBeInstanceOf(Error);
    const [related] = await store.related([{ id: 'body:a', page }], stoppedAfter(1));
    expect(related).toBeInstanceOf(Error);
    const answers = await store.commonNeighbors([common], stoppedAfter(99));
    expect(answers).toMatchObject([{ totalCount: 0 }]);
  });
}
