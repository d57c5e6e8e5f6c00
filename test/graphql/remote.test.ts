import fc from 'fast-check';
import { type DocumentNode, Kind, parse, type SelectionSetNode } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Dataset } from '../../src/data/dataset.ts';
import { buildGraph } from '../../src/graph/build.ts';
import { openOperations } from '../../src/server/operations.ts';
import { createMemoryStore } from '../../src/store/memory.ts';
import type { GraphStore } from '../../src/store/port.ts';
import { randomNumbers } from '../../src/util/random-numbers.ts';
import { type Answer, ask, data } from './support/api.ts';
import { unexplained } from './support/nulls.ts';
import { randomArguments } from './support/random-arguments.ts';
import { RandomSelection } from './support/random-selection.ts';
import { realDataset } from './support/real.ts';
import { type Breach, type Fail, failing, numbersOf, remote } from './support/remote-store.ts';
import { schema } from './support/schema.ts';
import { unheardDuring } from './support/unheard.ts';

/** How often each named operation calls each method, over the data of the project. */
const callsOf: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  Around: { neighborhoods: 1 },
  ArticleStatements: { statementPages: 1, entities: 1 },
  CitationsOf: { statements: 1, entities: 2, statementPages: 1 },
  ConferencesCompared: { entityPages: 1, statementPages: 1, neighbors: 2 },
  CountsByKind: { entityPages: 1, aggregates: 1 },
  CountsByValue: { entityPages: 1, aggregates: 1 },
  Disagreements: { disagreements: 2, entities: 2, statementPages: 1 },
  Drawing: { drawings: 1 },
  DrawingAround: { neighborhoods: 1, connectedness: 1, entities: 1 },
  DrawingMeasures: { drawings: 1, measures: 1, communities: 1 },
  EntitiesOnSourceAlone: { entities: 1, entityPages: 1 },
  EntityCard: {
    entities: 4,
    times: 1,
    connectedness: 1,
    measures: 1,
    statementPages: 2,
    neighbors: 1,
    disagreements: 2,
    communities: 1,
  },
  EntityFigures: { entities: 2, neighbors: 1, series: 1, disagreements: 1, statementPages: 1 },
  EntityList: { entityPages: 1, times: 1 },
  EntityOutline: {
    entities: 6,
    statementPages: 4,
    disagreements: 4,
    times: 1,
    connectedness: 1,
    neighbors: 1,
    aggregates: 1,
  },
  EntityRows: {
    entityPages: 1,
    aggregates: 1,
    times: 1,
    connectedness: 1,
    statementPages: 1,
    entities: 1,
  },
  EntityTimeline: { entities: 3, timelines: 1, disagreements: 1, statementPages: 1 },
  Figures: { entityPages: 1, series: 1, entities: 2, statementPages: 1 },
  FiguresAbout: { entityPages: 1 },
  FindEntities: { search: 1, aggregates: 1, entityPages: 1 },
  HowConnected: { paths: 1, entities: 2, disagreements: 1, statementPages: 1 },
  InCommon: { commonNeighbors: 1, entities: 2, disagreements: 1, statementPages: 1 },
  KindTimes: {},
  Kinds: {},
  MetricSeries: { entities: 2, series: 1 },
  Moments: { timelines: 1 },
  MonthsOfChange: { aggregates: 1 },
  Names: { entities: 1 },
  NeighborhoodCited: { neighborhoods: 1, connectedness: 1, entities: 2, statementPages: 1 },
  NineDirections: { entityPages: 1, statementPages: 1, neighbors: 1, entities: 1 },
  OfficeHolders: { entityPages: 1, neighbors: 1, entities: 1 },
  Ontology: {},
  Overview: { counts: 1, aggregates: 1, entityPages: 1, times: 1, entities: 1 },
  ParagraphStatements: { statementPages: 2, entities: 2, disagreements: 1 },
  PartnershipMap: { entityPages: 1, times: 1, statementPages: 2, neighbors: 1, entities: 2 },
  PartnershipsAsOf: { entityPages: 1, aggregates: 1, times: 1, statementPages: 1, neighbors: 1 },
  PartnershipsByLevelAndYear: { aggregates: 1 },
  PartnershipsRaised: { entityPages: 1, times: 1, statementPages: 2, neighbors: 1, entities: 2 },
  References: { entities: 2, statements: 1, statementPages: 1 },
  Related: { related: 1 },
  RelationsMarked: { entityPages: 1, times: 1, neighbors: 1, statementPages: 2, entities: 2 },
  RelationsTold: { entities: 3, neighbors: 1, disagreements: 1, statementPages: 1 },
  RestsOnSourceAlone: { entities: 2, statementPages: 2, entityPages: 1, disagreements: 1 },
  SourceContents: { entities: 3, statementPages: 2, paragraphs: 1 },
  SourceParagraphs: { entities: 2, paragraphs: 1, statementPages: 1 },
  Sources: { entityPages: 2, aggregates: 1, statementPages: 1, neighbors: 1, entities: 1 },
  StandOut: { rankings: 1, communities: 2, measures: 1 },
  StandingAsOf: { aggregates: 2, entityPages: 1, neighbors: 1 },
  StateAsOf: {
    counts: 1,
    aggregates: 2,
    entityPages: 1,
    times: 1,
    statementPages: 3,
    neighbors: 1,
    series: 1,
    entities: 5,
  },
  Statement: { statements: 1, entities: 4, disagreements: 2, statementPages: 2 },
  StatementsBySourceAndKind: { aggregates: 1, entities: 1 },
  StatementsCited: { statementPages: 2, entities: 2 },
  StatementsFound: {
    statementPages: 2,
    aggregates: 1,
    entities: 2,
    disagreements: 1,
    connectedness: 1,
  },
  StatementsNaming: { entities: 3, neighbors: 1, disagreements: 1, statementPages: 1 },
  StatementsOf: { entities: 3, statementPages: 2, disagreements: 1 },
  Suggest: { suggestions: 1 },
  Timeline: { timelines: 1, entities: 1 },
  TimelineEntries: { timelines: 1, entities: 2, statementPages: 1, times: 1 },
  TraceDocument: { traces: 1, entities: 2, statementPages: 1 },
  Vocabularies: {},
  WhatSurrounds: { neighborhoods: 1, entities: 1 },
};

