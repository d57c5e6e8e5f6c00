import { describe, expect, test } from 'vitest';
import { compareByProperty, isShared, type Told } from '../../src/web/views/compare/by-property.ts';
import { compareStates, type State } from '../../src/web/views/compare/states.ts';

const entity = (id: string) => ({ id, kind: 'topic', name: id, hub: false });
const relation = (id: string, from: string, property: string, to: string) =>
  ({
    ...{ id, property, subject: entity(from), value: { label: to, entity: entity(to) } },
  }) as unknown as Told;
const literal = (id: string, from: string, property: string, label: string) =>
  ({ id, property, subject: entity(from), value: { label } }) as unknown as Told;

describe('two entities side by side', () => {
  const compared = compareByProperty(
    ['a', 'b'],
    [
      relation('1', 'a', 'discusses', 'x'),
      relation('2', 'a', 'discusses', 'y'),
      relation('3', 'b', 'discusses', 'y'),
      literal('4', 'b', 'ordinal', '32'),
      relation('5', 'c', 'attends', 'a'),
      relation('6', 'c', 'attends', 'b'),
      relation('7', 'b', 'follows', 'a'),
      relation('8', 'c', 'discusses', 'x'),
    ],
    ['ordinal', 'discusses', 'attends'],
  );

  test('have what both have first, in the order of the properties, their own before that of others', () => {
    expect(compared.map(({ key }) => key)).toEqual([
      ...['ordinal out', 'discusses out', 'follows out', 'attends in', 'follows in'],
    ]);
    const discussed = compared[1]!.entries;
    expect(discussed.map(({ key }) => key)).toEqual(['y', 'x']);
    expect(discussed.map(isShared)).toEqual([true, false]);
  });

  test('tell a statement between the two from either side', () => {
    const sides = compared
      .filter(({ property }) => property === 'follows')
      .map(({ entries }) => entries.map(({ key, said }) => [key, said.map((all) => all.length)]));
    expect(sides).toEqual([[['a', [0, 1]]], [['b', [1, 0]]]]);
  });
});

describe('two dates side by side', () => {
  const state = (parts: {
    partnerships?: readonly (readonly [string, string])[];
    holders?: Readonly<Record<string, readonly string[]>>;
    figures?: Readonly<Record<string, string>>;
  }) => {
    const { partnerships = [], holders = {}, figures = {} } = parts;
    const levels = [...new Set(partnerships.map(([, level]) => level))];
    return {
      dataset: {
        counts: {},
        entitiesByKind: [{ key: 'partnership', label: 'Partnership', count: partnerships.length }],
      },
      partnerships: {
        facets: {
          values: levels.map((key) => ({
            ...{ key, label: key },
            count: partnerships.filter(([, level]) => level === key).length,
          })),
        },
        nodes: partnerships.map(([id, term]) => ({ id, level: { term, label: term } })),
      },
      offices: {
        nodes: Object.entries(holders).map(([id, held]) => ({
          ...{ id, heldBy: { edges: held.map((name) => ({ node: { id: name } })) } },
        })),
      },
      metrics: {
        nodes: Object.entries(figures).map(([id, statement]) => ({
          ...{ id, series: { nodes: [{ statement: { id: statement } }] } },
        })),
      },
    } as unknown as State;
  };
  const { levels, offices, figures, kinds } = compareStates(
    state({
      partnerships: [['jp', 'strategic']],
      holders: { minister: ['a'], president: ['c'], nobody: [] },
      figures: { visits: 's1', trade: 's2' },
    }),
    state({
      partnerships: [
        ['jp', 'comprehensive'],
        ['fr', 'comprehensive'],
      ],
      holders: { minister: ['b'], president: ['c'], deputy: ['a'], nobody: [] },
      figures: { visits: 's1', trade: 's3', projects: 's4' },
    }),
  );

  test('tell which partnerships came and went, level by level', () => {
    const told = levels.map(({ key, counts, partnerships }) => [
      ...[key, counts, partnerships.map(({ change, partnership }) => [partnership.id, change])],
    ]);
    // What rose has left its level.
    expect(told).toEqual([
      ['strategic', [1, 0], [['jp', 'went']]],
      [
        'comprehensive',
        [0, 2],
        [
          ['jp', 'came'],
          ['fr', 'came'],
        ],
      ],
    ]);
    expect(kinds).toEqual([{ key: 'partnership', label: 'Partnership', counts: [1, 2] }]);
  });

  test('tell whose offices changed hands, and leave out those that nobody is shown in', () => {
    expect(offices.map(({ office, change }) => [office.id, change])).toEqual([
      ['minister', 'replaced'],
      ['president', 'stayed'],
      ['deputy', 'came'],
    ]);
  });

  test('tell which figures are other ones', () => {
    expect(figures.map(({ metric, change }) => [metric.id, change])).toEqual([
      ['visits', 'stayed'],
      ['trade', 'replaced'],
      ['projects', 'came'],
    ]);
  });
});
