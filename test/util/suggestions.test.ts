import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editDistance } from '../../src/util/edit-distance.ts';
import { suggest } from '../../src/util/suggestions.ts';

/** The same distance by its definition, without memory of what was computed. */
const naive = (a: string, b: string): number => {
  if (a === '' || b === '') return a.length + b.length;
  const costs = [
    naive(a.slice(1), b) + 1,
    naive(a, b.slice(1)) + 1,
    naive(a.slice(1), b.slice(1)) + (a[0] === b[0] ? 0 : 1),
  ];
  if (a.length > 1 && b.length > 1 && a[0] === b[1] && a[1] === b[0]) {
    costs.push(naive(a.slice(2), b.slice(2)) + 1);
  }
  return Math.min(...costs);
};

describe('editDistance', () => {
  test('is the distance up to the bound, and one more beyond it', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 7 }), (a, b, bound) => {
        expect(editDistance(a, b, bound)).toBe(Math.min(naive(a, b), bound + 1));
      }),
      { numRuns: 300 },
    );
  });
});

describe('suggest', () => {
  test.each([
    ['persn', ['person', 'period', 'post'], 'person'],
    ['Person', ['person'], 'person'],
    ['vn', ['en', 'vi'], 'vi'],
    ['form', ['to', 'from', 'format'], 'from'],
    [
      'conference:hoi-nghi-ngoai-giao-13',
      ['conference:hoi-nghi-ngoai-giao-31'],
      'conference:hoi-nghi-ngoai-giao-31',
    ],
    ['quite-another', ['person', 'office'], undefined],
    ['', ['person'], undefined],
    ['person', [], undefined],
  ])('%s of %j is %s', (word, candidates, expected) => {
    expect(suggest(word, candidates)).toBe(expected);
    expect(suggest(word, candidates.toReversed())).toBe(expected);
  });
});
