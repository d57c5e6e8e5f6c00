import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { ProblemError } from '../../src/errors/problem.ts';
import { StoppedError } from '../../src/errors/stopped.ts';
import { createTurns } from '../../src/graphql/turns.ts';

const tooLong = { problem: { code: 'TIME_EXCEEDED' } };

function turns(options: { time?: number } = {}) {
  const clock = { now: 0 };
  return { clock, ...createTurns({ time: 1_000, ...options, now: () => clock.now }) };
}

describe('the turns of a request', () => {
  it('let a short one go on without a promise', () => {
    const { next } = turns();
    for (let each = 0; each < 800; each += 1) expect(next()).toBeUndefined();
  });

  it('let others have theirs however much time a single question takes', async () => {
    const { next, clock } = turns();
    const perTurn: number[] = [0];
    const count = (): void => {
      perTurn.push(0);
      if (perTurn.length < 100) setImmediate(count);
    };
    setImmediate(count);
    const all = Array.from({ length: 10 }, async () => {
      const turnOfThread = next();
      if (turnOfThread !== undefined) await turnOfThread;
      perTurn[perTurn.length - 1]! += 1;
      clock.now += 30;
    });
    await Promise.all(all);
    expect(Math.max(...perTurn)).toBe(1);
  });

  it('let others have theirs once it has kept the thread for long', async () => {
    const { next, clock } = turns();
    next();
    clock.now += 25;
    const waits = Array.from({ length: 20 }, () => next());
    const pauses = waits.filter((wait) => wait !== undefined);
    expect(pauses).toHaveLength(20);
    let others = false;
    setImmediate(() => {
      others = true;
    });
    await pauses[0];
    await turn();
    expect(others).toBe(true);
    expect(next()).toBeUndefined();
  });

  it('count from when others last had theirs', async () => {
    const { next, clock } = turns();
    for (let each = 0; each < 20; each += 1) {
      for (let question = 0; question < 8; question += 1) expect(next()).toBeUndefined();
      clock.now += 15;
      await turn();
    }
  });

  it('let those that wait go on in their order, until the next turn is over', async () => {
    const { next, clock } = turns();
    next();
    clock.now += 25;
    const order: number[] = [];
    const perTurn: number[] = [];
    let went = 0;
    const all = Array.from({ length: 60 }, (_, index) =>
      Promise.resolve(next()).then(() => {
        order.push(index);
        went += 1;
        clock.now += 1;
      }),
    );
    const count = (): void => {
      perTurn.push(went);
      went = 0;
      if (order.length < 60) setImmediate(count);
    };
    setImmediate(count);
    await Promise.all(all);
    expect(order).toEqual(Array.from({ length: 60 }, (_, index) => index));
    // A slice is of twenty milliseconds, and each takes one.
    expect(Math.max(...perTurn)).toBe(20);
  });

  it('come in the order in which requests wait, one between two looks at input and output', async () => {
    const requests = ['a', 'b', 'c'].map((name) => ({ name, ...turns() }));
    const slices: string[] = [];
    const all = requests.flatMap(({ name, next, clock }) => {
      next();
      clock.now += 25;
      return Array.from({ length: 40 }, () =>
        Promise.resolve(next()).then(() => {
          slices[slices.length - 1] += name;
          clock.now += 2;
        }),
      );
    });
    slices.push('');
    const count = (): void => {
      slices.push('');
      if (slices.join('').length < all.length) setImmediate(count);
    };
    setImmediate(count);
    await Promise.all(all);
    const went = slices.slice(1).filter((slice) => slice !== '');
    expect(went.map((slice) => new Set(slice).size)).toEqual(went.map(() => 1));
    expect('abc'.repeat(20)).toContain(went.map(([name]) => name).join(''));
    expect(went.length).toBeGreaterThan(6);
  });

  it('belong to the few that began first, so that many long ones do not end all too late', async () => {
    const order: number[] = [];
    const all = Array.from({ length: 12 }, async (_, index) => {
      const clock = { now: index };
      const { next } = createTurns({ time: 1_000, now: () => clock.now });
      next();
      for (let each = 0; each < 4; each += 1) {
        clock.now += 25;
        await next();
        order.push(index);
      }
    });
    await Promise.all(all);
    expect(new Set(order.slice(0, 12))).toEqual(new Set([0, 1, 2, 3]));
    expect(order).toHaveLength(48);
  });

  it('are refused to a long one when too many long ones wait', async () => {
    const all = Array.from({ length: 40 }, () => turns());
    const overs = all.map(({ next, clock, over }) => {
      next();
      clock.now += 25;
      void next();
      return Promise.race([over, turn()]);
    });
    const refused = (await Promise.all(overs)).filter((over) => over !== undefined);
    expect(refused).toHaveLength(8);
    for (const problem of refused)
      expect(problem).toMatchObject({ problem: { code: 'SERVER_BUSY' } });
    // The line goes on.
    const { next, clock } = turns();
    next();
    clock.now += 25;
    await next();
  });

  it('begin in the order in which requests came, not all between two looks at input and output', async () => {
    await turn();
    const clock = { now: 0 };
    const perLook: string[] = [''];
    const began = [1, 1, 30, 30, 1, 30].map(async (work, index) => {
      // All come between the same two looks.
      await turn();
      await createTurns({ time: 1_000, now: () => clock.now }).begin();
      perLook.push(`${perLook.pop()}${index}`);
      clock.now += work;
    });
    const count = (): void => {
      perLook.push('');
      if (perLook.length < 20) setImmediate(count);
    };
    setImmediate(count);
    await Promise.all(began);
    expect(perLook.filter((look) => look !== '')).toEqual(['012', '3', '45']);
  });

  it('begin sooner as a further part of what has begun than as something new', async () => {
    await turn();
    const clock = { now: 0 };
    const order: string[] = [];
    const now = () => clock.now;
    expect(createTurns({ time: 1_000, now }).begin()).toBeUndefined();
    clock.now += 5;
    const begun = ['new', 'further', 'new', 'further'].map(async (name) => {
      await createTurns({ time: 1_000, now }).begin(name === 'further');
      order.push(name);
      clock.now += 5;
    });
    await Promise.all(begun);
    expect(order).toEqual(['further', 'further', 'new', 'new']);
  });

  it('do not begin once nobody waits', async () => {
    const { begin, end } = turns();
    end();
    let began = false;
    void Promise.resolve(begin()).then(() => {
      began = true;
    });
    await turn();
    expect(began).toBe(false);
  });

  it('never come again once its time is over', async () => {
    const { next, clock, over } = turns({ time: 100 });
    next();
    clock.now = 100;
    for (let each = 0; each < 8; each += 1) next();
    expect(await over).toMatchObject(tooLong);
    let settled = false;
    void Promise.resolve(next()).finally(() => {
      settled = true;
    });
    await turn();
    expect(settled).toBe(false);
  });

  it('never come again once nobody waits', async () => {
    const { next, clock, call, end } = turns();
    next();
    clock.now += 25;
    const waits = Array.from({ length: 20 }, () => next()).filter((wait) => wait !== undefined);
    let settled = 0;
    for (const wait of waits) void wait.then(() => (settled += 1));
    expect(call.stopped()).toBe(false);
    end();
    expect(call.stopped()).toBe(true);
    await turn();
    await turn();
    expect(settled).toBe(0);
  });

  it('are over by the clock on the wall, should the store never answer', async () => {
    expect(await createTurns({ time: 1, now: () => 0 }).over).toMatchObject(tooLong);
  });

  it('are refused, not said to have taken too long, to one that was kept waiting for most of its time', async () => {
    const one = turns({ time: 100 });
    one.next();
    one.clock.now = 25;
    const turnOfThread = one.next();
    one.clock.now = 90;
    await turnOfThread;
    one.clock.now = 100;
    void one.next();
    expect(await one.over).toMatchObject({ problem: { code: 'SERVER_BUSY' } });

    const other = turns({ time: 100 });
    other.next();
    other.clock.now = 60;
    const nextTurn = other.next();
    other.clock.now = 90;
    await nextTurn;
    other.clock.now = 100;
    void other.next();
    expect(await other.over).toMatchObject(tooLong);
  });

  it('are refused to one that could not begin in its time', async () => {
    const clock = { now: 0 };
    const now = () => clock.now;
    createTurns({ time: 1_000, now }).begin();
    clock.now = 5;
    // Others keep the thread.
    const { begin, next, over } = createTurns({ time: 100, now });
    const turnToBegin = begin();
    expect(turnToBegin).toBeInstanceOf(Promise);
    clock.now = 105;
    await turn();
    void next();
    expect(await over).toMatchObject({ problem: { code: 'SERVER_BUSY' } });
  });

  it('tell the store to stop a little sooner', () => {
    const { call, clock, next } = turns({ time: 100 });
    clock.now = 79;
    expect(call.stopped()).toBe(false);
    clock.now = 80;
    expect(call.stopped()).toBe(true);
    expect(next()).toBeUndefined();
  });

  it('take it for a lack of time that a store was told to stop, and no other error', async () => {
    const { told, clock } = turns({ time: 100 });
    clock.now = 90;
    const broken = new Error('broken');
    const problem = new ProblemError('NOT_FOUND', { path: '/' });
    expect(told([problem, broken, 1, null])).toEqual([problem, broken, 1, null]);
    expect(await told(Promise.resolve([new StoppedError(7), 1]))).toMatchObject([tooLong, 1]);
  });
});
