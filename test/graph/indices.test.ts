import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Dataset } from '../../src/data/dataset.ts';
import { buildGraph } from '../../src/graph/build.ts';
import { numbersOf } from '../../src/graph/numbering.ts';
import type { Statement } from '../../src/ontology/model.ts';
import { randomDataset } from '../support/random-dataset.ts';

const idsOf = (dataset: Dataset, numbers: Uint32Array): string[] =>
  [...numbers].map((number) => dataset.statements[number]!.id);

const naive = (dataset: Dataset, holds: (statement: Statement) => boolean): string[] =>
  dataset.statements.filter(holds).map(({ id }) => id);

const objectOf = ({ value }: Statement): string | null =>
  value.type === 'entity' ? value.id : null;

describe('indices of statements', () => {
  it('hold what a scan finds, in the order of the dataset', () => {
    fc.assert(
      fc.property(randomDataset, (dataset) => {
        const graph = buildGraph(dataset);
        const kindOf = new Map(dataset.entities.map(({ id, kind }) => [id, kind]));
        dataset.entities.forEach(({ id }, node) => {
          expect(idsOf(dataset, graph.statementsBySubject.of(node))).toEqual(
            naive(dataset, ({ subject }) => subject === id),
          );
          expect(idsOf(dataset, graph.statementsByObject.of(node))).toEqual(
            naive(dataset, (statement) => objectOf(statement) === id),
          );
        });
        for (let number = 0; number < graph.properties.size; number += 1) {
          const name = graph.properties.name(number);
          expect(idsOf(dataset, graph.statementsByProperty.of(number))).toEqual(
            naive(dataset, ({ property }) => property === name),
          );
        }
        for (let number = 0; number < graph.kinds.size; number += 1) {
          const name = graph.kinds.name(number);
          expect(idsOf(dataset, graph.statementsByKind.of(number))).toEqual(
            naive(dataset, ({ subject }) => kindOf.get(subject) === name),
          );
        }
        const { sources, statements, inParagraph } = graph.statementsBySource;
        for (let number = 0; number < sources.size; number += 1) {
          const name = sources.name(number);
          expect(idsOf(dataset, statements.of(number))).toEqual(
            naive(dataset, ({ citations }) => citations.some(({ source }) => source === name)),
          );
          for (const paragraph of [0, 1, 2, 3, 4, 5, 1.5]) {
            expect(idsOf(dataset, inParagraph(number, paragraph))).toEqual(
              naive(dataset, ({ citations }) =>
                citations.some((one) => one.source === name && one.paragraph === paragraph),
              ),
            );
          }
        }
      }),
    );
  });
});

describe('prepared adjacency', () => {
  it('holds the edges of each node and property, by the ordinals and names of the neighbors', () => {
    fc.assert(
      fc.property(randomDataset, (dataset) => {
        const graph = buildGraph(dataset);
        const edges = dataset.statements.filter((statement) => objectOf(statement) !== null);
        for (const direction of ['out', 'in'] as const) {
          const own = (edge: Statement) => (direction === 'out' ? edge.subject : objectOf(edge)!);
          const far = (edge: Statement) => (direction === 'out' ? objectOf(edge)! : edge.subject);
          dataset.entities.forEach(({ id }, node) => {
            const ofNode = edges.filter((edge) => own(edge) === id);
            expect(graph[direction].degree(node)).toBe(ofNode.length);
            for (let number = 0; number < graph.properties.size; number += 1) {
              const group = graph[direction].find(node, number);
              const expected = ofNode.filter(
                ({ property }) => property === graph.properties.name(number),
              );
              expect(group === undefined).toBe(expected.length === 0);
              if (group === undefined) continue;
              const found = idsOf(dataset, group.statements);
              expect([...found].sort()).toEqual(expected.map((edge) => edge.id).sort());
              const byId = new Map(expected.map((edge) => [edge.id, edge]));
              expect([...group.neighbors].map((neighbor) => graph.nodes.name(neighbor))).toEqual(
                found.map((statement) => far(byId.get(statement)!)),
              );
              const ranks = [...group.neighbors].map((neighbor) => graph.neighborRank[neighbor]!);
              expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
            }
          });
        }
      }),
    );
  });
});