/** How deep the fields of a document lie at most, those of its fragments where they are spread. */
function depthOf({ definitions }: DocumentNode): number {
  const fragments = new Map(
    definitions.flatMap((one) =>
      one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one] as const] : [],
    ),
  );
  const below = ({ selections }: SelectionSetNode): number =>
    Math.max(
      ...selections.map((one) => {
        if (one.kind === Kind.FRAGMENT_SPREAD) {
          return below(fragments.get(one.name.value)!.selectionSet);
        }
        const within = one.selectionSet === undefined ? 0 : below(one.selectionSet);
        return one.kind === Kind.FIELD ? within + 1 : within;
      }),
    );
  const operation = definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION)!;
  return below(operation.selectionSet);
}

/** Whether one of some texts, a different one for each seed; one in about so many. */
function chosen(text: string, seed: number, among: number): boolean {
  let hash = seed | 0;
  for (const letter of text) hash = Math.imul(hash ^ letter.codePointAt(0)!, 0x01000193);
  return (hash >>> 8) % among === 0;
}

const roots = Object.values(schema.getQueryType()!.getFields());
const { all: operations } = await openOperations();

describe('over the data of the project, a store far away', () => {
  let dataset: Dataset;
  let near: GraphStore;

  beforeAll(async () => {
    dataset = await realDataset();
    near = createMemoryStore(buildGraph(dataset));
    // Known before what needs it is compared.
    await near.analytics([null]);
  });

  function randomQuery(seed: number): string {
    const random = randomNumbers(seed);
    const argument = randomArguments({ random, dataset });
    const selection = new RandomSelection({ schema, random, leftOut: new Set(), argument });
    const fields = Array.from({ length: 2 }, () =>
      selection.field(roots[Math.floor(random() * roots.length)]!, 2),
    );
    return `{ __typename ${fields.join(' ')} }`;
  }

  const pathsOf = ({ logged }: Answer) =>
    logged.map((one) => (one as { readonly path: readonly (string | number)[] }).path);

  it.each(operations.map((operation) => [operation.name, operation] as const))(
    'is called once a depth for %s, and answers as one in memory',
    async (name, { document, variables }) => {
      const { store, calls } = remote(near);
      const found = await data(document, { store, variables });
      expect(found).toEqual(await data(document, { store: near, variables }));
      const numbers = numbersOf(calls);
      expect(Math.max(...Object.values(numbers))).toBeLessThan(depthOf(parse(document)));
      expect(numbers).toEqual(callsOf[name]);
    },
  );

  it('answers queries at random as one in memory', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer(), async (seed) => {
        const query = randomQuery(seed);
        const { store } = remote(near);
        const [found, expected] = [await ask(query, { store }), await ask(query, { store: near })];
        expect(found.data).toEqual(expected.data);
        expect(found.logged).toEqual([]);
        expect(found.errors).toEqual(expected.errors);
      }),
      { numRuns: 200 },
    );
  });

  it('fails for one request the fields alone that asked for it', async () => {
    let failures = 0;
    const check = async (query: string, variables: object, seed: number) => {
      const among = 2 + (Math.abs(seed) % 12);
      const fail: Fail = (method, request) =>
        chosen(JSON.stringify([method, request]), seed, among)
          ? new Error(`no shard for ${method}`)
          : undefined;
      const asked = (store: GraphStore) => ask(query, { store, variables: { ...variables } });
      const whole = await asked(near);
      const found = await asked(remote(near, { fail }).store);
      expect(unexplained(found.data, whole.data, pathsOf(found))).toEqual([]);
      // As over a store in memory of which the same requests fail.
      expect(found.data).toEqual((await asked(failing(near, fail))).data);
      failures += pathsOf(found).length;
    };
    for (const [index, { document, variables }] of operations.entries()) {
      for (const seed of [index, index + 100, index + 1000]) {
        await check(document, variables, seed);
      }
    }
    await fc.assert(
      fc.asyncProperty(fc.integer(), fc.integer(), async (querySeed, seed) =>
        check(randomQuery(querySeed), {}, seed),
      ),
      { numRuns: 60 },
    );
    expect(failures).toBeGreaterThan(50);
  });
});

