import fc from 'fast-check';
import {
  type GraphQLObjectType,
  getIntrospectionQuery,
  getNamedType,
  isAbstractType,
  isLeafType,
  isRequiredArgument,
  parse,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Dataset } from '../../../src/data/dataset.ts';
import { buildGraph } from '../../../src/graph/build.ts';
import { createContext } from '../../../src/graphql/context.ts';
import { createKeptTexts } from '../../../src/graphql/execution/kept.ts';
import { isLasting } from '../../../src/graphql/lasting.ts';
import { planAnswer } from '../../../src/graphql/plan.ts';
import type { Language } from '../../../src/ontology/model.ts';
import { openOperations } from '../../../src/server/operations.ts';
import { createMemoryStore } from '../../../src/store/memory.ts';
import type { GraphStore } from '../../../src/store/port.ts';
import { randomNumbers } from '../../../src/util/random-numbers.ts';
import { randomArguments } from '../support/random-arguments.ts';
import { RandomSelection } from '../support/random-selection.ts';
import { realDataset } from '../support/real.ts';
import { failing } from '../support/remote-store.ts';
import { schema } from '../support/schema.ts';
import { executeByTheLetter } from '../support/standard.ts';

const { all: operations } = await openOperations();
const roots = Object.values(schema.getQueryType()!.getFields());

/** A selection of all that says the same of an object always. */
function lasting(name: string, depth: number): string {
  const type = schema.getType(name);
  if (isAbstractType(type)) {
    const parts = schema
      .getPossibleTypes(type)
      .map((each) => `... on ${each} ${lasting(each.name, depth)}`);
    return `{ ${parts.join(' ')} }`;
  }
  const fields = Object.values((type as GraphQLObjectType).getFields()).filter(
    (field) => isLasting(field) && !field.args.some(isRequiredArgument),
  );
  const selected = fields.map((field) => {
    const below = getNamedType(field.type);
    if (isLeafType(below)) return field.name;
    return depth > 1 ? `${field.name} ${lasting(below.name, depth - 1)}` : '';
  });
  return `{ __typename ${selected.join(' ')} }`;
}

describe('a planned query of the API answers byte by byte as one that is executed by the letter', () => {
  let dataset: Dataset;
  let near: GraphStore;
  beforeAll(async () => {
    dataset = await realDataset();
    near = createMemoryStore(buildGraph(dataset));
    await near.analytics([null]);
  });

  // Room for all, so that none is dropped.
  const texts = createKeptTexts(100_000_000);

  async function compare(query: string, variables = {}, store = near): Promise<void> {
    const plan = planAnswer(schema, parse(query), texts);
    // A store of which nothing is known yet is asked by promises, and of these GraphQL's own execution forgets some.
    for (let depth = 0; depth < 8; depth += 1) {
      await plan(variables, createContext({ store, language: 'vi' }));
    }
    await compareIn('vi', plan, query, variables, store);
    await compareIn('en', plan, query, variables, store);
  }

  async function compareIn(
    language: Language,
    plan: ReturnType<typeof planAnswer>,
    query: string,
    variables: Readonly<Record<string, unknown>>,
    store: GraphStore,
  ): Promise<void> {
    const context = () => createContext({ store, language });
    const expected = await executeByTheLetter(query, variables, context());
    for (const _ of [1, 2]) {
      const { data, errors } = await plan(variables, context());
      expect(data).toBe(JSON.stringify(expected.data));
      expect(JSON.stringify(errors)).toBe(JSON.stringify(expected.errors ?? []));
    }
  }

  const mixed = (text: string, seed: number): number =>
    [...text].reduce((hash, letter) => Math.imul(hash ^ letter.codePointAt(0)!, 16777619), seed);

  it.each(operations.map(({ name, document, variables }) => [name, document, variables] as const))(
    '%s, be it that requests to the store fail',
    async (_name, document, variables) => {
      await compare(document, variables);
      const fails = failing(near, (method, request) =>
        (mixed(JSON.stringify([method, request]), 7) >>> 8) % 4 === 0
          ? new Error(`no shard for ${method}`)
          : undefined,
      );
      await compare(document, variables, fails);
    },
  );

  afterAll(() => {
    expect(texts.size()).toBeGreaterThan(10_000);
  });

  it('queries at random', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer(), async (seed) => {
        const random = randomNumbers(seed);
        const argument = randomArguments({ random, dataset });
        const selection = new RandomSelection({ schema, random, leftOut: new Set(), argument });
        const fields = Array.from({ length: 2 }, () =>
          selection.field(roots[Math.floor(random() * roots.length)]!, 2),
        );
        await compare(`{ __typename ${fields.join(' ')} }`);
      }),
      { numRuns: 30 },
    );
  });

  it('whatever is kept of entities and statements, as of one date after another', async () => {
    const query = `query ($asOf: PartialDate) {
      entities(first: 60, asOf: $asOf) { nodes ${lasting('Entity', 2)} }
      statements(first: 60, asOf: $asOf) { nodes ${lasting('Statement', 3)} }
    }`;
    const plan = planAnswer(schema, parse(query), texts);
    const before = texts.size();
    for (const asOf of [undefined, '2021', '2024', '2021', undefined]) {
      await compareIn('en', plan, query, { asOf }, near);
    }
    expect(texts.size()).toBeGreaterThan(before + 10_000);
  });

  it.each([
    ['what the schema says of itself', getIntrospectionQuery(), {}],
    [
      'parts of that, with data beside it',
      'query Q($name: String!) { a: __type(name: $name) { ...T } dataset { version } b: __type(name: "No") { name } __schema { queryType { name } } } fragment T on __Type { name kind }',
      { name: 'Person' },
    ],
    [
      'a date within a date',
      '{ entity(id: "country:vnm") { a: relations(first: 2) { totalCount nodes { shownAsOf } } } counts: entities(first: 3, asOf: "2021") { nodes { shownAsOf relations(first: 2) { nodes { shownAsOf } } } } }',
      {},
    ],
  ])('%s', async (_what, query, variables) => {
    await compare(query, variables);
  });

  it.each([
    ['query A { __typename } query B { __typename }', {}],
    ['mutation { __typename }', {}],
    ['query ($id: ID!) { entity(id: $id) { id } }', {}],
    ['query ($id: ID!) { entity(id: $id) { id } }', { id: {} }],
    ['query ($size: Int = 2) { people(first: $size) { totalCount } }', { size: null }],
  ])('what cannot be executed: %s with %j', async (query, variables) => {
    const context = createContext({ store: near, language: 'vi' });
    const expected = await executeByTheLetter(query, variables, context);
    const { data, errors } = await planAnswer(schema, parse(query))(variables, context);
    expect(data).toBe(JSON.stringify(expected.data));
    expect(JSON.stringify(errors)).toBe(JSON.stringify(expected.errors ?? []));
  });
});
