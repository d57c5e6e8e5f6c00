import { expect, it } from 'vitest';
import { ofEach } from '../../src/graphql/later.ts';
import { unheardDuring } from './support/unheard.ts';

it('makes one of each thing, at once where nothing is promised', () => {
  expect(ofEach([1, 2, 3], (number) => number * 2)).toEqual([2, 4, 6]);
});

it('keeps the order of things whose values come later', async () => {
  const made = ofEach([3, 1, 2], (turns) =>
    turns === 1 ? turns : new Promise<number>((resolve) => setTimeout(() => resolve(turns), turns)),
  );
  expect(await made).toEqual([3, 1, 2]);
});

it('drops no promise that is broken after another thing has thrown', async () => {
  const unheard = await unheardDuring(() => {
    const made = () =>
      ofEach(['promised', 'refused'], (thing) => {
        if (thing === 'refused') throw new Error('refused at once');
        return Promise.reject(new Error('broken later'));
      });
    expect(made).toThrow('refused at once');
  });
  expect(unheard).toEqual([]);
});
