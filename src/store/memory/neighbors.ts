import type { EdgeGroup } from '../../graph/adjacency.ts';
import { type Flags, flags, passes } from '../../graph/algorithms/flags.ts';
import type { KnowledgeGraph } from '../../graph/knowledge-graph.ts';
import { numbersOf } from '../../graph/numbering.ts';
import { lowerBound } from '../../util/lower-bound.ts';
import type { Neighbor, NeighborsRequest, Page } from '../port.ts';
import { cursors } from './cursor.ts';
import { type Listing, page } from './page.ts';

/** The edges of one node by one property, of both directions where both are asked for. */
interface Section {
  readonly property: number;
  readonly out: EdgeGroup;
  readonly in: EdgeGroup;
  readonly start: number;
}

const sizeOf = (section: Section): number =>
  section.out.statements.length + section.in.statements.length;

const none = (property: number): EdgeGroup => ({
  property,
  neighbors: new Uint32Array(0),
  statements: new Uint32Array(0),
});

/** The edges of a group whose statement holds, and whose neighbor is of one of the kinds. */
function passing(
  graph: KnowledgeGraph,
  group: EdgeGroup,
  kinds: Flags,
  statements: Flags,
): EdgeGroup {
  if (kinds === null && statements === null) return group;
  const { length } = group.statements;
  const kept = { neighbors: new Uint32Array(length), statements: new Uint32Array(length) };
  let size = 0;
  for (let index = 0; index < length; index += 1) {
    const neighbor = group.neighbors[index]!;
    const statement = group.statements[index]!;
    if (!passes(kinds, graph.kindOf[neighbor]!) || !passes(statements, statement)) continue;
    kept.neighbors[size] = neighbor;
    kept.statements[size] = statement;
    size += 1;
  }
  return {
    property: group.property,
    neighbors: kept.neighbors.subarray(0, size),
    statements: kept.statements.subarray(0, size),
  };
}

function propertiesOf(graph: KnowledgeGraph, node: number): number[] {
  const found = new Set<number>();
  for (const adjacency of [graph.out, graph.in]) {
    for (let group = adjacency.groupStart(node); group < adjacency.groupEnd(node); group += 1) {
      found.add(adjacency.properties[group]!);
    }
  }
  return [...found].sort((a, b) => a - b);
}

function sections(
  graph: KnowledgeGraph,
  node: number,
  { properties, direction, kinds, asOf }: NeighborsRequest,
): Section[] {
  const ofKinds = flags(graph.kinds, kinds);
  const { statements } = graph.moment(asOf);
  const wanted =
    properties === undefined
      ? propertiesOf(graph, node)
      : [...numbersOf(graph.properties, properties)];
  let start = 0;
  return wanted.map((property) => {
    const found = (side: 'out' | 'in'): EdgeGroup => {
      const group =
        direction === side || direction === 'both' ? graph[side].find(node, property) : undefined;
      return group === undefined ? none(property) : passing(graph, group, ofKinds, statements);
    };
    const section = { property, out: found('out'), in: found('in'), start };
    start += sizeOf(section);
    return section;
  });
}

/**
 * The listing of a node's edges: by property in the order of the ontology, then the neighbor's ordinal and name, `out`
 * before `in`, then statement. The two directions are merged as they are read.
 */
function listing(graph: KnowledgeGraph, all: readonly Section[]): Listing<Neighbor> {
  const { entities, statements } = graph.dataset;
  const rankOf = graph.neighborRank;
  const rank = (group: EdgeGroup, index: number): number => rankOf[group.neighbors[index]!]!;
  const last = all.at(-1);

  const edgeAt = (
    position: number,
  ): { group: EdgeGroup; index: number; direction: 'out' | 'in' } => {
    const section = all[lowerBound(all.length, (i) => all[i]!.start <= position) - 1]!;
    const within = position - section.start;
    const { out, in: into } = section;
    // How many of the first `within` edges are outward.
    const least = Math.max(0, within - into.neighbors.length);
    const most = Math.min(within, out.neighbors.length);
    const outward =
      least +
      lowerBound(most - least, (i) => rank(out, least + i) <= rank(into, within - least - i - 1));
    const inward = within - outward;
    const isOut =
      outward < out.neighbors.length &&
      (inward >= into.neighbors.length || rank(out, outward) <= rank(into, inward));
    return isOut
      ? { group: out, index: outward, direction: 'out' }
      : { group: into, index: inward, direction: 'in' };
  };

  return {
    length: last === undefined ? 0 : last.start + sizeOf(last),
    at(position) {
      const { group, index, direction } = edgeAt(position);
      return {
        entity: entities[group.neighbors[index]!]!,
        statement: statements[group.statements[index]!]!,
        direction,
      };
    },
    keyAt(position) {
      const { group, index, direction } = edgeAt(position);
      return `${direction} ${statements[group.statements[index]!]!.id}`;
    },
    find(key) {
      const [direction, id] = key.split(' ');
      const statement = graph.statements.number(id ?? '');
      if (statement === undefined || (direction !== 'out' && direction !== 'in')) return undefined;
      const property = graph.columns.property[statement]!;
      const section = all.find((one) => one.property === property);
      if (section === undefined) return undefined;
      const own = section[direction];
      const neighbor = graph.columns[direction === 'out' ? 'object' : 'subject'][statement]!;
      const place = rankOf[neighbor]!;
      const index = lowerBound(
        own.neighbors.length,
        (i) => rank(own, i) < place || (rank(own, i) === place && own.statements[i]! < statement),
      );
      if (own.statements[index] !== statement) return undefined;
      const other = section[direction === 'out' ? 'in' : 'out'];
      const before = lowerBound(other.neighbors.length, (i) =>
        direction === 'out' ? rank(other, i) < place : rank(other, i) <= place,
      );
      return section.start + index + before;
    },
  };
}

export function neighborPage(
  graph: KnowledgeGraph,
  request: NeighborsRequest,
): Page<Neighbor> | null {
  const node = graph.nodes.number(request.id);
  if (node === undefined) return null;
  const { page: part, ...asked } = request;
  const listed = listing(graph, sections(graph, node, request));
  return page(listed, part, cursors(graph.dataset.version, { list: 'neighbors', ...asked }));
}
