import fc from 'fast-check';
import {
  type GraphQLArgument,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  isObjectType,
} from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Dataset } from '../../src/data/dataset.ts';
import { buildGraph } from '../../src/graph/build.ts';
import { entityTypeName } from '../../src/graphql/entity.ts';
import type { Statement } from '../../src/ontology/model.ts';
import { createMemoryStore } from '../../src/store/memory.ts';
import type { GraphStore } from '../../src/store/port.ts';
import { randomNumbers } from '../../src/util/random-numbers.ts';
import { data } from './support/api.ts';
import { copied, copies } from './support/copies.ts';
import { ontology } from './support/ontology.ts';
import { randomArguments } from './support/random-arguments.ts';
import { RandomSelection } from './support/random-selection.ts';
import { realDataset } from './support/real.ts';
import { numbersOf, remote } from './support/remote-store.ts';
import { schema } from './support/schema.ts';
import { WholeSelection } from './support/whole-selection.ts';

const FEW = 2;
const MANY = 10;

const composite = (name: string) =>
  schema.getType(name) as GraphQLObjectType | GraphQLInterfaceType;
const roots = Object.values(schema.getQueryType()!.getFields());

/** The fields with a resolver, and which of them have been asked for. */
const resolved = new Set<string>();
const met = new Set<string>();
for (const type of Object.values(schema.getTypeMap())) {
  if (!isObjectType(type) || type.name.startsWith('__')) continue;
  for (const field of Object.values(type.getFields())) {
    const { resolve } = field;
    // A cursor asks the store for nothing, and not every list has something in it.
    if (resolve === undefined || field.name === 'cursor') continue;
    const place = `${type.name}.${field.name}`;
    resolved.add(place);
    field.resolve = (...given) => {
      met.add(place);
      return resolve(...given);
    };
  }
}

/** Arguments about one copy of the data, such that there is something to answer. */
const aboutCopy =
  (copy: number) =>
  ({ name }: GraphQLArgument, field: string): string | undefined => {
    const id = (given: string) => JSON.stringify(copied(given, copy));
    switch (name) {
      case 'id':
      case 'to':
        return field === 'timeline' ? undefined : id('country:vnm');
      case 'from':
        return field === 'timeline' ? undefined : id('country:jpn');
      case 'document':
        return id('document:nghi-quyet-dai-hoi-xiii');
      case 'ids':
        return field === 'commonNeighbors'
          ? `[${id('conference:hoi-nghi-ngoai-giao-31')}, ${id('conference:hoi-nghi-ngoai-giao-32')}]`
          : `[${id('document:chi-thi-25')}]`;
      case 'query':
      case 'prefix':
        return '"hội nghị"';
      case 'groupBy':
        return `[{ by: KIND }, { by: VALUE, property: "${PROPERTY}" }]`;
      case 'property':
        return field === 'aggregate' ? undefined : `"${PROPERTY}"`;
      case 'metric':
        return 'PAGE_RANK';
      case 'limit':
        return '5';
      case 'first':
        return '2';
      default:
        return undefined;
    }
  };
const PROPERTY = 'level';

describe('under many parents', () => {
  let dataset: Dataset;
  let store: GraphStore;
  /** The entity of each kind that most is said of. */
  const foremost = new Map<string, string>();

  beforeAll(async () => {
    dataset = await realDataset();
    store = createMemoryStore(buildGraph(copies(dataset, MANY)));
    const said = new Map<string, number>();
    const note = (id: string) => said.set(id, (said.get(id) ?? 0) + 1);
    for (const { subject, value } of dataset.statements) {
      note(subject);
      if (value.type === 'entity') note(value.id);
    }
    for (const { id, kind } of dataset.entities) {
      const best = foremost.get(kind);
      if (!best || (said.get(id) ?? 0) > (said.get(best) ?? 0)) foremost.set(kind, id);
    }
  });

  /** Asks under a number of parents, and tells how many calls of each method and how many requests that took. */
  async function asked(query: (parents: number) => string, parents: number) {
    const { store: far, calls } = remote(store);
    await data(query(parents), { store: far });
    const requests = Object.values(calls).flat();
    return { calls: numbersOf(calls), requests: requests.reduce((sum, each) => sum + each, 0) };
  }

  const nodes = (id: string, selection: string) => (parents: number) => {
    const ids = Array.from({ length: parents }, (_, copy) => copied(id, copy));
    return `{ nodes(ids: ${JSON.stringify(ids)}) ${selection} }`;
  };

  async function growsInRequestsOnly(query: (parents: number) => string) {
    const few = await asked(query, FEW);
    const many = await asked(query, MANY);
    expect(many.calls).toEqual(few.calls);
    expect(many.requests).toBeGreaterThanOrEqual(few.requests);
    return { few, many };
  }

  it('no field of the schema takes more calls', async () => {
    const whole = new WholeSelection({ schema, argument: aboutCopy(0) });
    for (const kind of ontology.kinds.keys()) {
      const type = entityTypeName({ kind });
      const selection = `{ ... on ${type} ${whole.fields(composite(type))} }`;
      const { few, many } = await growsInRequestsOnly(nodes(foremost.get(kind)!, selection));
      expect(many.requests, kind).toBe((few.requests * MANY) / FEW);
    }
    // One statement for each type of value, with qualifiers where there is one.
    const statements = new Map<string, Statement>();
    for (const statement of dataset.statements) {
      const { type } = statement.value;
      const isFirst = !statements.has(type);
      if (isFirst || Object.keys(statement.qualifiers).length > 0) statements.set(type, statement);
    }
    const statement = new WholeSelection({ schema, argument: aboutCopy(0) }).fields(
      composite('Statement'),
    );
    await growsInRequestsOnly((parents) => {
      const ids = Array.from({ length: parents }, (_, copy) =>
        [...statements.values()].map(({ id }) => `${id}${copy}`),
      );
      return `{ nodes(ids: ${JSON.stringify(ids.flat())}) { ... on Statement ${statement} } }`;
    });
    for (const root of roots) {
      await growsInRequestsOnly((parents) => {
        const fields = Array.from({ length: parents }, (_, copy) =>
          new WholeSelection({ schema, argument: aboutCopy(copy) }).field(root, `root${copy}`),
        );
        return `{ ${fields.join(' ')} }`;
      });
    }
    expect([...resolved].filter((place) => !met.has(place))).toEqual([]);
  });

  it('no query at random takes more calls', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer(), async (seed) => {
        const random = randomNumbers(seed);
        const { id, kind } = dataset.entities[Math.floor(random() * dataset.entities.length)]!;
        const argument = randomArguments({ random, dataset });
        const selection = new RandomSelection({
          schema,
          random,
          leftOut: new Set(['members']),
          argument,
        });
        const type = composite(entityTypeName({ kind }));
        await growsInRequestsOnly(
          nodes(id, `{ ... on ${type.name} ${selection.fields(type, 3)} }`),
        );
      }),
      { numRuns: 30 },
    );
  });
});
