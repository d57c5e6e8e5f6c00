import { setImmediate as turn } from 'node:timers/promises';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { StoppedError } from '../../src/errors/stopped.ts';
import { defaultLimits } from '../../src/graphql/limits/limits.ts';
import type { GraphStore, NeighborhoodRequest, NeighborsRequest } from '../../src/store/port.ts';
import { type RunningApplication, startApplication } from '../support/application.ts';

/** A hundred entities, of each twenty pages of relations: two thousand questions to the store. */
const many = `{ entities(first: 100) { nodes { ${Array.from(
  { length: 20 },
  (_, index) => `r${index}: relations(first: 1) { totalCount }`,
).join(' ')} } } }`;
const total = 2_000;

let ahead = 0;
let application: RunningApplication | undefined;
afterEach(async () => {
  vi.restoreAllMocks();
  ahead = 0;
  await application?.stop();
  application = undefined;
});

/** Lets the clock go on by the work of the store, and by nothing that would depend on the machine. */
function workingClock(): void {
  const real = performance.now.bind(performance);
  const start = real();
  vi.spyOn(performance, 'now').mockImplementation(() => start + ahead);
}

/** Asks one thing first: of a store of which nothing is known, all that a level asks is gathered into one call. */
async function start(...parts: Parameters<typeof startApplication>): Promise<RunningApplication> {
  const started = await startApplication(...parts);
  await started.ask({ query: '{ entity(id: "country:vnm") { relations { totalCount } } }' });
  return started;
}

/** A store that takes five milliseconds for a page of relations, and counts them. */
function slow(onCall: (count: number) => void = () => undefined) {
  const counted = { calls: 0 };
  const change = (store: GraphStore): GraphStore => ({
    ...store,
    neighbors: (requests: readonly NeighborsRequest[]) => {
      counted.calls += 1;
      ahead += 5;
      onCall(counted.calls);
      return store.neighbors(requests);
    },
  });
  return { counted, change };
}

const limits = { ...defaultLimits, time: 60_000 };

describe('a long request', () => {
  it('lets others have their turn', async () => {
    workingClock();
    let health: Promise<number> | undefined;
    const { counted, change } = slow((count) => {
      if (count === 10) {
        health = fetch(`${application!.address}/health/live`).then(() => counted.calls);
      }
    });
    application = await start({ limits }, change);
    const { status, answer } = await application.ask({ query: many });
    expect(status).toBe(200);
    expect(answer.data.entities.nodes).toHaveLength(100);
    expect(counted.calls).toBe(1 + total);
    expect(await health).toBeLessThan(total);
  });

  it('ends when whoever asked has gone', async () => {
    workingClock();
    const abort = new AbortController();
    const { counted, change } = slow((count) => {
      if (count === 10) abort.abort();
    });
    application = await start({ limits }, change);
    await expect(application.ask({ query: many }, {}, abort.signal)).rejects.toThrow('abort');
    // Far more turns than the whole of it would take.
    for (let each = 0; each < total; each += 1) await turn();
    expect(counted.calls).toBeGreaterThanOrEqual(10);
    expect(counted.calls).toBeLessThan(total);
    expect(application.logged).toEqual([]);
  });

  it.each(['application/json', 'application/graphql-response+json'])(
    'ends when its time is up, with one error, for %s',
    async (accept) => {
      workingClock();
      const { counted, change } = slow();
      application = await start({ limits: { ...limits, time: 5_000 } }, change);
      const { status, answer } = await application.ask({ query: many }, { accept });
      expect(status).toBe(400);
      expect(answer).not.toHaveProperty('data');
      expect(answer.errors).toHaveLength(1);
      expect(answer.errors[0]).toMatchObject({
        message: 'The answer was not ready within 5000 milliseconds.',
        extensions: { code: 'TIME_EXCEEDED' },
      });
      expect(answer.extensions.limits.time).toEqual({ allowed: 5_000 });
      expect(counted.calls).toBeGreaterThanOrEqual(1_000);
      expect(counted.calls).toBeLessThan(1_020);
    },
  );
});

describe('long work in the store', () => {
  const query =
    '{ neighborhood(ids: ["country:vnm"]) { nodes { distance } truncated { reason bound } } }';
  const working =
    (answer: 'what there is' | 'an error') =>
    (store: GraphStore): GraphStore => ({
      ...store,
      neighborhoods: (_requests: readonly NeighborhoodRequest[], call) => {
        let visited = 0;
        while (!call!.stopped()) {
          visited += 1;
          ahead += 10;
        }
        return answer === 'an error'
          ? [new StoppedError(visited)]
          : [{ nodes: [], edges: [], truncated: { reason: 'time', bound: visited } }];
      },
    });

  it('is told to end in time for what it found to be told', async () => {
    workingClock();
    application = await start({ limits: { ...limits, time: 5_000 } }, working('what there is'));
    const { status, answer } = await application.ask({ query });
    expect(status).toBe(200);
    expect(answer.data.neighborhood.truncated).toMatchObject({ reason: 'TIME' });
    expect(answer.data.neighborhood.truncated.bound).toBeLessThan(410);
  });

  it('that has nothing to tell has taken too long', async () => {
    workingClock();
    application = await start({ limits: { ...limits, time: 5_000 } }, working('an error'));
    const { status, answer } = await application.ask({ query });
    expect(status).toBe(400);
    expect(answer.errors).toMatchObject([{ extensions: { code: 'TIME_EXCEEDED' } }]);
    expect(application.logged).toEqual([]);
  });
});
