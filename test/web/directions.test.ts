import { describe, expect, test } from 'vitest';
import {
  companionsOf,
  type Direction,
  groupsOf,
  matters,
  sharedBy,
  type Told,
} from '../../src/web/views/directions/model.ts';

const entity = (id: string) => ({ id, kind: 'topic', name: id, hub: id === 'hub' });
const said = (from: string, property: string, to: string) =>
  ({
    ...{ id: `${from} ${property} ${to}`, property, subject: entity(from) },
    value: { label: to, entity: entity(to) },
  }) as unknown as Told;
const directions = ['d1', 'd2', 'd3'].map((id) => entity(id) as unknown as Direction);
const statements = [
  said('plan', 'setsOut', 'd1'),
  said('plan', 'setsOut', 'd2'),
  said('plan', 'setsOut', 'd3'),
  said('d1', 'concerns', 'culture'),
  said('d1', 'concerns', 'hub'),
  said('d1', 'implements', 'directive'),
  said('d2', 'concerns', 'culture'),
];

describe('the directions as a page', () => {
  test('each has its own lines first, what it implements before what it concerns', () => {
    const groups = groupsOf('d1', statements, ['concerns', 'implements', 'setsOut']);
    expect(groups.map(({ property, isOwn, lines }) => [property, isOwn, lines.length])).toEqual([
      ['implements', true, 1],
      ['concerns', true, 2],
      ['setsOut', false, 1],
    ]);
  });

  test('what several share is found, what all share first', () => {
    expect(
      sharedBy(directions, statements).map(({ entity, by }) => [entity.id, by.length]),
    ).toEqual([
      ['plan', 3],
      ['culture', 2],
    ]);
  });

  test('tasks are connected through what is dealt with, never through a hub', () => {
    expect(matters(directions, statements)).toEqual(['culture']);
    const tasks = [said('task', 'concerns', 'culture'), said('other', 'concerns', 'hub')];
    expect(companionsOf(directions[0]!, statements, tasks).map((one) => one.entity.id)).toEqual([
      'task',
    ]);
    expect(companionsOf(directions[2]!, statements, tasks)).toEqual([]);
  });
});
