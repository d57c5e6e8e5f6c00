import fc from 'fast-check';
import type { GraphQLArgument } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Dataset } from '../../src/data/dataset.ts';
import { buildGraph } from '../../src/graph/build.ts';
import { createMemoryStore } from '../../src/store/memory.ts';
import type { GraphStore } from '../../src/store/port.ts';
import { randomNumbers } from '../../src/util/random-numbers.ts';
import { MomentOracle } from '../support/moment-oracle.ts';
import { data } from './support/api.ts';
import { RandomSelection } from './support/random-selection.ts';
import { realDataset } from './support/real.ts';
import { schema } from './support/schema.ts';

const DATES = ['2021-12-18', '2022', '2023-12', '2024-06'] as const;

/** What is said of the graph as a whole, whatever the date, or ranked by that; places in it; and the date itself. */
const whatever = new Set([
  ...['degree', 'hub', 'pageRank', 'betweenness', 'community', 'related', 'begins', 'ends'],
  // Of the entities of a drawing, and places among them.
  ...['degrees', 'pageRanks', 'communities', 'subjects', 'objects'],
  ...['version', 'analytics', 'cursor', 'pageInfo', 'shownAsOf'],
]);
const ranked = new Set(['search', 'suggest', 'related']);
/** Told whole, also where some of its rivals do not hold. */
const whole = new Set(['disagreements']);

const roots = Object.values(schema.getQueryType()!.getFields()).filter(
  ({ name, args }) =>
    args.some((argument) => argument.name === 'asOf') && !ranked.has(name) && !whole.has(name),
);

/** The order apart: of entities that a date leaves, degrees of the whole graph tell which come first. */
function unordered(answer: unknown): unknown {
  if (Array.isArray(answer)) return answer.map((one) => JSON.stringify(unordered(one))).sort();
  if (typeof answer !== 'object' || answer === null) return answer;
  return Object.fromEntries(
    Object.entries(answer).map(([name, value]) => [name, unordered(value)]),
  );
}

describe('as of a date', () => {
  let dataset: Dataset;
  let store: GraphStore;
  const reduced = new Map<string, { readonly store: GraphStore; readonly ids: string[] }>();

  beforeAll(async () => {
    dataset = await realDataset();
    store = createMemoryStore(buildGraph(dataset));
  });

  /** A graph of only what is there. */
  function at(date: string) {
    let known = reduced.get(date);
    if (known === undefined) {
      const there = new MomentOracle(dataset, date).reduced();
      const ids = there.entities.map(({ id }) => id);
      known = { store: createMemoryStore(buildGraph(there)), ids };
      reduced.set(date, known);
    }
    return known;
  }

  it('all below a field is what a graph of only what is there would answer', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...DATES),
        fc.constantFrom(...roots),
        fc.integer(),
        async (date, root, seed) => {
          const random = randomNumbers(seed);
          const there = at(date);
          const one = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)]!;
          const id = (): string => JSON.stringify(one(there.ids));
          const property = (): string =>
            JSON.stringify(one([...dataset.ontology.properties.keys()]));
          const argument = ({ name }: GraphQLArgument, field: string): string | undefined => {
            switch (name) {
              case 'asOf':
                return '$date';
              case 'id':
              case 'document':
                return id();
              case 'from':
              case 'to':
                return field === 'timeline' ? undefined : id();
              case 'ids':
                return `[${id()}, ${id()}]`;
              case 'property':
                return field === 'aggregate' ? undefined : property();
              case 'groupBy':
                return `[{ by: ${one(['KIND', 'YEAR', 'MONTH', 'PROPERTY', 'SOURCE'])} }]`;
              case 'limit':
                return field === 'drawing' ? '20000' : '500';
              case 'first':
                // Those that are ranked by degree, all of them.
                return field === 'commonNeighbors' ? '100' : '5';
              case 'order':
                return one(['NAME', 'DATE', 'LATEST', 'ORDINAL']);
              default:
                return undefined;
            }
          };
          const selection = new RandomSelection({ schema, random, leftOut: whatever, argument });
          const query = `query ($date: PartialDate) { ${selection.field(root, 2, 'root')} }`;
          const expected = await data(query, { store: there.store });
          const found = await data(query, { store, variables: { date } });
          expect(unordered(found)).toEqual(unordered(expected));
        },
      ),
      { numRuns: 60 },
    );
  }, 60_000);
});
