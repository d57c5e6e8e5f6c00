import { type Flags, passes } from '../../graph/algorithms/flags.ts';
import type { Disagreement as Found } from '../../graph/disagreements/model.ts';
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

export function disagreementPage(
  graph: KnowledgeGraph,
  { about, properties, kinds, statements: rivals, asOf, page: request }: DisagreementsRequest,
): Page<Disagreement> {
  const { all: found, ids, byStatement } = graph.disagreements();
  const conditions: Condition[] = [];
  const byTest = (holds: (one: Found) => boolean): Condition =>
    tested(found.length, (index) => holds(found[index]!));
  if (about !== undefined) {
    const list = aboutThese(graph, found, about);
    conditions.push({
      count: list.length,
      list: () => list,
      holds: (index) => about.includes(graph.nodes.name(found[index]!.about)),
    });
  }
  if (rivals !== undefined) {
    const list = unionSorted(
      [...numbersOf(graph.statements, rivals)].map((number) =>
        Uint32Array.from(byStatement.get(number) ?? []),
      ),
    );
    const named = new Set(list);
    conditions.push({
      count: list.length,
      list: () => list,
      holds: (index) => named.has(index),
    });
  }
  if (properties !== undefined) conditions.push(byTest((one) => properties.includes(one.property)));
  if (kinds !== undefined) conditions.push(byTest((one) => kinds.includes(one.kind)));
  if (asOf !== undefined) {
    const { statements } = graph.moment(asOf);
    conditions.push(byTest((one) => differsAmong(graph, one, statements)));
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
    rivals,
    asOf,
  });
  return page(listing, request, list);
}