describe('of a store far away', () => {
  let near: GraphStore;
  beforeAll(async () => {
    near = createMemoryStore(buildGraph(await realDataset()));
  });

  const messages: Readonly<Record<Breach, string>> = {
    'too few': 'The store was asked 2 requests and gave 1 answers.',
    'too many': 'The store was asked 2 requests and gave 3 answers.',
    'no list': "Cannot read properties of null (reading 'length')",
    throws: 'there is no engine',
    rejects: 'the engine went away',
  };
  it.each(Object.keys(messages) as Breach[])(
    'a method that goes wrong whole (%s) takes with it what asked it, and no more',
    async (breach) => {
      const query = `{
        countries(first: 2) { nodes { name connected: partyTo(first: 1) { totalCount } } }
        one: related(to: "country:vnm", first: 1) { edges { reason } }
        two: related(to: "country:jpn", first: 1) { edges { reason } }
        sources(first: 1) { nodes { name } }
      }`;
      const { store, calls } = remote(near, {
        breach: (method) => (method === 'related' ? breach : undefined),
      });
      const whole = await data(query, { store: near });
      const { data: found, errors, logged } = await ask(query, { store });
      expect(found).toEqual({ ...whole, one: null, two: null });
      expect(errors.map(({ extensions }) => extensions.code)).toEqual(['INTERNAL', 'INTERNAL']);
      expect(logged).toMatchObject(
        ['one', 'two'].map((name) => ({ path: [name], err: { message: messages[breach] } })),
      );
      expect(calls.related).toEqual([2]);
    },
  );

  it.each([
    // An argument that a resolver refuses, one that GraphQL refuses, and a directive.
    ['relations(first: 1000) { totalCount }', '', 'ARGUMENT_OUT_OF_RANGE'],
    ['neighbors(order: $null) { totalCount }', '($null: EntityOrder = NAME)', 'BAD_USER_INPUT'],
    ['name @include(if: $null)', '($null: Boolean = true)', 'BAD_USER_INPUT'],
  ])(
    'leaves no promise broken unheard where an item of a list is refused (%s)',
    async (field, declared, code) => {
      // Countries wait for the store, which refuses their cursor; offices are refused without it.
      const fields = `
        ... on Country { relations(after: "damaged") { totalCount } }
        ... on Office { ${field} }`;
      const query = `query ${declared} {
        nodes(ids: ["country:jpn", "office:bo-truong-ngoai-giao"]) { ${fields} }
        entities(kinds: ["country", "office"], first: 100) { nodes { ${fields} } }
      }`;
      const variables = { null: null };
      const unheard = await unheardDuring(async () => {
        const { data: found, errors } = await ask(query, { store: remote(near).store, variables });
        expect(found).toBeNull();
        const codes = errors.map(({ extensions }) => extensions.code);
        expect(new Set(['CURSOR_INVALID', code, ...codes])).toEqual(
          new Set(['CURSOR_INVALID', code]),
        );
      });
      expect(unheard).toEqual([]);
    },
  );

  it('leaves no promise broken unheard where one name of a statement is promised and another refused', async () => {
    // Nothing is known of this store yet, so that the first entity is promised; those of its statements come at once.
    const store = failing(near, (method) =>
      method === 'entities' ? new Error('no shard') : undefined,
    );
    const query = `{
      entity(id: "person:bui-thanh-son") { name }
      statements(filter: { subjects: ["person:bui-thanh-son"], properties: ["holdsOffice"] }) {
        nodes { text }
      }
    }`;
    const unheard = await unheardDuring(async () => {
      const { logged } = await ask(query, { store });
      expect(logged).toContainEqual(
        expect.objectContaining({ path: ['statements', 'nodes', 0, 'text'] }),
      );
    });
    expect(unheard).toEqual([]);
  });

  it('a method that is long in answering keeps nothing else from being asked', async () => {
    const order: string[] = [];
    let release = (): void => undefined;
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    const store = new Proxy(near, {
      get(target, name: keyof GraphStore) {
        if (name === 'related') {
          return async (requests: never) => {
            order.push('related');
            await released;
            return target.related(requests);
          };
        }
        if (name === 'statementPages') {
          return async (requests: never) => {
            order.push('statements');
            release();
            return target.statementPages(requests);
          };
        }
        return Reflect.get(target, name);
      },
    });
    const query = `{
      related(to: "country:vnm", first: 1) { totalCount }
      sources(first: 2) { nodes { reportsOn(first: 1) { nodes { statements(first: 1) { totalCount } } } } }
    }`;
    expect(await data(query, { store })).toEqual(await data(query, { store: near }));
    expect(order).toEqual(['related', 'statements']);
  });
});
