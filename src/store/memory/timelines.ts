import { eachNeighbor } from '../../graph/algorithms/each-neighbor.ts';
import { passes } from '../../graph/algorithms/flags.ts';
import type { KnowledgeGraph } from '../../graph/knowledge-graph.ts';
import { numbersOf } from '../../graph/numbering.ts';
import { lastUsed } from '../../util/last-used.ts';
import { lowerBound } from '../../util/lower-bound.ts';
import { numbersBelow } from '../../util/numbers-below.ts';
import { unionSorted } from '../../util/union-sorted.ts';
import type { Page, TimelineEntry, TimelineRequest } from '../port.ts';
import { type Condition, fulfilling } from './conditions.ts';
import { cursors } from './cursor.ts';
import { type Listing, page } from './page.ts';

/** How many lists of dates are kept ready, so that the next page of a hub's timeline costs no more than a small one's. */
const LISTS = 8;

/** Answers for timelines. All lists are of positions in the dates of the graph. */
export function timelines(
  graph: KnowledgeGraph,
): (request: TimelineRequest) => Page<TimelineEntry> {
  const { statements, version } = graph.dataset;
  const listsOf = keptLists(graph);

  return ({ page: part, backwards = false, ...asked }) => {
    const dates = graph.dates();
    const { first, end } = dates.between(asked.from, asked.to);
    const numbers = fulfilling(conditions(graph, asked, listsOf, { first, end }));
    const length = numbers?.length ?? end - first;
    const inOrder = (index: number): number => (backwards ? length - 1 - index : index);
    const entryAt = (index: number) => {
      const place = inOrder(index);
      return dates.at(numbers === null ? first + place : numbers[place]!);
    };
    const listing: Listing<TimelineEntry> = {
      length,
      at(index) {
        const { date, statement, qualifier } = entryAt(index);
        return { date, statement: statements[statement]!, qualifier };
      },
      keyAt(index) {
        const { statement, qualifier } = entryAt(index);
        return `${statements[statement]!.id} ${qualifier ?? ''}`;
      },
      find(key) {
        const [id = '', qualifier = ''] = key.split(' ');
        const statement = graph.statements.number(id);
        if (statement === undefined) return undefined;
        const position = dates.find(statement, qualifier === '' ? null : qualifier);
        if (position === undefined) return undefined;
        if (numbers === null) {
          return position < first || position >= end ? undefined : inOrder(position - first);
        }
        const place = placeOf(numbers, position);
        return place === undefined ? undefined : inOrder(place);
      },
    };
    return page(listing, part, cursors(version, { list: 'timeline', backwards, ...asked }));
  };
}

type Asked = Omit<TimelineRequest, 'page' | 'backwards'>;

interface Lists {
  /** The dates of statements that hold as of a date. */
  holding(asOf: string): Uint32Array;
  /** The dates of entities and of what is joined to them, of statements that hold. */
  about(ids: readonly string[], asOf: string | undefined): Uint32Array;
}

/** Each takes a walk through all dates, or through all that is joined to an entity, and so is kept a while. */
function keptLists(graph: KnowledgeGraph): Lists {
  const holding = lastUsed(LISTS, (asOf: string) => {
    const { statements } = graph.moment(asOf);
    const dates = graph.dates();
    return numbersBelow(dates.size).filter((position) =>
      passes(statements, dates.statementAt[position]!),
    );
  });
  const about = lastUsed(LISTS, (key: string) => {
    const [asOf, ...nodes] = JSON.parse(key) as [string | null, ...number[]];
    return around(graph, nodes, asOf ?? undefined);
  });
  return {
    holding,
    about: (ids, asOf) => about(JSON.stringify([asOf ?? null, ...numbersOf(graph.nodes, ids)])),
  };
}

function around(
  graph: KnowledgeGraph,
  nodes: readonly number[],
  asOf: string | undefined,
): Uint32Array {
  const dates = graph.dates();
  const { statements: there } = graph.moment(asOf);
  const found = new Set<number>();
  const joined = new Set<number>();
  for (const node of nodes) {
    for (const index of [graph.statementsBySubject, graph.statementsByObject]) {
      for (const statement of index.of(node)) {
        if (!passes(there, statement)) continue;
        for (const position of dates.byStatement.of(statement)) found.add(position);
      }
    }
    eachNeighbor(graph, node, 'both', { properties: null, statements: there }, (neighbor) => {
      joined.add(neighbor);
      return false;
    });
  }
  for (const node of joined) {
    for (const position of dates.bySubject.of(node)) {
      if (passes(there, dates.statementAt[position]!)) found.add(position);
    }
  }
  return Uint32Array.from(found).sort();
}

function conditions(
  graph: KnowledgeGraph,
  { kinds, properties, about, asOf }: Asked,
  lists: Lists,
  range: { readonly first: number; readonly end: number },
): Condition[] {
  const dates = graph.dates();
  const found: Condition[] = [];
  const add = (all: readonly Uint32Array[], holds: (position: number) => boolean): void => {
    const parts = all.map((list) => within(list, range));
    found.push({
      count: parts.reduce((sum, { length }) => sum + length, 0),
      list: () => unionSorted(parts),
      holds,
    });
  };
  if (about !== undefined) {
    const list = lists.about(about, asOf);
    add([list], (position) => placeOf(list, position) !== undefined);
  } else if (asOf !== undefined) {
    const { statements } = graph.moment(asOf);
    add([lists.holding(asOf)], (position) => passes(statements, dates.statementAt[position]!));
  }
  if (properties !== undefined) {
    const wanted = numbersOf(graph.properties, properties);
    add(
      [...wanted].map((property) => dates.byProperty.of(property)),
      (position) => wanted.includes(graph.columns.property[dates.statementAt[position]!]!),
    );
  }
  if (kinds !== undefined) {
    const wanted = numbersOf(graph.kinds, kinds);
    add(
      [...wanted].map((kind) => dates.byKind.of(kind)),
      (position) =>
        wanted.includes(graph.kindOf[graph.columns.subject[dates.statementAt[position]!]!]!),
    );
  }
  return found;
}

function within(
  list: Uint32Array,
  { first, end }: { readonly first: number; readonly end: number },
): Uint32Array {
  const before = (position: number): number =>
    lowerBound(list.length, (index) => list[index]! < position);
  return list.subarray(before(first), before(end));
}

function placeOf(list: Uint32Array, position: number): number | undefined {
  const place = lowerBound(list.length, (index) => list[index]! < position);
  return list[place] === position ? place : undefined;
}
