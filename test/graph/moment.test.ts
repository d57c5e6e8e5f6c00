import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildGraph } from '../../src/graph/build.ts';
import { type TerseRecord, testDataset } from '../support/dataset.ts';
import { MomentOracle } from '../support/moment-oracle.ts';
import { randomDataset, someDate } from '../support/random-dataset.ts';

describe('a moment', () => {
  it('has what is there by definition', () => {
    fc.assert(
      fc.property(randomDataset, someDate, (dataset, asOf) => {
        const graph = buildGraph(dataset);
        const { nodes, statements, holding } = graph.moment(asOf);
        const oracle = new MomentOracle(dataset, asOf);
        expect([...nodes!]).toEqual(dataset.entities.map((one) => Number(oracle.isThere(one))));
        const expected = dataset.statements.map((one) => Number(oracle.holds(one)));
        expect([...statements!]).toEqual(expected);
        expect([...holding()!]).toEqual(expected.flatMap((flag, number) => (flag ? [number] : [])));
      }),
      { numRuns: 500 },
    );
  });

  it('without a date is everything', () => {
    const graph = buildGraph(testDataset([['conference:c', 'startDate', '2999']]));
    expect(graph.moment(undefined)).toMatchObject({ nodes: null, statements: null });
    expect(graph.moment(undefined).holding()).toBeNull();
  });

  it('is kept for the next question', () => {
    const graph = buildGraph(testDataset([['conference:c', 'startDate', '2021']]));
    expect(graph.moment('2021')).toBe(graph.moment('2021'));
  });

  it('is kept while a question asks of twenty dates by turns', () => {
    const graph = buildGraph(testDataset([['conference:c', 'startDate', '2021']]));
    const each = () => Array.from({ length: 20 }, (_, year) => graph.moment(String(2001 + year)));
    const first = each();
    each().forEach((moment, index) => {
      expect(moment).toBe(first[index]);
    });
  });
});

/** The subjects, or the values, of the statements that hold. */
function shown(records: readonly TerseRecord[], asOf: string): readonly string[] {
  const dataset = testDataset(records, { 'office:shared': { names: name, shared: true } });
  const graph = buildGraph(dataset);
  return [...graph.moment(asOf).holding()!].map((number) => {
    const { subject, value, qualifiers } = dataset.statements[number]!;
    const since = qualifiers.from ?? qualifiers.at;
    const said = value.type === 'term' ? value.term : subject;
    return `${said.replace('person:', '')} ${since?.type === 'date' ? since.date : '-'}`;
  });
}
const name = { vi: 'Thứ trưởng', en: 'Deputy Minister' };

const holds = (person: string, qualifiers: Record<string, string>, office = 'office:o') =>
  [`person:${person}`, 'holdsOffice', office, { qualifiers }] as const;

