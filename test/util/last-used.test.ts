import { expect, it } from 'vitest';
import { lastUsed } from '../../src/util/last-used.ts';

it('keeps what was asked for last', () => {
  const made: string[] = [];
  const get = lastUsed(2, (key: string) => {
    made.push(key);
    return key === 'none' ? undefined : key.toUpperCase();
  });
  expect(['a', 'b', 'a', 'b'].map(get)).toEqual(['A', 'B', 'A', 'B']);
  expect(made).toEqual(['a', 'b']);
  get('a');
  get('c');
  expect(['c', 'a'].map(get)).toEqual(['C', 'A']);
  expect(made).toEqual(['a', 'b', 'c']);
  get('b');
  expect(made).toEqual(['a', 'b', 'c', 'b']);
  // What is made of a key may be nothing, and is kept all the same.
  expect(get('none')).toBeUndefined();
  get('none');
  expect(made.filter((key) => key === 'none')).toEqual(['none']);
});

it('keeps nothing of what could not be made', () => {
  let fails = true;
  const get = lastUsed(2, (key: string) => {
    if (fails) throw new Error('not now');
    return key;
  });
  expect(() => get('a')).toThrow('not now');
  fails = false;
  expect(get('a')).toBe('a');
});
