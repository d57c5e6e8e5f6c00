import { describe, expect, it } from 'vitest';
import { eventual } from '../../src/util/eventual.ts';

/** Makes 1, 2, 3 …, save that the attempts named fail; the clock is turned by hand. */
function counting(failing: readonly number[] = []) {
  let attempts = 0;
  const clock = { now: 0 };
  const get = eventual(
    async () => {
      attempts += 1;
      if (failing.includes(attempts)) throw new Error(`attempt ${attempts}`);
      return attempts;
    },
    100,
    () => clock.now,
  );
  return { get, clock, attempts: () => attempts };
}

describe('an eventual value', () => {
  it('is made when first asked for, once, and is there at once ever after', async () => {
    const { get, attempts } = counting();
    expect(attempts()).toBe(0);
    const [first, second] = await Promise.all([get(), get()]);
    expect([first(), second()]).toEqual([1, 1]);
    const now = get();
    expect(now).not.toBeInstanceOf(Promise);
    expect((await now)()).toBe(1);
    expect(attempts()).toBe(1);
  });

  it('that failed is tried again, but not before the pause is over', async () => {
    const { get, clock, attempts } = counting([1, 2]);
    expect(await get()).toThrow('attempt 1');
    clock.now = 99;
    expect(await get()).toThrow('attempt 1');
    clock.now = 100;
    expect(await get()).toThrow('attempt 2');
    clock.now = 199;
    expect(await get()).toThrow('attempt 2');
    clock.now = 200;
    expect((await get())()).toBe(3);
    clock.now = 1000;
    expect((await get())()).toBe(3);
    expect(attempts()).toBe(3);
  });
});
