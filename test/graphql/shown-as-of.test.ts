import { isInterfaceType, isObjectType } from 'graphql';
import { expect, it } from 'vitest';
import { data } from './support/api.ts';
import { schema } from './support/schema.ts';
import { timedStore } from './support/timed-world.ts';

const store = timedStore();

it('is told by everything that has an id, and so may be kept by a cache', () => {
  const types = Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type) || isInterfaceType(type))
    .filter(({ name }) => name !== 'Node');
  const having = (name: string) =>
    types.filter((type) => name in type.getFields()).map(({ name }) => name);
  expect(having('shownAsOf')).toEqual(having('id'));
  expect(having('id')).toEqual(
    expect.arrayContaining(['Entity', 'Country', 'Statement', 'Community', 'Disagreement']),
  );
});

it('is the date above it as it was given, and null where there is none', async () => {
  const shown = `
    shownAsOf
    statements(first: 1) { nodes { shownAsOf subject { shownAsOf } } }
    community { shownAsOf leading { shownAsOf } }`;
  const at = (asOf: string | null) => ({
    shownAsOf: asOf,
    statements: { nodes: [{ shownAsOf: asOf, subject: { shownAsOf: asOf } }] },
    community: { shownAsOf: asOf, leading: expect.arrayContaining([{ shownAsOf: asOf }]) },
  });
  const answer = await data(
    `query ($date: PartialDate) {
      old: entity(id: "conference:31", asOf: "2023") { ${shown} }
      node(id: "conference:31", asOf: $date) { ... on Conference { ${shown} } }
      new: entity(id: "conference:31") { ${shown} }
    }`,
    { store, variables: { date: '2023-12-19' } },
  );
  expect(answer).toEqual({ old: at('2023'), node: at('2023-12-19'), new: at(null) });
});

it('is told by disagreements too', async () => {
  const fields = '{ nodes { shownAsOf about { shownAsOf } statements { shownAsOf } } }';
  const { always, dated } = await data(
    `{ always: disagreements ${fields} dated: disagreements(asOf: "2026") ${fields} }`,
    { store },
  );
  for (const [answer, asOf] of [
    [always, null],
    [dated, '2026'],
  ] as const) {
    expect(answer.nodes.length).toBeGreaterThan(0);
    for (const { shownAsOf, about, statements } of answer.nodes) {
      expect({ shownAsOf, about }).toEqual({ shownAsOf: asOf, about: { shownAsOf: asOf } });
      expect(new Set(statements.map((each: { shownAsOf: string }) => each.shownAsOf))).toEqual(
        new Set([asOf]),
      );
    }
  }
});
