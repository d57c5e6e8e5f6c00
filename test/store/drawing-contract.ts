import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ProblemError } from '../../src/errors/problem.ts';
import type { Entity, Statement } from '../../src/ontology/model.ts';
import type { Call, Drawing, DrawingRequest, GraphStore } from '../../src/store/port.ts';
import { type TerseRecord, testDataset } from '../support/dataset.ts';
import { richDataset } from '../support/rich-dataset.ts';
import type { MakeStore } from './contract.ts';
import { anyDate, anyFilter, foundBy } from './find-contract.ts';
import { FindOracle } from './find-oracle.ts';

async function drawn(store: GraphStore, request: DrawingRequest, call?: Call): Promise<Drawing> {
  const [answer] = await store.drawings([request], call);
  if (answer instanceof Error) throw answer;
  expect(answer ?? null).not.toBeNull();
  return answer!;
}

/** A drawing with plain lists, which can be compared. */
const plain = ({ degrees, subjects, objects, ...rest }: Drawing) => ({
  ...rest,
  degrees: [...degrees],
  subjects: [...subjects],
  objects: [...objects],
});

/** The first of some entities, the best connected first, and all that joins two of them, by scanning the statements. */
function expected(
  all: readonly Entity[],
  statements: readonly Statement[],
  { limit }: DrawingRequest,
) {
  const entities = all.slice(0, limit);
  const places = new Map(entities.map(({ id }, place) => [id, place]));
  const edges = statements.filter(
    ({ subject, value }) => value.type === 'entity' && places.has(subject) && places.has(value.id),
  );
  return {
    totalCount: all.length,
    entities,
    edges,
    subjects: edges.map(({ subject }) => places.get(subject)),
    objects: edges.map(({ value }) => places.get(value.type === 'entity' ? value.id : '')),
    truncated: all.length > limit ? { reason: 'limit', bound: limit } : null,
  };
}

/** Parts of the graph as columns. */
export function drawingContract(makeStore: MakeStore): void {
  describe('drawings', () => {
    it('are what a scan finds, under every filter, as of any date', async () => {
      await fc.assert(
        fc.asyncProperty(
          richDataset,
          anyFilter,
          anyDate,
          fc.integer({ min: 1, max: 12 }),
          async (dataset, filter, asOf, limit) => {
            const store = await makeStore(dataset);
            const oracle = new FindOracle(dataset, await foundBy(store), asOf);
            const request = { filter, limit, ...(asOf !== undefined && { asOf }) };
            const all = oracle.entities(filter, 'degree');
            const found = plain(await drawn(store, request));
            expect(found).toMatchObject(expected(all, oracle.statements, request));
            expect(found.degrees).toEqual(found.entities.map(({ id }) => oracle.degree(id)));
          },
        ),
        { numRuns: 200 },
      );
    });

    /** A ring with a middle: more entities than are visited between two questions whether to go on. */
    const SIZE = 2500;
    const ring = testDataset(
      Array.from({ length: SIZE }, (_, index): TerseRecord[] => [
        [`person:n${index}`, 'attends', 'conference:middle'],
        [`person:n${index}`, 'partOf', `person:n${(index + 1) % SIZE}`],
      ]).flat(),
    );

    const byName = new Intl.Collator('vi');
    const middle = ring.entities.find(({ kind }) => kind === 'conference')!;
    const people = ring.entities.filter(({ kind }) => kind === 'person');
    const rest = ring.entities.filter((one) => one !== middle && !people.includes(one));
    const ordered = [
      middle,
      ...people.toSorted((a, b) => byName.compare(a.names.vi, b.names.vi)),
      ...rest,
    ];

    it('hold every edge of a hub', async () => {
      const store = await makeStore(ring);
      const whole = plain(await drawn(store, { limit: 10_000 }));
      expect(whole.entities).toHaveLength(ring.entities.length);
      expect(whole.edges).toEqual(ring.statements);
      // Bisected rather than walked, where few of its neighbors are drawn.
      const few = plain(await drawn(store, { limit: 3 }));
      expect(few).toMatchObject(expected(ordered, ring.statements, { limit: 3 }));
      expect(few.degrees).toEqual([SIZE, 3, 3]);
    });

    it('that were told to stop say so, and lack no edge between the entities they have', async () => {
      const store = await makeStore(ring);
      let asked = 0;
      const stopped = (): boolean => {
        asked += 1;
        return asked > 2;
      };
      const part = plain(await drawn(store, { limit: 10_000 }, { stopped }));
      const { reason, bound } = part.truncated!;
      expect(reason).toBe('time');
      expect(bound).toBeGreaterThan(0);
      expect(bound).toBeLessThan(SIZE);
      expect(part).toMatchObject({
        ...expected(ordered, ring.statements, { limit: bound }),
        truncated: { reason: 'time', bound },
      });
    });

    it('keep their bounds, each request by itself', async () => {
      const store = await makeStore(testDataset([['person:a', 'attends', 'conference:b']]));
      const answers = await store.drawings([{ limit: 0 }, { limit: 1 }, { limit: 1e9 }]);
      const codes = answers.map((answer) =>
        answer instanceof ProblemError ? answer.problem.code : null,
      );
      expect(codes).toEqual(['ARGUMENT_OUT_OF_RANGE', null, 'ARGUMENT_OUT_OF_RANGE']);
    });
  });
}
