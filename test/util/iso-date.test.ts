import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isBefore, judgeDate } from '../../src/util/iso-date.ts';

describe('judgeDate', () => {
  test.each(['2021', '2021-12', '2021-12-18', '2021-12-18T12:44', '0001', '2000-02-29'])(
    '%s is right',
    (date) => expect(judgeDate(date)).toBe('right'),
  );
  test.each([
    '',
    '21',
    '2021-1',
    '2021-12-18T12',
    '18-12-2021',
    '2021-12-18 12:44',
    '2021-12-18T12:44Z',
    ' 2021',
  ])('%j is malformed', (date) => expect(judgeDate(date)).toBe('malformed'));
  test.each([
    '0000',
    '2021-00',
    '2021-13',
    '2021-02-29',
    '1900-02-29',
    '2021-04-31',
    '2021-01-00',
    '2021-01-01T24:00',
    '2021-01-01T12:60',
  ])('%s is impossible', (date) => expect(judgeDate(date)).toBe('impossible'));

  test('agrees with the calendar of the language', () => {
    const part = (max: number, length: number) =>
      fc.integer({ min: 0, max }).map((number) => String(number).padStart(length, '0'));
    fc.assert(
      fc.property(part(9999, 4), part(13, 2), part(32, 2), (year, month, day) => {
        const text = `${year}-${month}-${day}`;
        const date = new Date(`${text}T00:00Z`);
        const exists = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
        expect(judgeDate(text)).toBe(exists && year !== '0000' ? 'right' : 'impossible');
      }),
    );
  });
});

describe('isBefore', () => {
  test.each([
    ['2020', '2021', true],
    ['2021', '2020', false],
    ['2021', '2021', false],
    ['2021', '2021-12-18', false],
    ['2021-12-18', '2021', false],
    ['2020-12-31', '2021', true],
    ['2021-11', '2021-12-01', true],
    ['2021-12-18T08:00', '2021-12-18T09:00', true],
    ['2021-12-18T08:00', '2021-12-18', false],
  ])('%s before %s: %s', (a, b, expected) => expect(isBefore(a, b)).toBe(expected));
});
