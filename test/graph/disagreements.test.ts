import { describe, expect, it } from 'vitest';
import { buildGraph } from '../../src/graph/build.ts';
import type { Disagreement } from '../../src/graph/disagreements/model.ts';
import {
  type TerseEntities,
  type TerseRecord,
  type TerseStatement,
  type TerseValue,
  testDataset,
} from '../support/dataset.ts';

const find = (
  records: readonly TerseRecord[],
  entities: TerseEntities = {},
): readonly Disagreement[] => buildGraph(testDataset(records, entities)).disagreements().all;

const kinds = (records: readonly TerseRecord[], entities: TerseEntities = {}): string[] =>
  find(records, entities).map(({ kind, statements }) => `${kind} of ${statements.length}`);

const EXPECTED = {
  agree: [],
  contradiction: ['contradiction of 2'],
  dates: ['different-dates of 2'],
  scope: ['different-scope of 2'],
  holder: ['change-of-holder of 2'],
} as const;
type Expected = keyof typeof EXPECTED;

const at = (date: string): TerseStatement => ({ qualifiers: { at: date } });

describe('values of one subject', () => {
  const values: [string, TerseValue, TerseValue, Expected][] = [
    ['ordinal', 31, 32, 'contradiction'],
    ['number', '59-NQ/TW', '34-NQ/TW', 'contradiction'],
    ['number', '59-NQ/TW', '59-nq/tw', 'agree'],
    ['inSeries', 'conference:a', 'conference:b', 'contradiction'],
    ['theme', 'Chủ đề một', 'Chủ đề hai', 'contradiction'],
    ['theme', '“Ngoại giao văn hoá”', 'ngoại giao văn hóa', 'agree'],
    ['theme', 'Ngoại giao văn hóa', 'Ngoại giao văn hóa Việt Nam', 'agree'],
    ['theme', { vi: 'Một', en: 'One' }, { vi: 'Số một', en: 'Number' }, 'agree'],
    ['startDate', '2021-12-13', '2021-12-14', 'contradiction'],
    ['startDate', '2021', '2021-12-18', 'agree'],
    ['startDate', '2021-12', '2021-12-18', 'agree'],
    ['startDate', '2021-11', '2021-12-18', 'contradiction'],
    ['sessionCount', [9], [20], 'contradiction'],
    ['sessionCount', [250], [250, 'over'], 'agree'],
    ['sessionCount', [250, 'over'], [260], 'agree'],
    ['sessionCount', [250, 'over'], [240], 'contradiction'],
    ['sessionCount', [250, 'over'], [400], 'contradiction'],
    ['sessionCount', [50, 'nearly'], [48], 'agree'],
    ['sessionCount', [50, 'nearly'], [51], 'contradiction'],
    ['sessionCount', [50, 'nearly'], [30], 'contradiction'],
    ['sessionCount', [200, 'about'], [190], 'agree'],
    ['sessionCount', [200, 'about'], [150], 'contradiction'],
    ['sessionCount', [100, 'at-least'], [1000], 'agree'],
    ['sessionCount', [100, 'at-least'], [99], 'contradiction'],
    ['sessionCount', [1000, 'order-of'], [7000], 'agree'],
    ['sessionCount', [1000, 'order-of'], [700], 'contradiction'],
    ['sessionCount', [3], [9, 'exact', 'day'], 'agree'],
    ['attends', 'conference:a', 'conference:b', 'agree'],
    ['status', 'signed', 'used', 'contradiction'],
    ['occupiedBy', 'country:a', 'country:b', 'contradiction'],
  ];
  it.each(values)('%s: %j and %j: %s', (property, a, b, expected) => {
    const records: TerseRecord[] = [
      ['conference:x', property, a],
      ['conference:x', property, b],
    ];
    expect(kinds(records)).toEqual(EXPECTED[expected]);
  });

  const qualified: [string, TerseValue, TerseStatement, TerseValue, TerseStatement, Expected][] = [
    ['sessionCount', [9], at('2021'), [20], at('2023'), 'dates'],
    ['sessionCount', [9], at('2021'), [20], at('2021-12'), 'contradiction'],
    ['sessionCount', [9], at('2021'), [20], {}, 'contradiction'],
    ['sessionCount', [9], { qualifiers: { scope: 'online' } }, [20], {}, 'scope'],
    ['sessionCount', [9], { qualifiers: { medium: 'signed' } }, [20], {}, 'scope'],
    [
      'sessionCount',
      [9],
      { qualifiers: { scope: 'online' } },
      [20],
      { qualifiers: { scope: 'Online' } },
      'contradiction',
    ],
    ['status', 'signed', at('2023'), 'used', at('2025-01-06'), 'dates'],
    ['occupiedBy', 'country:a', at('2023'), 'country:b', at('2025'), 'holder'],
    ['sessionCount', [9], {}, [20], { rank: 'deprecated' }, 'agree'],
    ['sessionCount', [9], {}, [20], { rank: 'preferred' }, 'contradiction'],
  ];
  it.each(qualified)('%s: %j %j and %j %j: %s', (property, a, moreA, b, moreB, expected) => {
    const records: TerseRecord[] = [
      ['conference:x', property, a, moreA],
      ['conference:x', property, b, moreB],
    ];
    expect(kinds(records)).toEqual(EXPECTED[expected]);
  });

  it('are no rivals when one value is a part of the other', () => {
    const records: TerseRecord[] = [
      ['conference:x', 'inSeries', 'conference:a'],
      ['conference:x', 'inSeries', 'conference:c'],
      ['conference:a', 'partOf', 'conference:b'],
      ['conference:b', 'partOf', 'conference:c'],
      ['conference:c', 'partOf', 'conference:b'],
    ];
    expect(kinds(records)).toEqual([]);
  });
});

