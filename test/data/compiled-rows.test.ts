import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rowReader, rowWriter, type StatementRow } from '../../src/data/compiled/rows.ts';
import type { Statement } from '../../src/ontology/model.ts';
import { randomDataset } from '../support/random-dataset.ts';

const reason = { vi: 'Vì vậy.', en: 'For a reason.' };
const inferred = { vi: 'Suy ra.', en: 'Inferred.' };

/** What few statements have, put in by turns. */
function enriched(statement: Statement, number: number): Statement {
  const { citations, rank, ...rest } = statement;
  const { subject: attributedTo } = statement;
  const more = [{}, { inferred }, { attributedTo }, { inferred, attributedTo }];
  return {
    ...rest,
    rank,
    ...(rank !== 'normal' && number % 2 === 0 && { reason }),
    citations: citations.map((citation, place) => ({
      ...citation,
      ...more[(number + place) % more.length],
    })),
  };
}

const isFrozen = (value: unknown): boolean =>
  typeof value !== 'object' ||
  value === null ||
  (Object.isFrozen(value) && Object.values(value).every(isFrozen));

test('statements come back from rows as they were, frozen, key for key', () => {
  fc.assert(
    fc.property(randomDataset, ({ ontology, entities, statements }) => {
      const read = rowReader(ontology, entities);
      const write = rowWriter(ontology, entities);
      for (const statement of statements.map(enriched)) {
        const back = read(JSON.parse(JSON.stringify(write(statement))) as StatementRow);
        // Of one order of keys, for the dataset version is a hash of the text.
        expect(JSON.stringify(back)).toBe(JSON.stringify(statement));
        expect(isFrozen(back)).toBe(true);
        // Not a copy of the id, but the very text that the entity holds.
        if (back.value.type === 'entity') expect(read(write(statement)).value).toBe(back.value);
      }
    }),
    { numRuns: 30 },
  );
});
