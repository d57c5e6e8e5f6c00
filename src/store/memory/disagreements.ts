import { type Flags, passes } from '../../graph/algorithms/flags.ts';
import type { Disagreements, Disagreement as Found } from '../../graph/disagreements/model.ts';
import type { KnowledgeGraph } from '../../graph/knowledge-graph.ts';
import { numbersOf } from '../../graph/numbering.ts';
import { lowerBound } from '../../util/lower-bound.ts';
import { numbersBelow } from '../../util/numbers-below.ts';
import { unionSorted } from '../../util/union-sorted.ts';
import type { Disagreement, DisagreementsRequest, Page } from '../port.ts';
import { type Condition, fulfilling, tested } from './conditions.ts';
import { cursors } from './cursor.ts';
import { numberListing } from './number-listing.ts';
import { page } from './page.ts';

/** Disagreements stand in the order of the names of what they are about, so those about one entity are a range. */
function aboutThese(
  graph: KnowledgeGraph,
  found: readonly Found[],
  ids: readonly string[],
): Uint32Array {
  const { rankOf } = graph.byName;
  const startOf = (rank: number): number =>
    lowerBound(found.length, (index) => rankOf[found[index]!.about]! < rank);
  return unionSorted(
    [...numbersOf(graph.nodes, ids)].map((node) =>
      numbersBelow(startOf(rankOf[node]! + 1), startOf(rankOf[node]!)),
    ),
  );
}

/** Whether two of the rivals that are there differ: in the value, or in the subject where that is the rival. */
function differsAmong(graph: KnowledgeGraph, { about, statements }: Found, there: Flags): boolean {
  const object = graph.nodes.name(about);
  const said = statements
    .filter(({ id }) => passes(there, graph.statements.number(id)!))
    .map(({ subject, value }) =>
      value.type === 'entity' && value.id === object ? subject : JSON.stringify(value),
    );
  return new Set(said).size > 1;
}

/** Those in which one of some statements, by number, is a rival. */
const amongRivals = ({ byStatement }: Disagreements, statements: Iterable<number>): Uint32Array =>
  Uint32Array.from(
    new Set([...statements].flatMap((statement) => byStatement.get(statement) ?? [])),
  ).sort();

/** Those about one of some entities, or with a rival that has one of them as subject or value. */
function involvingThese(
  graph: KnowledgeGraph,
  found: Disagreements,
  ids: readonly string[],
): Uint32Array {
  const nodes = numbersOf(graph.nodes, ids);
  const said = [...nodes].flatMap((node) => [
    ...graph.statementsBySubject.of(node),
    ...graph.statementsByObject.of(node),
  ]);
  return unionSorted([aboutThese(graph, found.all, ids), amongRivals(found, said)]);
}

/** The condition to be one of some. */
function amongThese(list: Uint32Array): Condition {
  const these = new Set(list);
  return { count: list.length, list: () => list, holds: (index) => these.has(index) };
}

export function disagreementPage(
  graph: KnowledgeGraph,
  { about, properties, kinds, statements, involving, asOf, page: request }: DisagreementsRequest,
): Page<Disagreement> {
  const disagreements = graph.disagreements();
  const { all: found, ids } = disagreements;
  const conditions: Condition[] = [];
  const byTest = (holds: (one: Found) => boolean): Condition =>
    tested(found.length, (index) => holds(found[index]!));
  if (about !== undefined) {
    conditions.push(amongThese(aboutThese(graph, found, about)));
  }
  if (statements !== undefined) {
    const rivals = numbersOf(graph.statements, statements);
    conditions.push(amongThese(amongRivals(disagreements, rivals)));
  }
  if (involving !== undefined) {
    conditions.push(amongThese(involvingThese(graph, disagreements, involving)));
  }
  if (properties !== undefined) conditions.push(byTest((one) => properties.includes(one.property)));
  if (kinds !== undefined) conditions.push(byTest((one) => kinds.includes(one.kind)));
  if (asOf !== undefined) {
    const there = graph.moment(asOf).statements;
    conditions.push(byTest((one) => differsAmong(graph, one, there)));
  }

  const listing = numberListing<Disagreement>(fulfilling(conditions), found.length, {
    value(index) {
      const one = found[index]!;
      return { ...one, about: graph.dataset.entities[one.about]! };
    },
    key: (index) => found[index]!.id,
    number: (id) => ids.number(id),
  });
  const list = cursors(graph.dataset.version, {
    list: 'disagreements',
    about,
    properties,
    kinds,
    statements,
    involving,
    asOf,
  });
  return page(listing, request, list);
}
