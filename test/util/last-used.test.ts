import { expect, it } from 'vitest';
import { lastUsed } from '../../src/util/last-used.ts';

it('keeps what was asked for again', () => {
  const made: string[] = [];
  const get = lastUsed(2, (key: string) => {
    made.push(key);
    return key === 'none' ? undefined : key.toUpperCase();
  });
  expect(['a', 'b', 'a', 'a'].map(get)).toEqual(['A', 'B', 'A', 'A']);
  expect(made).toEqual(['a', 'b']);
  // The one that nobody asked for again makes room.
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

it('makes room for each, also where all were asked for again', () => {
  const made: string[] = [];
  const get = lastUsed(3, (key: string) => made.push(key));
  for (const key of 'abcabcdabcd') get(key);
  // "d" made room of one of the three, which made room of one of the next.
  expect(made.length).toBeGreaterThan(4);
  expect(made.length).toBeLessThanOrEqual(8);
  const before = made.length;
  get('d');
  expect(made).toHaveLength(before);
});
