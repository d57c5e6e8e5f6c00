import { describe, expect, it } from 'vitest';
import { ask, data } from './support/api.ts';
import { ontology } from './support/ontology.ts';
import { world } from './support/world.ts';

describe('disagreements', () => {
  const fields = `totalCount
    edges { cursor }
    nodes { id kind about { id } property propertyLabel reason statements { value { label } } }`;

  it('hold the rivals, and say how they differ', async () => {
    const { disagreements } = await data(
      `{ disagreements(about: ["conference:31"], properties: ["theme"]) { ${fields} } }`,
      { language: 'en' },
    );
    expect(disagreements.nodes).toEqual([
      {
        id: expect.any(String),
        kind: 'CONTRADICTION',
        about: { id: 'conference:31' },
        property: 'theme',
        propertyLabel: 'theme',
        reason: expect.any(String),
        statements: expect.arrayContaining([
          { value: { label: 'An old theme' } },
          { value: { label: 'The right theme' } },
        ]),
      },
    ]);
  });

  it('are narrowed by what they are about, by property and by kind', async () => {
    const count = async (args: string): Promise<number> =>
      (await data(`{ disagreements${args} { totalCount } }`)).disagreements.totalCount;
    const all = await count('');
    expect(all).toBeGreaterThan(0);
    const kinds = ['CONTRADICTION', 'DIFFERENT_DATES', 'DIFFERENT_SCOPE', 'CHANGE_OF_HOLDER'];
    const counts = await Promise.all(kinds.map((kind) => count(`(kinds: [${kind}])`)));
    expect(counts.reduce((sum, each) => sum + each, 0)).toBe(all);
    expect(await count('(about: ["country:pcn"])')).toBe(0);
    expect(await count('(properties: ["ordinal"])')).toBe(0);
  });

  it('are told by their rivals, and found by them and by what they are said of', async () => {
    const { disagreements, statements } = await data(
      `{
        disagreements(about: ["conference:31"], properties: ["theme"]) { nodes { id statements { id } } }
        statements(filter: { subjects: ["conference:31"] }, first: 100) {
          nodes { id property disagreements { id statements { id } } }
        }
      }`,
    );
    const [theme] = disagreements.nodes;
    const rivals = theme.statements.map(({ id }: { id: string }) => id);
    for (const told of statements.nodes) {
      expect(told.disagreements).toEqual(rivals.includes(told.id) ? [theme] : []);
    }
    const found = await data(
      `query ($rivals: [ID!]!) {
        byRival: disagreements(statements: $rivals) { nodes { id } }
        bySubject: disagreements(involving: ["conference:31"], properties: ["theme"]) { nodes { id } }
        none: disagreements(statements: []) { totalCount }
      }`,
      { variables: { rivals } },
    );
    expect(found.byRival.nodes).toEqual([{ id: theme.id }]);
    expect(found.bySubject.nodes).toEqual([{ id: theme.id }]);
    expect(found.none.totalCount).toBe(0);
  });

  it('do not take a misspelt name', async () => {
    const { errors } = await ask('{ disagreements(properties: ["themes"]) { totalCount } }');
    expect(errors[0]?.extensions.code).toBe('NAME_UNKNOWN');
  });
});

describe('the ontology', () => {
  it('is told whole, with labels in the language asked for', async () => {
    const { ontology: told } = await data(
      `{ ontology {
        kinds { name label description }
        properties { name label description valueType subjects objects vocabulary values qualifiers inverse { name label values } }
        qualifiers { name label description valueType objects vocabulary }
        vocabularies { name label terms { name label } }
      } }`,
      { language: 'en' },
    );
    const named = (list: readonly { name: string }[], name: string) =>
      list.find((each) => each.name === name);
    expect(told.kinds.map(({ name }: { name: string }) => name)).toEqual([
      ...ontology.kinds.keys(),
    ]);
    expect(named(told.kinds, 'person')).toEqual({
      name: 'person',
      label: 'Person',
      description: 'A human being: leader, diplomat, author, photographer.',
    });
    expect(told.properties).toHaveLength(ontology.properties.size);
    expect(named(told.properties, 'holdsOffice')).toMatchObject({
      label: 'holds the office of',
      valueType: 'ENTITY',
      subjects: ['person'],
      objects: ['office'],
      vocabulary: null,
      values: 'MANY',
      inverse: { name: 'heldBy', label: 'held by', values: 'ONE_AT_A_TIME' },
    });
    expect(named(told.properties, 'level')).toMatchObject({
      valueType: 'TERM',
      vocabulary: 'partnershipLevel',
      objects: [],
      inverse: null,
    });
    expect(named(told.properties, 'summary')).toMatchObject({ subjects: null });
    expect(named(told.qualifiers, 'capacity')).toMatchObject({
      valueType: 'ENTITY',
      objects: ['office'],
    });
    expect(named(told.vocabularies, 'partnershipAct')).toEqual({
      name: 'partnershipAct',
      label: 'Act',
      terms: [
        { name: 'established', label: 'established' },
        { name: 'raised', label: 'raised' },
      ],
    });
  });
});

describe('the dataset', () => {
  it('tells its version and how much it holds', async () => {
    const { dataset } = await data(
      '{ dataset { version counts { entities statements edges citations sources } } }',
    );
    expect(dataset).toEqual({
      version: world.version,
      counts: {
        entities: world.entities.length,
        statements: world.statements.length,
        edges: world.statements.filter(({ value }) => value.type === 'entity').length,
        citations: world.statements.flatMap(({ citations }) => citations).length,
        sources: 2,
      },
    });
  });

  it('counts by kind, property and source, under a filter', async () => {
    const { dataset } = await data(`{ dataset {
      entitiesByKind { key label count }
      statementsByProperty(filter: { subjects: ["conference:31"] }) { key label count }
      statementsBySource { key label count }
      statementsByKind(filter: { properties: ["theme", "status"] }) { key label count }
    } }`);
    expect(dataset.entitiesByKind).toContainEqual({ key: 'country', label: 'Quốc gia', count: 3 });
    expect(dataset.statementsByProperty).toContainEqual({
      key: 'theme',
      label: 'chủ đề',
      count: 2,
    });
    expect(dataset.statementsByProperty).not.toContainEqual(
      expect.objectContaining({ key: 'chairs' }),
    );
    expect(dataset.statementsBySource).toContainEqual({
      key: 'source:hai',
      label: 'Bài hai',
      count: 3,
    });
    expect(dataset.statementsByKind).toEqual([
      { key: 'agreement', label: 'Thỏa thuận', count: 2 },
      { key: 'conference', label: 'Hội nghị', count: 2 },
    ]);
  });
});