describe('groups', () => {
  it('make one disagreement of all rivals of one kind', () => {
    const records: TerseRecord[] = [
      ['conference:x', 'ordinal', 1],
      ['conference:x', 'ordinal', 2],
      ['conference:x', 'ordinal', 3],
    ];
    expect(kinds(records)).toEqual(['contradiction of 3']);
  });

  it('may have a statement in two disagreements of different kinds', () => {
    const records: TerseRecord[] = [
      ['conference:x', 'sessionCount', [1], at('2021')],
      ['conference:x', 'sessionCount', [2], at('2023')],
      ['conference:x', 'sessionCount', [3], at('2023')],
    ];
    expect(kinds(records)).toEqual(['contradiction of 2', 'different-dates of 3']);
  });

  it('have ids of their own, the same every time', () => {
    const records: TerseRecord[] = [
      ['conference:x', 'ordinal', 1],
      ['conference:x', 'ordinal', 2],
      ['conference:y', 'ordinal', 1],
      ['conference:y', 'ordinal', 2],
    ];
    const ids = find(records).map(({ id }) => id);
    expect(new Set(ids).size).toBe(2);
    expect(find(records).map(({ id }) => id)).toEqual(ids);
  });
});

describe('holders of an office', () => {
  const held = (
    first: TerseStatement,
    second: TerseStatement,
    entities: TerseEntities = {},
  ): string[] =>
    kinds(
      [
        ['person:a', 'holdsOffice', 'office:x', first],
        ['person:b', 'holdsOffice', 'office:x', second],
      ],
      entities,
    );
  const during = (from: string, to?: string): TerseStatement => ({
    qualifiers: to === undefined ? { from } : { from, to },
  });

  it.each<[TerseStatement, TerseStatement, Expected]>([
    [at('2021-12'), at('2023-12-19'), 'holder'],
    [at('2021-12'), at('2021-12-15'), 'contradiction'],
    [{}, at('2021-12-15'), 'contradiction'],
    [during('2016', '2020'), at('2021'), 'holder'],
    [during('2016', '2021'), at('2018'), 'contradiction'],
    [during('2016', '2021-04-05'), during('2021-04-05'), 'holder'],
    [during('2016'), during('2021'), 'holder'],
    [at('2021'), { qualifiers: { at: '2021', role: { vi: 'quyền', en: 'acting' } } }, 'scope'],
  ])('%j and %j: %s', (first, second, expected) => {
    expect(held(first, second)).toEqual(EXPECTED[expected]);
  });

  it('may be several where the office is shared', () => {
    const shared = { 'office:x': { names: { vi: 'Phó', en: 'Deputy' }, shared: true } };
    expect(held(at('2021'), at('2021'), shared)).toEqual([]);
  });

  it('do not disagree with themselves, nor does a person who holds two offices', () => {
    const records: TerseRecord[] = [
      ['person:a', 'holdsOffice', 'office:x', at('2021')],
      ['person:a', 'holdsOffice', 'office:x', at('2023')],
      ['person:a', 'holdsOffice', 'office:y', at('2023')],
    ];
    expect(kinds(records)).toEqual([]);
  });

  it('are told about the office, by name and time', () => {
    const [found] = find([
      ['person:a', 'holdsOffice', 'office:x', at('2021-12')],
      ['person:b', 'holdsOffice', 'office:x', at('2023-12-19')],
      ['person:a', 'holdsOffice', 'office:x', during('2016', '2021-11')],
    ]);
    expect(found?.statements).toHaveLength(3);
    expect(found?.reason.vi).toContain('office:x');
    expect(found?.reason.vi).toContain('person:b (19/12/2023)');
    expect(found?.reason.vi).toContain('person:a (từ 2016 đến 11/2021)');
    expect(found?.reason.en).toContain('person:b (19 December 2023)');
    expect(found?.reason.en).toContain('person:a (December 2021)');
  });
});

