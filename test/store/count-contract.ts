import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ProblemError } from '../../src/errors/problem.ts';
import { bestStatement } from '../../src/ontology/best-statement.ts';
import type { Entity, Statement } from '../../src/ontology/model.ts';
import type {
  AggregateAnswer,
  AggregateRequest,
  AggregateRow,
  Dimension,
  GroupKey,
  Measure,
} from '../../src/store/port.ts';
import { testDataset } from '../support/dataset.ts';
import { RICH_RELATIONS, richDataset } from '../support/rich-dataset.ts';
import type { MakeStore } from './contract.ts';
import { anyDate, anyFilter, foundBy } from './find-contract.ts';
import { FindOracle, valueText } from './find-oracle.ts';

const dimension: fc.Arbitrary<Dimension> = fc.oneof(
  fc.record({ by: fc.constantFrom('kind', 'property', 'source', 'rank', 'year', 'month') }),
  fc.record({
    by: fc.constant('value'),
    property: fc.constantFrom(...RICH_RELATIONS, 'status', 'theme', 'ordinal', 'sessionCount'),
  }),
  fc.record({
    by: fc.constant('value'),
    property: fc.constantFrom(...RICH_RELATIONS),
    direction: fc.constantFrom('out', 'in'),
  }),
) as fc.Arbitrary<Dimension>;

const measure: fc.Arbitrary<Measure> = fc.oneof(
  fc.record({ of: fc.constantFrom('count' as const, 'citations' as const) }),
  fc.record({
    of: fc.constantFrom('sum' as const, 'average' as const, 'least' as const, 'greatest' as const),
    property: fc.constantFrom('ordinal', 'sessionCount'),
  }),
);

const statementFilter = fc.oneof(
  fc.constant({}),
  fc.record({ properties: fc.subarray(['ordinal', 'sessionCount', 'attends']) }),
  fc.record({ ranks: fc.subarray(['preferred', 'normal', 'deprecated'] as const) }),
);

const rarely = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 1 });

const request = fc
  .record({
    count: fc.constantFrom('entities' as const, 'statements' as const),
    entities: rarely(anyFilter),
    statements: rarely(statementFilter),
    groupBy: fc.array(dimension, { maxLength: 3 }),
    measure,
    asOf: anyDate,
    limit: fc.constantFrom(1, 3, 1000),
  })
  .map(
    (one) =>
      Object.fromEntries(
        Object.entries(one).filter(([, value]) => value !== undefined),
      ) as unknown as AggregateRequest,
  );

/** Counts item by item and row by row. */
function scan(
  oracle: FindOracle,
  entitiesById: ReadonlyMap<string, Entity>,
  { count, entities, statements: filter, groupBy, measure, limit }: AggregateRequest,
): AggregateAnswer {
  const passing = new Set(oracle.entities(entities ?? {}));
  const subjectOf = ({ subject }: Statement): Entity => entitiesById.get(subject)!;
  const statements = oracle.statements.filter(
    (one) =>
      (entities === undefined || passing.has(subjectOf(one))) &&
      (filter?.properties?.includes(one.property) ?? true) &&
      (filter?.ranks?.includes(one.rank) ?? true),
  );
  const items: readonly (Entity | Statement)[] =
    count === 'statements'
      ? statements
      : filter === undefined
        ? [...passing]
        : [...new Set(statements.map(subjectOf))];
  const isStatement = (item: Entity | Statement): item is Statement => 'subject' in item;
  const own = (item: Entity | Statement): readonly Statement[] =>
    isStatement(item) ? [item] : oracle.of(item);
  const nodeOf = (item: Entity | Statement): Entity => (isStatement(item) ? subjectOf(item) : item);

  const keysOf = (item: Entity | Statement, by: Dimension): readonly GroupKey[] => {
    const node = nodeOf(item);
    const plain = (keys: readonly string[]) => [...new Set(keys)].map((key) => ({ key }));
    switch (by.by) {
      case 'kind':
        return plain([node.kind]);
      case 'property':
        return plain(own(item).map(({ property }) => property));
      case 'source':
        return plain(own(item).flatMap(({ citations }) => citations.map(({ source }) => source)));
      case 'rank':
        return plain(own(item).map(({ rank }) => rank));
      case 'year':
      case 'month': {
        const stretch = oracle.stretch(node, by.by === 'year' ? 4 : 7);
        return stretch === null ? [] : plain([stretch]);
      }
      case 'value': {
        const values =
          by.direction === 'in'
            ? oracle.statements
                .filter(
                  ({ property, value }) =>
                    property === by.property && value.type === 'entity' && value.id === node.id,
                )
                .map(({ subject }) => ({ type: 'entity' as const, id: subject }))
            : oracle
                .of(node)
                .filter(({ property }) => property === by.property)
                .map(({ value }) => value);
        return [...new Map(values.map((value) => [valueText(value), value]))].map(
          ([key, value]) => ({ key, value }),
        );
      }
    }
  };
  const numberIn = ({ value, rank }: Statement): number | null =>
    rank === 'deprecated'
      ? null
      : value.type === 'integer'
        ? value.integer
        : value.type === 'quantity'
          ? value.amount
          : null;
  const sourceAt = groupBy.findIndex(({ by }) => by === 'source');
  const numberOf = (item: Entity | Statement, keys: AggregateRow['groups']): number | null => {
    if (!('property' in measure)) {
      return measure.of === 'count'
        ? 1
        : own(item)
            .flatMap(({ citations }) => citations)
            .filter(({ source }) => [undefined, source].includes(keys[sourceAt]?.key)).length;
    }
    const measured = own(item).filter(
      (one) => one.property === measure.property && one.rank !== 'deprecated',
    );
    const best = isStatement(item) ? measured[0] : bestStatement(measured);
    return best === undefined ? null : numberIn(best);
  };

  const groups = new Map<string, { groups: (GroupKey | null)[]; items: (Entity | Statement)[] }>();
  if (groupBy.length === 0) groups.set('', { groups: [], items: [] });
  for (const item of items) {
    let combinations: (GroupKey | null)[][] = [[]];
    for (const by of groupBy) {
      const keys = keysOf(item, by);
      const wanted = keys.length === 0 ? [null] : keys;
      combinations = combinations.flatMap((before) => wanted.map((key) => [...before, key]));
    }
    for (const combination of combinations) {
      const name = combination.map((key) => JSON.stringify(key?.key ?? null)).join();
      if (!groups.has(name)) groups.set(name, { groups: combination, items: [] });
      groups.get(name)!.items.push(item);
    }
  }
  const rows = [...groups.values()].map(({ groups: keys, items: members }): AggregateRow => {
    const numbers = members.map((one) => numberOf(one, keys)).filter((number) => number !== null);
    const sum = numbers.reduce((a, b) => a + b, 0);
    const values = {
      count: () => sum,
      citations: () => sum,
      sum: () => sum,
      average: () => sum / numbers.length,
      least: () => Math.min(...numbers),
      greatest: () => Math.max(...numbers),
    };
    const isCount = measure.of === 'count' || measure.of === 'citations';
    return {
      groups: keys,
      value: numbers.length === 0 && !isCount ? null : values[measure.of](),
      count: members.length,
    };
  });
  const greatest = (value: number | null): number => value ?? Number.NEGATIVE_INFINITY;
  // After all keys that there are stands none.
  const text = ({ groups: keys }: AggregateRow): string[] =>
    keys.map((key) => key?.key ?? '\uffff');
  rows.sort((a, b) => {
    if (a.value !== b.value) return greatest(b.value) - greatest(a.value);
    if (a.count !== b.count) return b.count - a.count;
    const [first, second] = [text(a), text(b)];
    const place = first.findIndex((key, index) => key !== second[index]);
    return first[place]! < second[place]! ? -1 : 1;
  });
  return {
    rows: rows.slice(0, limit),
    totalCount: rows.length,
    truncated: rows.length > limit ? { reason: 'limit', bound: limit } : null,
  };
}

