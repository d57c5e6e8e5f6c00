import { describe, expect, it } from 'vitest';
import type { AggregateRequest } from '../../src/store/port.ts';
import { ask, data, memoryStore } from './support/api.ts';
import { remote } from './support/remote-store.ts';
import { guests, world } from './support/world.ts';

const total = (groups: readonly { count: number }[]): number =>
  groups.reduce((sum, { count }) => sum + count, 0);

describe('facets of entities', () => {
  it('count the whole list, whatever the page, with labels', async () => {
    const { entities } = await data(`{ entities(first: 1) { totalCount facets {
      kinds { key label count }
      properties { key label(lang: EN) count }
      sources { key label(lang: EN) count }
      years { key label count }
      levels: values(property: "level") { key label count }
      hosts: values(property: "attends") { key label count }
      guests: values(property: "attends", direction: IN) { key count }
    } } }`);
    const { facets } = entities;
    expect(total(facets.kinds)).toBe(world.entities.length);
    expect(facets.kinds[0]).toEqual({
      key: 'body',
      label: 'Cơ quan',
      count: guests.length + 1,
    });
    expect(facets.properties).toContainEqual({ key: 'theme', label: 'theme', count: 1 });
    expect(facets.sources[1]).toEqual({ key: 'source:hai', label: 'Article two', count: 3 });
    expect(facets.years).toEqual([{ key: '2021', label: '2021', count: 2 }]);
    expect(facets.levels).toEqual([
      { key: 'comprehensive-strategic', label: 'Đối tác chiến lược toàn diện', count: 1 },
    ]);
    expect(facets.hosts).toEqual([
      { key: 'conference:31', label: 'Hội nghị Ngoại giao 31', count: guests.length + 1 },
    ]);
    expect(facets.guests).toHaveLength(guests.length + 1);
  });

  it('are on every list, and count what its filter leaves', async () => {
    const { observations, people } = await data(`{
      observations(filter: { value: { property: "amount", anyOf: ["45"] } }) {
        facets { kinds { key count } values(property: "amount") { key label(lang: EN) count } }
      }
      people(first: 1, filter: { missing: ["holdsOffice"] }) { facets { properties { key count } } }
    }`);
    expect(observations.facets).toEqual({
      kinds: [{ key: 'observation', count: 1 }],
      values: [{ key: '45 visit', label: '45 visits', count: 1 }],
    });
    expect(people.facets.properties).toEqual([{ key: 'attends', count: 1 }]);
  });

  it.each([
    ['values(property: "levels")', 'NAME_UNKNOWN'],
    ['values(property: "party", direction: BOTH)', 'ARGUMENTS_CLASH'],
    ['values(property: "level", direction: IN)', 'ARGUMENTS_CLASH'],
  ])('refuse %s', async (field, code) => {
    const { errors } = await ask(`{ entities { facets { ${field} { key } } } }`);
    expect(errors[0]!.extensions.code).toBe(code);
  });

  it('give at most 100 groups', async () => {
    const limits: number[] = [];
    const many = memoryStore();
    const store = {
      ...many,
      aggregates: (requests: readonly AggregateRequest[]) => {
        limits.push(...requests.map(({ limit }) => limit));
        const row = (index: number) => ({
          groups: [index === 0 ? null : { key: String(1000 + index) }],
          value: 1,
          count: 1,
        });
        return requests.map(({ limit }) => ({
          rows: Array.from({ length: limit }, (_, index) => row(index)),
          totalCount: 500,
          truncated: null,
        }));
      },
    };
    const { entities } = await data('{ entities { facets { years { key } } } }', { store });
    expect(entities.facets.years).toHaveLength(100);
    expect(limits).toEqual([101]);
  });

  it('cost nothing unless they are asked for', async () => {
    const { store, calls } = remote(memoryStore());
    await data('{ entities { totalCount facets { __typename } } statements { totalCount } }', {
      store,
    });
    expect(calls.aggregates).toBeUndefined();
    await data(
      '{ people { facets { kinds { key } years { key } } } bodies { facets { kinds { key } } } }',
      {
        store,
      },
    );
    expect(calls.aggregates).toEqual([3]);
  });
});

describe('facets of a source', () => {
  it('count what each paragraph states, and what rests on the source alone', async () => {
    const { entity } = await data(`{ entity(id: "source:mot") { ... on Source {
      contents(first: 2) { nodes { statements(first: 1) { totalCount facets { kinds { count } } } } }
      alone {
        statements(first: 1) { totalCount facets { sources { key count } } }
        entities(first: 1) { totalCount facets { kinds { count } } }
      }
    } } }`);
    for (const { statements } of entity.contents.nodes) {
      expect(statements.totalCount).toBeGreaterThan(0);
      expect(total(statements.facets.kinds)).toBe(statements.totalCount);
    }
    const { statements, entities } = entity.alone;
    expect(statements.facets.sources).toEqual([
      { key: 'source:mot', count: statements.totalCount },
    ]);
    expect(entities.totalCount).toBeGreaterThan(0);
    expect(total(entities.facets.kinds)).toBe(entities.totalCount);
  });
});

describe('facets of statements', () => {
  const fields = `totalCount facets {
    kinds { key label(lang: EN) count } properties { key count } sources { key count } ranks { key label label_en: label(lang: EN) count }
  }`;

  it('count the whole list at the root, of an entity, and of a literal', async () => {
    const { statements, entity } = await data(`{
      statements(first: 1, filter: { subjects: ["conference:31"], properties: ["theme", "endDate"] }) { ${fields} }
      entity(id: "conference:31") {
        statements(first: 1) { ${fields} }
        ... on Conference { agenda(first: 1) { ${fields} } }
      }
    }`);
    expect(statements.facets).toEqual({
      kinds: [{ key: 'conference', label: 'Conference', count: 3 }],
      properties: [
        { key: 'theme', count: 2 },
        { key: 'endDate', count: 1 },
      ],
      sources: [
        { key: 'source:mot', count: 3 },
        { key: 'source:hai', count: 1 },
      ],
      ranks: [
        {
          key: 'DEPRECATED',
          label: 'không còn được coi là đúng',
          label_en: 'deprecated',
          count: 1,
        },
        { key: 'NORMAL', label: 'thường', label_en: 'normal', count: 1 },
        { key: 'PREFERRED', label: 'ưu tiên', label_en: 'preferred', count: 1 },
      ],
    });
    expect(total(entity.statements.facets.properties)).toBe(entity.statements.totalCount);
    expect(entity.agenda.facets.properties).toEqual([{ key: 'agenda', count: 2 }]);
  });
});
