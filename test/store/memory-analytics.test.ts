import { describe, expect, it } from 'vitest';
import { ProblemError } from '../../src/errors/problem.ts';
import { computeInThread } from '../../src/graph/analytics/in-thread.ts';
import type { Analytics, PlainGraph } from '../../src/graph/analytics/model.ts';
import { buildGraph } from '../../src/graph/build.ts';
import { createMemoryStore } from '../../src/store/memory.ts';
import type { GraphStore } from '../../src/store/port.ts';
import { testDataset } from '../support/dataset.ts';

const dataset = testDataset([
  ['person:a', 'partOf', 'body:one'],
  ['person:b', 'partOf', 'body:one'],
]);

interface Waiting {
  readonly graph: PlainGraph;
  readonly resolve: (analytics: Analytics | Promise<Analytics>) => void;
  readonly reject: (error: Error) => void;
}

/** A store whose analytics are computed when the test says so. */
function waitingStore() {
  const waiting: Waiting[] = [];
  const clock = { now: 0 };
  const store = createMemoryStore(buildGraph(dataset), {
    compute: (graph) =>
      new Promise((resolve, reject) => {
        waiting.push({ graph, resolve, reject });
      }),
    now: () => clock.now,
  });
  return { store, waiting, clock };
}

const page = { first: 1 };
const askEach: readonly (readonly [string, (store: GraphStore) => unknown])[] = [
  ['measures', ({ measures }) => measures(['person:a'])],
  ['rankings', ({ rankings }) => rankings([{ metric: 'pageRank', page }])],
  ['rankings', ({ rankings }) => rankings([{ metric: 'betweenness', page }])],
  ['communities', ({ communities }) => communities([{ page }])],
  ['members', ({ members }) => members([{ community: 'community-1', page }])],
  ['analytics', ({ analytics }) => analytics([null])],
];

describe('analytics of the memory store', () => {
  it('are computed when first asked for, once', async () => {
    const { store, waiting } = waitingStore();
    expect(waiting).toHaveLength(0);
    const answers = askEach.map(([, ask]) => ask(store));
    expect(waiting).toHaveLength(1);
    waiting[0]!.resolve(computeInThread(waiting[0]!.graph));
    for (const answer of await Promise.all(answers)) {
      expect(answer).toEqual([expect.not.objectContaining({ message: expect.anything() })]);
    }
    expect(waiting).toHaveLength(1);
  });

  it.each(askEach)(
    'are waited for by %s, which answer at once when they are there',
    async (_, ask) => {
      const { store, waiting } = waitingStore();
      const answer = ask(store);
      expect(answer).toBeInstanceOf(Promise);
      waiting[0]!.resolve(computeInThread(waiting[0]!.graph));
      const later = await answer;
      expect(ask(store)).toEqual(later);
    },
  );

  it('keep what needs none of them from nothing', () => {
    const { store, waiting } = waitingStore();
    void store.analytics([null]);
    expect(store.connectedness(['body:one'])).toEqual([{ degree: 2, hub: false }]);
    expect(store.rankings([{ metric: 'degree', page }])).toMatchObject([
      { items: [{ value: { entity: { id: 'body:one' }, value: 2, position: 1 } }] },
    ]);
    expect(store.entities(['body:one'])).toMatchObject([{ id: 'body:one' }]);
    expect(waiting).toHaveLength(1);
  });

  it('that fail are an error of each request that needs them, until they are tried again', async () => {
    const { store, waiting, clock } = waitingStore();
    const problem = new ProblemError('ANALYTICS_UNAVAILABLE');
    const first = store.measures(['person:a', 'person:b']);
    waiting[0]!.reject(problem);
    expect(await first).toEqual([problem, problem]);
    expect(
      await store.rankings([
        { metric: 'pageRank', page },
        { metric: 'degree', page },
      ]),
    ).toEqual([problem, expect.objectContaining({ totalCount: 4 })]);
    clock.now = 59_999;
    expect(store.analytics([null])).toEqual([problem]);
    expect(waiting).toHaveLength(1);

    clock.now = 60_000;
    const again = store.analytics([null]);
    expect(waiting).toHaveLength(2);
    waiting[1]!.resolve(computeInThread(waiting[1]!.graph));
    expect(await again).toMatchObject([{ exact: true, communities: 1 }]);
  });
});