/** What counts and sums by group come to. */
export function countContract(makeStore: MakeStore): void {
  describe('aggregates', () => {
    it('are what a scan counts, in every dimension and measure, as of any date', async () => {
      await fc.assert(
        fc.asyncProperty(richDataset, request, async (dataset, asked) => {
          const store = await makeStore(dataset);
          const oracle = new FindOracle(dataset, await foundBy(store), asked.asOf);
          const entities = new Map(dataset.entities.map((entity) => [entity.id, entity]));
          const expected = scan(oracle, entities, asked);
          // The first answer may prepare what the second is taken from.
          for (const again of [1, 2]) {
            expect(await store.aggregates([asked]), `time ${again}`).toEqual([expected]);
          }
        }),
        { numRuns: 150 },
      );
    });

    const asked: AggregateRequest = {
      count: 'entities',
      groupBy: [{ by: 'kind' }],
      measure: { of: 'count' },
      limit: 10,
    };

    it('refuse a limit out of bounds', async () => {
      const store = await makeStore(testDataset([]));
      for (const limit of [0, -1, 1.5, 1e9]) {
        const [answer] = await store.aggregates([{ ...asked, limit }]);
        expect(answer).toBeInstanceOf(ProblemError);
        expect((answer as ProblemError).problem.code).toBe('ARGUMENT_OUT_OF_RANGE');
      }
    });

    it('give one row without a dimension, also for nothing', async () => {
      const store = await makeStore(testDataset([]));
      const none = { ...asked, groupBy: [] };
      const answer = (value: number | null) => ({
        rows: [{ groups: [], value, count: 0 }],
        totalCount: 1,
        truncated: null,
      });
      expect(
        await store.aggregates([none, { ...none, measure: { of: 'sum', property: 'ordinal' } }]),
      ).toEqual([answer(0), answer(null)]);
    });

    it('refuse so fine a grouping that there is no end of groups', async () => {
      const guests = Array.from(
        { length: 70 },
        (_, index) => [`person:n${index}`, 'attends', 'conference:c'] as const,
      );
      const store = await makeStore(testDataset(guests));
      const by = { by: 'value', property: 'attends', direction: 'in' } as const;
      const fine = { ...asked, entities: { kinds: ['conference'] } };
      const [pairs, triples] = await store.aggregates([
        { ...fine, groupBy: [by, by] },
        { ...fine, groupBy: [by, by, by] },
      ]);
      expect(pairs).toMatchObject({ totalCount: 4900 });
      expect((triples as ProblemError).problem.code).toBe('ARGUMENT_OUT_OF_RANGE');
    });

    it('stop when nobody waits, and say how far they came', async () => {
      const people = Object.fromEntries(
        Array.from({ length: 3000 }, (_, index) => [`person:n${index}`, 'An']),
      );
      const store = await makeStore(testDataset([], people));
      const filter = { kinds: ['person'] };
      const [stopped] = await store.aggregates([{ ...asked, entities: filter }], {
        stopped: () => true,
      });
      const { rows, truncated } = stopped as AggregateAnswer;
      expect(truncated).toEqual({ reason: 'time', bound: rows[0]!.count });
      expect(rows[0]!.count).toBeLessThan(3000);
      const [whole] = await store.aggregates([{ ...asked, entities: filter }], {
        stopped: () => false,
      });
      expect(whole).toMatchObject({ rows: [{ count: 3000 }], truncated: null });
    });
  });
}
