import { describe, expect, it } from 'vitest';
import { amountLabel, magnitudeLabel } from '../../src/ontology/labels/amount.ts';
import { literalLabel, unitLabel } from '../../src/ontology/labels/literal.ts';
import { ontology } from '../graphql/support/ontology.ts';

describe('an amount', () => {
  it.each([
    [0, '0', '0'],
    [63, '63', '63'],
    [2.5, '2,5', '2.5'],
    [1234, '1.234', '1,234'],
    [999_999, '999.999', '999,999'],
    [6_000_000, '6 triệu', '6 million'],
    [-1_500_000, '-1,5 triệu', '-1.5 million'],
    [1_234_567, '1.234.567', '1,234,567'],
    [800_000_000_000, '800 tỷ', '800 billion'],
    [1_250_000_001, '1.250.000.001', '1,250,000,001'],
  ])('of %d is written %s and %s', (amount, vi, en) => {
    expect([amountLabel(amount, 'vi'), amountLabel(amount, 'en')]).toEqual([vi, en]);
  });
});

describe('an order of magnitude', () => {
  it.each([
    [10, 'hàng chục', 'tens of'],
    [100, 'hàng trăm', 'hundreds of'],
    [1000, 'hàng nghìn', 'thousands of'],
    [100_000, 'hàng trăm nghìn', 'hundreds of thousands of'],
    [10_000_000_000, 'hàng chục tỷ', 'tens of billions of'],
    [1e12, 'hàng nghìn tỷ', 'trillions of'],
    [1e15, undefined, undefined],
    [1, undefined, undefined],
    [0, undefined, undefined],
    [20, undefined, undefined],
    [1500, undefined, undefined],
  ])('of %d is called %s and %s', (amount, vi, en) => {
    expect([magnitudeLabel(amount, 'vi'), magnitudeLabel(amount, 'en')]).toEqual([vi, en]);
  });
});

describe('a quantity', () => {
  const label = (amount: number, unit: string, approximation: string) =>
    (['vi', 'en'] as const).map((language) =>
      literalLabel({ type: 'quantity', amount, unit, approximation }, language, ontology),
    );

  it.each([
    [1, 'visit', 'exact', '1 chuyến thăm', '1 visit'],
    [2, 'visit', 'exact', '2 chuyến thăm', '2 visits'],
    [0, 'person', 'exact', '0 người', '0 people'],
    [1, 'country', 'about', 'khoảng 1 nước', 'about 1 country'],
    [1000, 'project', 'order-of', 'hàng nghìn dự án', 'thousands of projects'],
    [1e10, 'usd', 'order-of', 'hàng chục tỷ đô la Mỹ', 'tens of billions of US dollars'],
    [1500, 'project', 'order-of', 'hàng 1.500 dự án', 'on the order of 1,500 projects'],
    [8e11, 'usd', 'nearly', 'gần 800 tỷ đô la Mỹ', 'nearly 800 billion US dollars'],
  ])('of %d %s, %s, is written %s and %s', (amount, unit, approximation, vi, en) => {
    expect(label(amount, unit, approximation)).toEqual([vi, en]);
  });

  it('of one has a unit of its own for every unit there is', () => {
    const terms = (name: string) => [...ontology.vocabularies.get(name)!.terms.keys()];
    expect(terms('unitOfOne')).toEqual(terms('unit'));
    const one = { type: 'quantity', amount: 1, unit: 'activity', approximation: 'exact' } as const;
    expect(unitLabel(one, 'en', ontology)).toBe('activity');
  });
});