describe('figures of one metric', () => {
  const observation = (
    id: string,
    amount: TerseValue,
    more: readonly (readonly [string, TerseValue])[] = [],
  ): TerseRecord[] => [
    [`observation:${id}`, 'observationOf', 'metric:m'],
    [`observation:${id}`, 'amount', amount],
    ...more.map(([property, value]): TerseRecord => [`observation:${id}`, property, value]),
  ];
  const YEAR_2023 = [['asOf', '2023']] as const;

  it.each<[string, TerseRecord[], Expected]>([
    [
      'nothing tells apart',
      [...observation('a', [193]), ...observation('b', [194])],
      'contradiction',
    ],
    ['equal amounts', [...observation('a', [193]), ...observation('b', [193, 'about'])], 'agree'],
    [
      'of two years',
      [...observation('a', [193], YEAR_2023), ...observation('b', [194], [['asOf', '2024']])],
      'dates',
    ],
    [
      'of a year and a day in it',
      [...observation('a', [193], YEAR_2023), ...observation('b', [194], [['asOf', '2023-12-19']])],
      'contradiction',
    ],
    ['one undated', [...observation('a', [193], YEAR_2023), ...observation('b', [194])], 'dates'],
    [
      'of two periods with one beginning',
      [
        ...observation(
          'a',
          [10],
          [
            ['periodStart', '2021'],
            ['periodEnd', '2022'],
          ],
        ),
        ...observation(
          'b',
          [20],
          [
            ['periodStart', '2021'],
            ['periodEnd', '2023'],
          ],
        ),
      ],
      'dates',
    ],
    [
      'of two scopes',
      [
        ...observation('a', [10], [...YEAR_2023, ['scope', 'online']]),
        ...observation('b', [20], [...YEAR_2023, ['scope', 'in person']]),
      ],
      'scope',
    ],
    [
      'about two countries',
      [
        ...observation('a', [10], [['concerns', 'country:a']]),
        ...observation('b', [20], [['concerns', 'country:b']]),
      ],
      'scope',
    ],
    [
      'about a part and its whole',
      [
        ...observation('a', [10], [['concerns', 'country:a']]),
        ...observation('b', [20], [['concerns', 'country:b']]),
        ['country:a', 'partOf', 'country:b'],
      ],
      'agree',
    ],
    [
      'a part of the other',
      [
        ...observation('a', [60]),
        ...observation('b', [21]),
        ['observation:b', 'partOf', 'observation:a'],
      ],
      'agree',
    ],
    [
      'in two units',
      [...observation('a', [60]), ...observation('b', [21, 'exact', 'country'])],
      'agree',
    ],
  ])('%s', (_, records, expected) => {
    expect(kinds(records)).toEqual(EXPECTED[expected]);
  });

  it('are told about the metric, with value and period', () => {
    const [found] = find(
      [
        ...observation('a', [193, 'exact', 'country'], YEAR_2023),
        ...observation('b', [194, 'about', 'country'], [['asOf', '2030-01']]),
        ...observation('c', [1500, 'exact', 'country'], [['asOf', '2031']]),
      ],
      { 'metric:m': 'Số nước' },
    );
    expect(found?.kind).toBe('different-dates');
    expect(found?.reason.vi).toContain('Số nước');
    expect(found?.reason.vi).toContain('193 nước (asOf (vi) 2023)');
    expect(found?.reason.vi).toContain('1.500 nước');
    expect(found?.reason.en).toContain('1,500 countries');
  });

  it('of different metrics are no rivals', () => {
    const records: TerseRecord[] = [
      ...observation('a', [193]),
      ['observation:b', 'observationOf', 'metric:n'],
      ['observation:b', 'amount', [194]],
    ];
    expect(kinds(records)).toEqual([]);
  });
});
