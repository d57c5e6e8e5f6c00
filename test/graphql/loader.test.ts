import { describe, expect, it } from 'vitest';
import { isPromise } from '../../src/graphql/later.ts';
import { createLoader, listed, type Manner } from '../../src/graphql/loader.ts';
import type { Answers } from '../../src/store/port.ts';

const atOnce = (): Manner => ({ atOnce: true });
const unknown = (): Manner => ({ atOnce: false });

/** Doubles numbers, and keeps what it was asked. */
function doubler(answer: (batch: readonly number[]) => Answers<number>) {
  const batches: (readonly number[])[] = [];
  const ask = (batch: readonly number[]): Answers<number> => {
    batches.push(batch);
    return answer(batch);
  };
  return { ask, batches };
}
const near = (batch: readonly number[]) => batch.map((number) => number * 2);
const far = async (batch: readonly number[]) => near(batch);

describe('a loader of a store that answers at once', () => {
  it('answers without a promise', () => {
    const { ask } = doubler(near);
    expect(createLoader(ask, atOnce())(21)).toBe(42);
  });

  it('throws what the store answers as an error, for that request alone', () => {
    const { ask } = doubler((batch) => batch.map((n) => (n === 1 ? new Error('one') : n)));
    const load = createLoader(ask, atOnce());
    expect(() => load(1)).toThrow('one');
    expect(load(2)).toBe(2);
  });

  it('gathers once the store begins to answer by promises', async () => {
    const { ask, batches } = doubler(far);
    const manner = atOnce();
    const load = createLoader(ask, manner);
    expect(await load(1)).toBe(2);
    expect(manner.atOnce).toBe(false);
    expect(await Promise.all([load(2), load(3)])).toEqual([4, 6]);
    expect(batches).toEqual([[1], [2, 3]]);
  });

  it('tells a broken contract', () => {
    const { ask } = doubler(() => [1, 2]);
    expect(() => createLoader(ask, atOnce())(1)).toThrow('asked 1 requests and gave 2 answers');
  });
});

describe('a loader of lists', () => {
  const load = (ask: (batch: readonly number[]) => Answers<number>) =>
    createLoader(listed(ask), unknown());

  it('asks once for all items of all lists', async () => {
    const { ask, batches } = doubler(far);
    const loadAll = load(ask);
    const lists = await Promise.all([loadAll([1, 2]), loadAll([]), loadAll([3])]);
    expect(lists).toEqual([[2, 4], [], [6]]);
    expect(batches).toEqual([[1, 2, 3]]);
  });

  it('fails a list of which one fails, and no other', async () => {
    const { ask } = doubler(async (batch) => batch.map((n) => (n === 2 ? new Error('two') : n)));
    const loadAll = load(ask);
    const failed = expect(loadAll([1, 2])).rejects.toThrow('two');
    expect(await loadAll([3])).toEqual([3]);
    await failed;
  });

  it('tells a broken contract', async () => {
    const loadAll = load(async () => [1]);
    await expect(loadAll([1, 2])).rejects.toThrow('asked 2 requests and gave 1 answers');
  });
});

describe('a loader of a store of which nothing is known', () => {
  it('gathers what is asked in one turn, across promises', async () => {
    const { ask, batches } = doubler(far);
    const load = createLoader(ask, unknown());
    const late = Promise.resolve()
      .then(() => undefined)
      .then(() => load(3));
    expect(await Promise.all([load(1), load(2), late])).toEqual([2, 4, 6]);
    expect(batches).toEqual([[1, 2, 3]]);
  });

  it('asks again in a later turn', async () => {
    const { ask, batches } = doubler(far);
    const load = createLoader(ask, unknown());
    await load(1);
    await load(2);
    expect(batches).toEqual([[1], [2]]);
  });

  it('learns that the store answers at once', async () => {
    const { ask, batches } = doubler(near);
    const load = createLoader(ask, unknown());
    expect(await Promise.all([load(1), load(2)])).toEqual([2, 4]);
    expect(isPromise(load(3))).toBe(false);
    expect(batches).toEqual([[1, 2], [3]]);
  });

  it('gives each request its own answer: a value, null or an error', async () => {
    const load = createLoader<number, number>(
      async (batch) => batch.map((n) => (n === 1 ? new Error('one') : n === 2 ? null : n)),
      unknown(),
    );
    const answers = await Promise.allSettled([load(1), load(2), load(3)]);
    expect(answers).toMatchObject([
      { status: 'rejected', reason: { message: 'one' } },
      { status: 'fulfilled', value: null },
      { status: 'fulfilled', value: 3 },
    ]);
  });

  it.each([
    ['too few answers', async () => [1], 'asked 2 requests and gave 1 answers'],
    ['a promise that is rejected', async () => Promise.reject(new Error('gone')), 'gone'],
    [
      'a method that throws',
      () => {
        throw new Error('thrown');
      },
      'thrown',
    ],
  ] as const)('refuses all of a batch at %s', async (_, answer, message) => {
    const load = createLoader<number, number>(answer, unknown());
    const answers = await Promise.allSettled([load(1), load(2)]);
    expect(answers.map((each) => each.status === 'rejected' && each.reason.message)).toEqual([
      message.startsWith('asked') ? `The store was ${message}.` : message,
      message.startsWith('asked') ? `The store was ${message}.` : message,
    ]);
  });
});

describe('a loader of a method that answers now by a promise, now at once', () => {
  it('follows it', async () => {
    let manners = [far, near, near, far, far, near];
    const { ask, batches } = doubler((batch) => {
      const [next, ...rest] = manners;
      manners = rest;
      return next!(batch);
    });
    const load = createLoader(ask, unknown());
    expect(await Promise.all([load(1), load(2)])).toEqual([2, 4]);
    // Gathered still, as the last answer came by a promise; this one shows that there is no need.
    expect(await Promise.all([load(3), load(4)])).toEqual([6, 8]);
    expect(load(5)).toBe(10);
    expect(await Promise.all([load(6), load(7)])).toEqual([12, 14]);
    expect(await Promise.all([load(8), load(9)])).toEqual([16, 18]);
    expect(batches).toEqual([[1, 2], [3, 4], [5], [6], [7], [8, 9]]);
  });
});

describe('a loader that remembers', () => {
  it.each([
    ['at once', near, atOnce],
    ['later', far, unknown],
  ] as const)('asks for one thing once, of a store that answers %s', async (_, answer, manner) => {
    const { ask, batches } = doubler(answer);
    const load = createLoader(ask, manner(), { remember: String });
    expect(await Promise.all([load(1), load(1)])).toEqual([2, 2]);
    expect(await load(1)).toBe(2);
    expect(batches).toEqual([[1]]);
  });

  it('asks again for what is cheap, but only where answers come at once', async () => {
    const options = { remember: String, isCheap: true };
    const soon = doubler(near);
    const load = createLoader(soon.ask, atOnce(), options);
    expect([load(1), load(1)]).toEqual([2, 2]);
    expect(soon.batches).toEqual([[1], [1]]);
    const late = doubler(far);
    const loadLater = createLoader(late.ask, unknown(), options);
    expect(await Promise.all([loadLater(1), loadLater(1)])).toEqual([2, 2]);
    expect(late.batches).toEqual([[1]]);
  });
});
