import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { ProblemError } from '../../src/errors/problem.ts';
import { createTurns } from '../../src/graphql/turns.ts';

const tooLong = { problem: { code: 'TIME_EXCEEDED' } };

function turns(options: { time?: number; left?: () => boolean } = {}) {
  const clock = { now: 0, read: 0 };
  const made = createTurns({
    time: 1_000,
    ...options,
    now: () => {
      clock.read += 1;
      return clock.now;
    },
  });
  return { clock, ...made };
}

describe('the turns of a request', () => {
  it('let a short one go on without a promise, and look at the clock now and then only', () => {
    const { next, clock } = turns();
    for (let each = 0; each < 800; each += 1) expect(next()).toBeUndefined();
    expect(clock.read).toBeLessThanOrEqual(101);
  });

  it('let others have theirs once it has kept the thread for long', async () => {
    const { next, clock } = turns();
    next();
    clock.now += 25;
    const waits = Array.from({ length: 20 }, () => next());
    const pauses = waits.filter((wait) => wait !== undefined);
    expect(pauses.length).toBeGreaterThan(10);
    // All that is asked meanwhile waits for the same turn.
    expect(new Set(pauses).size).toBe(1);
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

  it('end with its time', () => {
    const { next, clock, exceeded } = turns({ time: 100 });
    next();
    expect(exceeded()).toBe(false);
    clock.now = 100;
    expect(() => {
      for (let each = 0; each < 8; each += 1) next();
    }).toThrow('was not ready within');
    expect(exceeded()).toBe(true);
    expect(next).toThrow('was not ready within');
  });

  it('end when whoever asked has gone', () => {
    let gone = false;
    const { next, call } = turns({ left: () => gone });
    next();
    expect(call.stopped()).toBe(false);
    gone = true;
    expect(call.stopped()).toBe(true);
    expect(() => {
      for (let each = 0; each < 8; each += 1) next();
    }).toThrow('was not ready within');
  });

  it('tell the store to stop a little sooner', () => {
    const { call, clock, next } = turns({ time: 100 });
    clock.now = 79;
    expect(call.stopped()).toBe(false);
    clock.now = 80;
    expect(call.stopped()).toBe(true);
    expect(next()).toBeUndefined();
  });

  it('take an Error of a store that was told to stop for a lack of time, and no other', async () => {
    const { told, clock } = turns({ time: 100 });
    const broken = new Error('broken');
    const problem = new ProblemError('NOT_FOUND', { path: '/' });
    expect(told([broken, 1, null])).toEqual([broken, 1, null]);
    clock.now = 90;
    expect(told([problem, 1, null])).toEqual([problem, 1, null]);
    expect(await told(Promise.resolve([broken, 1]))).toMatchObject([tooLong, 1]);
  });
});
