import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupStatements } from '../../src/pieces/card/groups.ts';
import type { SpelledShown } from '../../src/pieces/spelled.tsx';

const properties = ['chairs', 'attends', 'adopts'].map((name) => ({
  name,
  label: `${name}!`,
  inverse: name === 'adopts' ? null : { label: `${name} by` },
}));

const statement = (property: string, id: string): SpelledShown => ({
  id,
  text: id,
  rank: 'NORMAL',
  citations: [],
  property,
  propertyLabel: property,
  subject: { id: 's', name: 's' },
  value: { label: 'v' },
  qualifiers: [],
});

const someStatements = fc
  .array(fc.constantFrom('adopts', 'attends', 'chairs', 'new'), { maxLength: 12 })
  .map((list) => list.map((property, index) => statement(property, `${property}${index}`)));
/** Counts that the list begins: of each property as many as are known, or more. */
const counted = (statements: readonly SpelledShown[], more: Readonly<Record<string, number>>) =>
  [...new Set([...statements.map(({ property }) => property), ...Object.keys(more)])].map(
    (key) => ({
      key,
      count: statements.filter(({ property }) => property === key).length + (more[key] ?? 0),
    }),
  );
const more = fc.dictionary(fc.constantFrom('chairs', 'attends', 'adopts'), fc.nat(5));

describe('the groups of a card', () => {
  it('hold every statement once, and count as told', () => {
    fc.assert(
      fc.property(
        someStatements,
        someStatements,
        more,
        more,
        (said, named, moreSaid, moreNamed) => {
          const saidCounts = counted(said, moreSaid);
          const namedCounts = counted(named, moreNamed);
          const groups = groupStatements({ said, named, saidCounts, namedCounts }, properties);
          for (const [end, statements, counts] of [
            ['value', said, saidCounts],
            ['subject', named, namedCounts],
          ] as const) {
            const own = groups.filter((group) => group.end === end);
            const ids = own.flatMap((group) => group.statements.map(({ id }) => id));
            expect(ids.toSorted()).toEqual(statements.map(({ id }) => id).toSorted());
            expect(own.map(({ property, count }) => [property, count]).toSorted()).toEqual(
              counts
                .filter(({ count }) => count > 0)
                .map(({ key, count }) => [key, count])
                .toSorted(),
            );
          }
          expect(new Set(groups.map(({ key }) => key)).size).toBe(groups.length);
        },
      ),
    );
  });

  it('stand in the order of the ontology, what is said first, each read from where it stands', () => {
    const groups = groupStatements(
      {
        said: [statement('attends', 'a'), statement('chairs', 'b')],
        named: [statement('chairs', 'c')],
        saidCounts: [
          { key: 'adopts', count: 30 },
          { key: 'attends', count: 1 },
          { key: 'chairs', count: 1 },
        ],
        namedCounts: [{ key: 'chairs', count: 9 }],
      },
      properties,
    );
    expect(groups.map(({ label, count, statements }) => [label, count, statements.length])).toEqual(
      [
        ['chairs!', 1, 1],
        ['attends!', 1, 1],
        ['adopts!', 30, 0],
        ['chairs by', 9, 1],
      ],
    );
  });
});
