import { describe, expect, it } from 'vitest';
import { MONTH, stretchOf, YEAR } from '../../src/graph/time/stretch.ts';

describe('the year or month of a time', () => {
  it.each([
    ['moment', '2021-12', '2023-12', '2021/2023', '2021-12/2023-12'],
    ['moment', '2021-11', '2021-12', '2021', '2021-11/2021-12'],
    ['moment', '2021-12-14', '2021-12-18', '2021', '2021-12'],
    ['moment', '2021', '2021-12', '2021', '2021'],
    ['moment', '2021-12', '2021', '2021', '2021'],
    ['moment', '2021', '2023-04', '2021/2023', '2021/2023-04'],
    ['moment', '2021-12', null, '2021', '2021-12'],
    ['moment', null, '2023', null, null],
    ['span', null, '2021-12-18', '2021', '2021-12'],
    ['span', '2021-12', '2023-12', '2021', '2021-12'],
    ['term', '2021-12', '2023-12', '2021', '2021-12'],
    ['record', '2021-12', '2023-12', '2021', '2021-12'],
    [undefined, null, null, null, null],
  ] as const)('of a %s from %s to %s', (sort, start, end, year, month) => {
    expect(stretchOf(sort, start, end, YEAR)).toBe(year);
    expect(stretchOf(sort, start, end, MONTH)).toBe(month);
  });
});