describe('of what holds one at a time', () => {
  it('the latest news stands until the next', () => {
    const records = [
      holds('a', { at: '2021-12' }),
      holds('a', { at: '2021-12-18' }),
      holds('a', { at: '2023-12-19' }),
      holds('b', { at: '2025-07' }),
    ];
    expect(shown(records, '2020')).toEqual([]);
    // The month says no more than the day in it.
    expect(shown(records, '2022')).toEqual(['a 2021-12-18']);
    // Of another it does: neither of the two is later for sure.
    const other = [holds('a', { at: '2021-12' }), holds('b', { at: '2021-12-18' })];
    expect(shown(other, '2022').toSorted()).toEqual(['a 2021-12', 'b 2021-12-18']);
    expect(shown(records, '2024')).toEqual(['a 2023-12-19']);
    expect(shown(records, '2025-06-30')).toEqual(['a 2023-12-19']);
    expect(shown(records, '2025-07-31')).toEqual(['b 2025-07']);
    expect(shown(records, '2099')).toEqual(['b 2025-07']);
  });

  it('a successor that has gone has taken the place all the same', () => {
    const records = [holds('a', { at: '2021' }), holds('b', { from: '2022', to: '2023' })];
    expect(shown(records, '2022')).toEqual(['b 2022']);
    expect(shown(records, '2024')).toEqual([]);
  });

  it('what has begun goes on while the same is seen', () => {
    const records = [holds('a', { from: '2020' }), holds('a', { at: '2022' })];
    expect(shown(records, '2023').toSorted()).toEqual(['a 2020', 'a 2022']);
    expect(shown([...records, holds('b', { at: '2024' })], '2024')).toEqual(['b 2024']);
    // But not when another was seen between, in whatever order the dataset has them.
    for (const other of ['Z', 'b']) {
      const between = [...records, holds(other, { at: '2021' })];
      expect(shown(between, '2021').toSorted()).toEqual([`${other} 2021`]);
      expect(shown(between, '2023')).toEqual(['a 2022']);
    }
  });

  it('what says how long it holds is not cut short, nor goes on', () => {
    const records = [holds('a', { from: '2020', to: '2024' }), holds('b', { at: '2022' })];
    expect(shown(records, '2023').toSorted()).toEqual(['a 2020', 'b 2022']);
    expect(shown(records, '2025')).toEqual(['b 2022']);
  });

  it('what is wrong takes no place', () => {
    const wrong = ['person:b', 'holdsOffice', 'office:o', { rank: 'deprecated' as const }] as const;
    const at = (one: typeof wrong, date: string) =>
      [one[0], one[1], one[2], { ...one[3], qualifiers: { at: date } }] as const;
    const records = [holds('a', { at: '2021' }), at(wrong, '2022')];
    expect(shown(records, '2023').toSorted()).toEqual(['a 2021', 'b 2022']);
    expect(shown([...records, holds('c', { at: '2023' })], '2023')).toEqual(['c 2023']);
  });

  it('several hold what is shared, each with the latest news of them', () => {
    const records = ['2021', '2022'].flatMap((at) => [
      holds('a', { at }, 'office:shared'),
      holds('b', { at }, 'office:shared'),
    ]);
    expect(shown(records, '2023').toSorted()).toEqual(['a 2022', 'b 2022']);
  });

  it('what bears no date always holds', () => {
    const records = [holds('a', {}), holds('b', { at: '2022' })];
    expect(shown(records, '1990')).toEqual(['a -']);
    expect(shown(records, '2023').toSorted()).toEqual(['a -', 'b 2022']);
  });

  it('what was said in a capacity or on an occasion was not before that was there', () => {
    const records: readonly TerseRecord[] = [
      ['conference:c', 'startDate', '2023'],
      holds('a', { capacity: 'conference:c' }, 'office:a'),
      holds('b', { at: '2024', capacity: 'conference:c' }, 'office:b'),
      holds('c', { capacity: 'office:a' }, 'office:c'),
    ];
    const offices = (asOf: string) => shown(records, asOf).filter((one) => !one.includes(':'));
    expect(offices('2022')).toEqual(['c -']);
    expect(offices('2023').toSorted()).toEqual(['a -', 'c -']);
    expect(offices('2024').toSorted()).toEqual(['a -', 'b 2024', 'c -']);
  });

  it('a subject has one value at a time', () => {
    const status = (term: string, at: string) =>
      ['body:b', 'status', term, { qualifiers: { at } }] as const;
    const records = [status('signed', '2019-06'), status('used', '2021')];
    expect(shown(records, '2020')).toEqual(['signed 2019-06']);
    expect(shown(records, '2021')).toEqual(['used 2021']);
  });
});

describe('an entity is there', () => {
  const there = (records: readonly TerseRecord[], asOf: string): boolean => {
    const graph = buildGraph(testDataset(records));
    return graph.moment(asOf).nodes![graph.nodes.number(records[0]![0])!] === 1;
  };

  it('once a span has begun, or has ended where only that is known', () => {
    const started = [['conference:c', 'startDate', '2021-12']] as const;
    expect(there(started, '2021-12-30')).toBe(false);
    expect(there(started, '2021-12-31')).toBe(true);
    expect(there(started, '2099')).toBe(true);
    const ended = [['conference:c', 'periodEnd', '2021-12-18']] as const;
    expect(there(ended, '2021-12-17')).toBe(false);
    expect(there(ended, '2021-12')).toBe(true);
  });

  it('by the preferred of rival dates, then the earliest; never by a wrong one', () => {
    const rivals = (rank: 'preferred' | 'deprecated' | 'normal') =>
      ['2020', '2022', '2023'].map(
        (date): TerseRecord => [
          'conference:c',
          'startDate',
          date,
          {
            rank:
              date === '2022' ? rank : date === '2020' && rank === 'deprecated' ? rank : 'normal',
          },
        ],
      );
    const since = (records: readonly TerseRecord[]) =>
      buildGraph(testDataset(records)).time().starts;
    expect(since(rivals('normal'))).toContain('2020');
    expect(since(rivals('preferred'))).toContain('2022');
    expect(since(rivals('deprecated'))).toContain('2023');
    expect(there(rivals('preferred'), '2021')).toBe(false);
    // The first declared property that it has, whatever the others say.
    expect(since([...rivals('normal'), ['conference:c', 'periodStart', '2019']])).toContain('2020');
  });

  it('from the start of a term to its end', () => {
    const term = [
      ['body:b', 'periodStart', '2021'],
      ['body:b', 'periodEnd', '2023'],
    ] as const;
    expect(['2020', '2021-06', '2021', '2023-12', '2024'].map((date) => there(term, date))).toEqual(
      [false, false, true, true, false],
    );
  });

  it('once a moment is past, at the latest it may have been', () => {
    const moment = [
      ['observation:o', 'periodStart', '2021-12'],
      ['observation:o', 'periodEnd', '2022-02'],
    ] as const;
    expect(['2021-12', '2022-02-27', '2022-02-28'].map((date) => there(moment, date))).toEqual([
      false,
      false,
      true,
    ]);
    expect(there([['observation:o', 'asOf', '2022']], '2022-12')).toBe(true);
  });
});
