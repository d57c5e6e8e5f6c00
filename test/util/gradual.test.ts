import { expect, it } from 'vitest';
import { gradual, inStretches, STRETCH } from '../../src/util/gradual.ts';

/** A value that takes three parts to make, and what was done of it. */
function counted() {
  const done: number[] = [];
  const value = gradual(function* (): Generator<void, object> {
    for (const part of [1, 2]) {
      done.push(part);
      yield;
    }
    done.push(3);
    return { done: true };
  });
  return { done, value };
}

it('does one part of the work at a step, and tells when all is done', () => {
  const { done, value } = counted();
  expect(done).toEqual([]);
  expect([value.step(), value.step(), value.step(), value.step()]).toEqual([
    false,
    false,
    true,
    true,
  ]);
  expect(done).toEqual([1, 2, 3]);
});

it.each([0, 1, 2, 3, 4])(
  'does what is left after %i steps for whoever asks, and no part twice',
  (steps) => {
    const { done, value } = counted();
    for (let step = 0; step < steps; step += 1) value.step();
    expect(value()).toBe(value());
    expect(done).toEqual([1, 2, 3]);
  },
);

it('fails again for whoever asks again', () => {
  const value = gradual(function* (): Generator<void, never> {
    yield;
    throw new Error('broken');
  });
  expect(value.step()).toBe(false);
  expect(() => value.step()).toThrow('broken');
  expect(value).toThrow('broken');
  expect(value).toThrow('broken');
});

it.each([0, 1, STRETCH, 2 * STRETCH + 1])(
  'takes each of %d numbers once, in stretches',
  (count) => {
    const taken: number[] = [];
    const afterEach: number[] = [];
    const work = inStretches(count, (number) => taken.push(number));
    while (!work.next().done) afterEach.push(taken.length);
    expect(taken).toEqual([...Array(count).keys()]);
    expect(afterEach).toEqual(Array.from(afterEach, (_, stretch) => stretch * STRETCH));
    expect(afterEach).toHaveLength(Math.ceil(count / STRETCH));
  },
);
