import fc from 'fast-check';
import { expect, it } from 'vitest';
import { keysHeld, keysWritten } from '../../src/util/json-keys.ts';

it('counts as many keys in a text as its value holds, whatever the strings say', () => {
  fc.assert(
    fc.property(fc.json(), fc.constantFrom(undefined, 2), (json, indent) => {
      const value: unknown = JSON.parse(json);
      // Written anew, as a random text may itself hold a key twice.
      expect(keysWritten(JSON.stringify(value, null, indent))).toBe(keysHeld(value));
    }),
  );
});

it('counts a key that stands twice as two', () => {
  const text = '{"a": ":", "b": [{"a\\":": 1, "a\\":": 2}]}';
  expect([keysWritten(text), keysHeld(JSON.parse(text))]).toEqual([4, 3]);
});
