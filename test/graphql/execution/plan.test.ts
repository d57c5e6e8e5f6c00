import fc from 'fast-check';
import { execute, getOperationAST, getVariableValues, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { planQuery } from '../../../src/graphql/execution/plan.ts';
import { isPromise } from '../../../src/graphql/later.ts';
import { randomNumbers } from '../../../src/util/random-numbers.ts';
import { unheardDuring } from '../support/unheard.ts';
import { randomDocument } from './random-document.ts';
import { createWorld } from './world.ts';

/** Both ways to execute one document, over the same world. */
function bothWays(
  query: string,
  variables: Record<string, unknown>,
  world: unknown,
  schema: Schema,
) {
  const document = parse(query);
  const operation = getOperationAST(document)!;
  const plan = planQuery({ schema, document, operation });
  const coerced = getVariableValues(schema, operation.variableDefinitions ?? [], variables)
    .coerced!;
  return {
    byTheLetter: () =>
      execute({ schema, document, contextValue: world, variableValues: variables }),
    planned: () => plan({ context: world, variables: coerced, given: variables }),
  };
}

type Schema = ReturnType<typeof createWorld>;

describe('a planned query', () => {
  it('gives what one gives that is executed by the letter, errors included', async () => {
    const schema = createWorld();
    let failures = 0;
    await fc.assert(
      fc.asyncProperty(fc.integer(), fc.boolean(), fc.boolean(), async (seed, yes, no) => {
        const query = randomDocument(seed);
        expect(validate(schema, parse(query))).toEqual([]);
        const variables = { yes, no, n: seed % 3 };
        const both = bothWays(query, variables, { seed, promises: 0 }, schema);
        const expected = await both.byTheLetter();
        for (const _ of [1, 2]) {
          const found = both.planned();
          if (isPromise(found)) throw new Error('Nothing is promised here.');
          expect(found.data).toBe(JSON.stringify(expected.data));
          expect(JSON.stringify(found.errors)).toBe(JSON.stringify(expected.errors ?? []));
          failures += found.errors.length;
        }
      }),
      { numRuns: 150 },
    );
    expect(failures).toBeGreaterThan(100);
  });

  it('gives the same data where some of it is promised, and leaves no promise unheard', async () => {
    const schema = createWorld();
    const unheard = await unheardDuring(() =>
      fc.assert(
        fc.asyncProperty(fc.integer(), fc.integer({ min: 1, max: 60 }), async (seed, promises) => {
          const variables = { yes: true, no: false, n: 1 };
          const query = randomDocument(seed);
          const now = bothWays(query, variables, { seed, promises: 0 }, schema);
          const later = bothWays(query, variables, { seed, promises }, schema);
          const [expected, found] = [await now.planned(), await later.planned()];
          expect(found.data).toBe(expected.data);
          const paths = ({ errors }: typeof found) => errors.map(({ path }) => path?.join());
          if (expected.errors.length === 0) expect(found.errors).toEqual([]);
          else expect(paths(found).length).toBeGreaterThan(0);
        }),
        { numRuns: 100 },
      ),
    );
    expect(unheard).toEqual([]);
  });

  it('is planned anew for other conditions, and not for other variables', async () => {
    const schema = createWorld();
    const query = 'query ($yes: Boolean!, $n: Int) { a @include(if: $yes) { id } name(n: $n) }';
    const keysFor = async (variables: Record<string, unknown>) => {
      const { data } = await bothWays(query, variables, { seed: 5, promises: 0 }, schema).planned();
      return Object.keys(JSON.parse(data));
    };
    expect(await keysFor({ yes: true })).toEqual(['a', 'name']);
    expect(await keysFor({ yes: false, n: 2 })).toEqual(['name']);
  });

  it('draws documents that repeat fields, spread fragments and ask on conditions', () => {
    const random = randomNumbers(1);
    const texts = Array.from({ length: 50 }, () =>
      randomDocument(Math.floor(random() * 1e9)),
    ).join();
    for (const part of ['...F', '... on B', '@include', '@skip', '$n', 'matrix']) {
      expect(texts).toContain(part);
    }
  });
});
