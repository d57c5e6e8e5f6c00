import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { latest } from '../../src/util/date-bounds.ts';
import { changesBetween, tellChange } from '../../src/web/time/changes.ts';
import { countSteps, parseTyped, stepAt, stepsOf, yearMarks } from '../../src/web/time/steps.ts';

const two = (number: number): string => String(number).padStart(2, '0');
const date = fc
  .tuple(
    fc.integer({ min: 1900, max: 2060 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
    fc.constantFrom(4, 7, 10),
  )
  .map(([year, month, day, length]) => `${year}-${two(month)}-${two(day)}`.slice(0, length));
const grain = fc.constantFrom('year' as const, 'month' as const);

describe('the steps of time', () => {
  it('are in order, each once, and at the end of each everything that is dated until then is over', () => {
    fc.assert(
      fc.property(fc.array(date, { maxLength: 40 }), grain, (dates, grain) => {
        const steps = stepsOf(dates, grain);
        for (const [at, step] of steps.entries()) {
          if (at > 0) expect(latest(step)).toBeGreaterThan(latest(steps[at - 1]!));
        }
        for (const each of dates) {
          const step = steps.find((one) => latest(one) >= latest(each));
          expect(step).toBeDefined();
          expect(step!.slice(0, 4)).toBe(each.slice(0, 4));
        }
        expect(countSteps(steps, dates, grain).reduce((sum, count) => sum + count, 0)).toBe(
          dates.length,
        );
        for (const [at, step] of steps.entries()) expect(stepAt(steps, step)).toBe(at);
      }),
    );
  });

  it('take December and its year for one moment', () => {
    const steps = stepsOf(['2021-12-18', '2021', '2023-12', '2024', '2021/2023'], 'month');
    expect(steps).toEqual(['2021', '2023', '2024']);
    expect(stepAt(steps, '2023-06')).toBe(0);
    expect(stepAt(steps, '2023-12-31')).toBe(1);
    expect(stepAt(steps, '1900')).toBe(-1);
    expect(yearMarks(['2021-05', '2021', '2023'])).toEqual([
      { at: 0, year: '2021' },
      { at: 2, year: '2023' },
    ]);
  });
});

describe('a typed date', () => {
  it.each([
    ['2023', '2023'],
    ['12/2023', '2023-12'],
    [' 19/12/2023 ', '2023-12-19'],
    ['9.2.1945', '1945-02-09'],
    ['2023-12-19', '2023-12-19'],
    ['2023-2', '2023-02'],
  ])('%s is %s', (text, expected) => {
    expect(parseTyped(text)).toBe(expected);
  });

  it.each(['', '23', '31/2/2023', '13/2023', 'năm ngoái', '1/2/3/2023', '2023-00'])(
    '%s is none',
    (text) => {
      expect(parseTyped(text)).toBeUndefined();
    },
  );
});

const standing = (counts: Record<string, number>, partnerships: Record<string, string>) =>
  ({
    dataset: {
      entitiesByKind: Object.entries(counts).map(([key, count]) => ({ key, label: key, count })),
    },
    partnerships: {
      totalCount: Object.keys(partnerships).length,
      facets: { values: [] },
      nodes: Object.entries(partnerships).map(([id, name]) => ({
        id,
        name: id,
        party: {
          nodes: [
            { id: 'country:vnm', name: 'Viet Nam', alpha3: 'VNM' },
            { id, name, alpha3: 'XXX' },
          ],
        },
      })),
    },
  }) as unknown as Parameters<typeof changesBetween>[0];

describe('what a step brings', () => {
  it('is told by kind, partnerships first and with whom', () => {
    const changes = changesBetween(
      standing({ partnership: 1, conference: 4, post: 2, person: 9 }, { a: 'Japan' }),
      standing(
        { partnership: 3, conference: 9, post: 1, person: 9 },
        { a: 'Japan', b: 'France', c: 'Brazil' },
      ),
    );
    expect(changes.map((change) => tellChange(change, 'en'))).toEqual([
      '+2 partnerships: France; Brazil',
      'conference +5',
      'post −1',
    ]);
    expect(tellChange(changes[0]!, 'vi')).toBe('+2 quan hệ đối tác: France; Brazil');
  });
});
