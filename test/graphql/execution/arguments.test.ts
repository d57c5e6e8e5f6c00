import fc from 'fast-check';
import {
  buildSchema,
  execute,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
  parse,
  validate,
} from 'graphql';
import { expect, it } from 'vitest';
import { type Executed, planQuery } from '../../../src/graphql/execution/plan.ts';
import { planVariables } from '../../../src/graphql/execution/variables.ts';

/** A field that tells which arguments it was given. */
function createSchema(): GraphQLSchema {
  const schema = buildSchema(`
    enum Colour { RED GREEN }
    input Box { width: Int! colour: Colour = RED boxes: [Box!] }
    type Query {
      told(number: Int, sure: Int! = 2, must: String!, list: [Int!], colour: Colour = GREEN, box: Box): String
    }
  `);
  const { told } = schema.getQueryType()!.getFields();
  told!.resolve = (_source, args) => JSON.stringify(Object.entries(args).sort());
  return schema;
}

const schema = createSchema();
const declared = {
  number: ['Int', 'Int = 5', 'Int!'],
  sure: ['Int', 'Int = 3', 'Int!'],
  must: ['String!', 'String! = "x"'],
  list: ['[Int!]', '[Int!] = [1]', 'Int'],
  colour: ['Colour', 'Colour = RED', 'Colour!'],
  box: ['Box', 'Box = { width: 1 }', 'Box!'],
} as const;
type Name = keyof typeof declared;
const literals: Readonly<Record<Name, readonly string[]>> = {
  number: ['1', 'null'],
  sure: ['1'],
  must: ['"a"'],
  list: ['[1, 2]', '[$within]', 'null'],
  colour: ['RED', 'null'],
  box: ['{ width: 1 }', '{ width: $within, boxes: [{ width: 2 }] }'],
};

const names = Object.keys(declared) as Name[];
/** How an argument is given: not at all, by a variable of a type, or as it stands in the document. */
const given = (name: Name) =>
  fc.oneof(
    fc.constant(undefined),
    fc.constantFrom(...declared[name]).map((type) => ({ type, text: `$${name}` })),
    fc.constantFrom(...literals[name]).map((text) => ({ type: undefined, text })),
  );
const value = fc.oneof(
  fc.constantFrom<unknown>(null, 1, 2.5, 'a', 'RED', 'BLUE', [1], [null], [1, 'a'], {}, true),
  fc.constantFrom<unknown>({ width: 1 }, { width: null }, { width: 1, boxes: [{}] }, { height: 1 }),
);
const variables = fc.dictionary(fc.constantFrom(...names, 'within', 'other'), value);

it('gives fields the arguments that GraphQL gives them, whatever the variables', async () => {
  const asked = fc.record(
    Object.fromEntries(names.map((name) => [name, given(name)])) as {
      [Key in Name]: ReturnType<typeof given>;
    },
  );
  let told = 0;
  await fc.assert(
    fc.asyncProperty(asked, fc.array(variables, { minLength: 1 }), async (args, all) => {
      const parts = names.flatMap((name) => {
        const part = args[name];
        return part === undefined ? [] : [{ name, ...part }];
      });
      const heads = parts.flatMap(({ name, type }) => (type ? [`$${name}: ${type}`] : []));
      const fields = parts.map(({ name, text }) => `${name}: ${text}`);
      const document = parse(
        `query (${[...heads, '$within: Int! = 7'].join()}) { told${fields.length > 0 ? `(${fields})` : ''} also: __typename @skip(if: false) }`,
      );
      // That of "within" nothing is made is the only fault that stays.
      const faults = validate(schema, document).filter(
        ({ message }) => !/never used/.test(message),
      );
      if (faults.length > 0) return;
      const operation = getOperationAST(document)!;
      const coerce = planVariables(schema, operation.variableDefinitions!);
      const plan = planQuery({ schema, document, operation });
      for (const variableValues of all) {
        const { coerced } = getVariableValues(
          schema,
          operation.variableDefinitions!,
          variableValues,
        );
        const planned = coerce(variableValues);
        expect(planned && { ...planned }).toEqual(coerced);
        if (planned === undefined) continue;
        const executed = await plan({ context: {}, variables: planned, given: variableValues });
        const { data, errors = [] } = await execute({ schema, document, variableValues });
        expect(JSON.parse(executed.data)).toEqual(data);
        expect(executed.errors.map(({ message }) => message)).toEqual(
          errors.map(({ message }) => message),
        );
        told += 1;
      }
    }),
    { numRuns: 300 },
  );
  expect(told).toBeGreaterThan(20);
});

it.each(['constructor', '__proto__'])('takes %s for a variable only where it is one', (name) => {
  const document = parse(`query ($${name}: Int) { told(must: "a", number: $${name}) }`);
  const operation = getOperationAST(document)!;
  const coerce = planVariables(schema, operation.variableDefinitions!);
  const plan = planQuery({ schema, document, operation });
  const told = (given: Record<string, unknown>): unknown => {
    const executed = plan({ context: {}, variables: coerce(given)!, given }) as Executed;
    expect(executed.errors).toEqual([]);
    return JSON.parse(JSON.parse(executed.data).told).find(([key]: string[]) => key === 'number');
  };
  expect(told({})).toBeUndefined();
  expect(told(JSON.parse(`{ "${name}": 4 }`))).toEqual(['number', 4]);
});