describe('orders of entities', () => {
  it('are by Vietnamese name and by degree, whole and filtered', () => {
    fc.assert(
      fc.property(randomDataset, (dataset) => {
        const graph = buildGraph(dataset);
        const library = graph.graphology();
        const collator = new Intl.Collator('vi');
        const byName = [...dataset.entities].sort((a, b) =>
          collator.compare(a.names.vi, b.names.vi),
        );
        const byDegree = [...byName].sort((a, b) => library.degree(b.id) - library.degree(a.id));
        for (const [order, naiveOrder] of [
          [graph.byName, byName],
          [graph.byDegree, byDegree],
        ] as const) {
          const id = (rank: number) => graph.nodes.name(order.nodeAt[rank]!);
          expect(naiveOrder.map((_, rank) => id(rank))).toEqual(naiveOrder.map((one) => one.id));
          for (let kind = 0; kind < graph.kinds.size; kind += 1) {
            expect([...order.byKind.of(kind)].map(id)).toEqual(
              naiveOrder.filter((one) => one.kind === graph.kinds.name(kind)).map((one) => one.id),
            );
          }
          for (let property = 0; property < graph.properties.size; property += 1) {
            const name = graph.properties.name(property);
            const subjects = new Set(
              dataset.statements.filter((one) => one.property === name).map((one) => one.subject),
            );
            expect([...order.byProperty.of(property)].map(id)).toEqual(
              naiveOrder.filter((one) => subjects.has(one.id)).map((one) => one.id),
            );
          }
        }
      }),
    );
  });
});

describe('dates', () => {
  /** The minute in which a date begins. */
  const begins = (date: string): string => date + '0001-01-01T00:00'.slice(date.length);
  const isBetween = (date: string, from: string, to: string): boolean =>
    begins(date) >= begins(from) && begins(date).slice(0, to.length) <= to;

  it('are those of values and qualifiers, in order, found by their beginning', () => {
    const bound = fc.constantFrom(
      '2020',
      '2021',
      '2021-01',
      '2021-12',
      '2021-12-18',
      '2022-01-01',
      '2024',
    );
    fc.assert(
      fc.property(randomDataset, bound, bound, (dataset, from, to) => {
        const dates = buildGraph(dataset).dates();
        const all = Array.from({ length: dates.size }, (_, position) => dates.at(position));
        const dated = dataset.statements.flatMap(({ value, qualifiers }) =>
          [value, ...Object.values(qualifiers)].filter(({ type }) => type === 'date'),
        );
        expect(all.length).toBe(dated.length);
        expect(all.map(({ date }) => date)).toEqual(all.map(({ date }) => date).sort());
        const { first, end } = dates.between(from, to);
        expect(all.slice(first, end)).toEqual(all.filter(({ date }) => isBetween(date, from, to)));
        expect(dates.between(undefined, undefined)).toEqual({ first: 0, end: dates.size });
      }),
    );
  });

  it('are found by statement, property, kind and subject', () => {
    fc.assert(
      fc.property(randomDataset, (dataset) => {
        const graph = buildGraph(dataset);
        const dates = graph.dates();
        const where = (holds: (statement: Statement, qualifier: string | null) => boolean) =>
          Array.from({ length: dates.size }, (_, position) => position).filter((position) => {
            const { statement, qualifier } = dates.at(position);
            return holds(dataset.statements[statement]!, qualifier);
          });
        dataset.statements.forEach((statement, number) => {
          const positions = where((one) => one === statement);
          expect([...dates.byStatement.of(number)]).toEqual(positions);
          for (const qualifier of [null, 'at', 'from', 'to']) {
            expect(dates.find(number, qualifier)).toBe(
              positions.find((position) => dates.at(position).qualifier === qualifier),
            );
          }
        });
        for (let number = 0; number < graph.properties.size; number += 1) {
          expect([...dates.byProperty.of(number)]).toEqual(
            where(({ property }) => property === graph.properties.name(number)),
          );
        }
        for (let number = 0; number < graph.kinds.size; number += 1) {
          expect([...dates.byKind.of(number)]).toEqual(
            where(({ subject }) => subject.split(':')[0] === graph.kinds.name(number)),
          );
        }
        dataset.entities.forEach(({ id }, node) => {
          expect([...dates.bySubject.of(node)]).toEqual(
            where(({ subject }, qualifier) => subject === id && qualifier === null),
          );
        });
      }),
    );
  });
});

describe('graphology', () => {
  it('has a node for each entity and an edge for each statement between two', () => {
    fc.assert(
      fc.property(randomDataset, (dataset) => {
        const graph = buildGraph(dataset);
        const library = graph.graphology();
        expect(library.nodes()).toEqual(dataset.entities.map(({ id }) => id));
        expect(library.edges()).toEqual(naive(dataset, ({ value }) => value.type === 'entity'));
        for (const statement of dataset.statements) {
          if (statement.value.type === 'entity') {
            expect(library.getEdgeAttribute(statement.id, 'statement')).toBe(statement);
            expect(library.extremities(statement.id)).toEqual([
              statement.subject,
              statement.value.id,
            ]);
          } else {
            expect(library.getNodeAttribute(statement.subject, 'literals')).toContain(statement);
          }
        }
        dataset.entities.forEach(({ id }, node) => {
          expect(graph.degree[node]).toBe(library.degree(id));
        });
      }),
    );
  });
});

it('numbers only the names that are there', () => {
  const { nodes } = buildGraph({
    ...fc.sample(randomDataset, { numRuns: 1, seed: 1 })[0]!,
  });
  expect([...numbersOf(nodes, ['nothing', nodes.name(2), nodes.name(0), nodes.name(2)])]).toEqual([
    0, 2,
  ]);
});
