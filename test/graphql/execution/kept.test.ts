import fc from 'fast-check';
import { buildSchema, type GraphQLObjectType, getOperationAST, parse } from 'graphql';
import { describe, expect, it, vi } from 'vitest';
import {
  createKeptTexts,
  type KeptTexts,
  type Shelf,
} from '../../../src/graphql/execution/kept.ts';
import { planQuery } from '../../../src/graphql/execution/plan.ts';
import { isLasting, markLasting } from '../../../src/graphql/lasting.ts';

interface Thing {
  readonly id: string;
  readonly part?: Thing;
}

const things: readonly Thing[] = [{ id: 'a', part: { id: 'part' } }, { id: 'b' }];

/** A world in which `name` and `part` are lasting, and `now` is not. */
function createWorld(name: (thing: Thing, args: object, context: Context) => unknown) {
  const schema = buildSchema(`
    type Query { things: [Thing!]! }
    type Thing { id: ID! name(long: Boolean): String now: Int! part: Thing }`);
  let now = 0;
  const fields = (schema.getType('Thing') as GraphQLObjectType).getFields();
  fields.name!.resolve = name as never;
  fields.now!.resolve = () => {
    now += 1;
    return now;
  };
  markLasting(fields.name!);
  schema.getQueryType()!.getFields().things!.resolve = () => things;
  return schema;
}

interface Context {
  readonly variant: string;
}

function plan(
  schema: ReturnType<typeof createWorld>,
  query: string,
  texts: KeptTexts,
  lasts = ({ name }: { readonly name: string }) => name === 'Thing',
) {
  const document = parse(query);
  const planned = planQuery({
    ...{ schema, document, operation: getOperationAST(document)! },
    keeping: { texts, lasts, isLasting, variant: (context) => (context as Context).variant },
  });
  return async (variant = '', variables = {}) => {
    const given = await planned({ context: { variant }, variables, given: variables });
    return { data: JSON.parse(given.data), errors: given.errors.map(({ message }) => message) };
  };
}

const named = (thing: Thing, _: object, { variant }: Context) => `${thing.id}${variant}`;

describe('what a query says of objects that last', () => {
  it('is kept from the second time on, and what does not last is asked each time', async () => {
    const name = vi.fn(named);
    const ask = plan(createWorld(name), '{ things { id name now } }', createKeptTexts(10_000));
    for (const [time, calls] of [2, 4, 4, 4].entries()) {
      const { data } = await ask();
      expect(data.things).toEqual([
        { id: 'a', name: 'a', now: 2 * time + 1 },
        { id: 'b', name: 'b', now: 2 * time + 2 },
      ]);
      expect(name).toHaveBeenCalledTimes(calls);
    }
  });

  it('is kept with what is below it, in the order that is asked for', async () => {
    const name = vi.fn(named);
    const ask = plan(
      createWorld(name),
      '{ things { now part { name __typename } id } }',
      createKeptTexts(10_000),
    );
    for (const calls of [1, 2, 2]) {
      const { data } = await ask();
      expect(Object.keys(data.things[0])).toEqual(['now', 'part', 'id']);
      expect(data.things[0].part).toEqual({ name: 'part', __typename: 'Thing' });
      expect(data.things[1].part).toBeNull();
      expect(name).toHaveBeenCalledTimes(calls);
    }
  });

  it('is kept for each variant', async () => {
    const ask = plan(createWorld(named), '{ things { id name } }', createKeptTexts(10_000));
    for (const variant of ['x', 'y', 'x', 'y', 'x']) {
      expect((await ask(variant)).data.things[1]).toEqual({ id: 'b', name: `b${variant}` });
    }
  });

  it('is not kept where a variable decides', async () => {
    const name = vi.fn((thing: Thing, { long }: { readonly long?: boolean }) =>
      long ? `${thing.id} the long` : thing.id,
    );
    const ask = plan(
      createWorld(name),
      'query ($long: Boolean) { things { id name(long: $long) } }',
      createKeptTexts(10_000),
    );
    for (const long of [true, false, true, false]) {
      const { data } = await ask('', { long });
      expect(data.things[0].name).toBe(long ? 'a the long' : 'a');
    }
    expect(name).toHaveBeenCalledTimes(8);
  });

  it('is not kept of objects that are made for each answer', async () => {
    const texts = createKeptTexts(10_000);
    const ask = plan(createWorld(named), '{ things { id name } }', texts, () => false);
    for (const _ of [1, 2, 3]) await ask();
    expect(texts.size()).toBe(0);
  });

  it('is not kept where an error is in it, or a promise', async () => {
    let outcome = (): unknown => {
      throw new Error('not now');
    };
    const ask = plan(
      createWorld(() => outcome()),
      '{ things { id name } }',
      createKeptTexts(10_000),
    );
    for (const _ of [1, 2, 3]) {
      const { data, errors } = await ask();
      expect(data.things).toEqual([
        { id: 'a', name: null },
        { id: 'b', name: null },
      ]);
      expect(errors).toEqual(['not now', 'not now']);
    }
    outcome = async () => 'later';
    expect((await ask()).data.things[0]).toEqual({ id: 'a', name: 'later' });
    outcome = () => 'at once';
    expect((await ask()).data.things[0]).toEqual({ id: 'a', name: 'at once' });
    outcome = () => 'too late';
    expect((await ask()).data.things[0]).toEqual({ id: 'a', name: 'at once' });
  });
});

describe('texts that are kept', () => {
  it('never take more than they may, and are those that were kept last', () => {
    const step = fc.record({
      shelf: fc.nat(2),
      object: fc.nat(20),
      text: fc.string({ minLength: 1, maxLength: 400 }),
    });
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 60 }),
        fc.integer({ min: 0, max: 3_000 }),
        (steps, bound) => {
          const texts = createKeptTexts(bound);
          const shelves: Shelf[] = [new Map(), new Map(), new Map()];
          const objects = Array.from({ length: 21 }, () => ({}));
          const last = new Map<string, string>();
          for (const { shelf, object, text } of steps) {
            texts.keep(shelves[shelf]!, objects[object]!, text);
            last.set(`${shelf} ${object}`, text);
            expect(texts.size()).toBeLessThanOrEqual(bound);
            let characters = 0;
            shelves.forEach((each, number) => {
              for (const [key, kept] of each) {
                expect(kept).toBe(last.get(`${number} ${objects.indexOf(key)}`));
                characters += kept.length;
              }
            });
            expect(2 * characters).toBeLessThanOrEqual(texts.size());
          }
          texts.clear();
          expect(texts.size()).toBe(0);
          expect(shelves.map(({ size }) => size)).toEqual([0, 0, 0]);
        },
      ),
    );
  });
});
