import type { Adjacency } from '../../graph/adjacency.ts';
import { type Flags, flags, passes } from '../../graph/algorithms/flags.ts';
import type { KnowledgeGraph } from '../../graph/knowledge-graph.ts';
import { numbersOf } from '../../graph/numbering.ts';
import { lowerBound } from '../../util/lower-bound.ts';
import type { Neighbor, NeighborsRequest, Page } from '../port.ts';
import { cursors } from './cursor.ts';
import { type Listing, page } from './page.ts';

/** Edges of one node by one property in one direction: a part of two aligned columns, of which nothing is copied. */
interface Edges {
  readonly neighbors: Uint32Array;
  readonly statements: Uint32Array;
  readonly start: number;
  readonly size: number;
}

/** The edges of one node by one property, of both directions where both are asked for. */
interface Section {
  readonly property: number;
  readonly out: Edges;
  readonly in: Edges;
  readonly start: number;
}

type UseEdge<Result> = (edges: Edges, index: number, direction: 'out' | 'in') => Result;

/** Greater than the number of any property. */
const NO_PROPERTY = Number.POSITIVE_INFINITY;
const nothing = new Uint32Array(0);
const none: Edges = { neighbors: nothing, statements: nothing, start: 0, size: 0 };

const sizeOf = (section: Section): number => section.out.size + section.in.size;

/** The edges whose statement holds, and whose neighbor is of one of the kinds. */
function passing(graph: KnowledgeGraph, edges: Edges, kinds: Flags, statements: Flags): Edges {
  if (kinds === null && statements === null) return edges;
  const kept = {
    neighbors: new Uint32Array(edges.size),
    statements: new Uint32Array(edges.size),
  };
  let size = 0;
  for (let index = edges.start; index < edges.start + edges.size; index += 1) {
    const neighbor = edges.neighbors[index]!;
    const statement = edges.statements[index]!;
    if (!passes(kinds, graph.kindOf[neighbor]!) || !passes(statements, statement)) continue;
    kept.neighbors[size] = neighbor;
    kept.statements[size] = statement;
    size += 1;
  }
  return { ...kept, start: 0, size };
}

function edgesOf({ starts, neighbors, statements }: Adjacency, group: number): Edges {
  const start = starts[group]!;
  return { neighbors, statements, start, size: starts[group + 1]! - start };
}

function sections(
  graph: KnowledgeGraph,
  node: number,
  { properties, direction, kinds, asOf }: NeighborsRequest,
): Section[] {
  const ofKinds = flags(graph.kinds, kinds);
  const { statements } = graph.moment(asOf);
  const wanted = properties && new Set(numbersOf(graph.properties, properties));
  const { out, in: into } = graph;
  let outward = out.groupStart(node);
  let inward = into.groupStart(node);
  const lastOutward = direction === 'in' ? outward : out.groupEnd(node);
  const lastInward = direction === 'out' ? inward : into.groupEnd(node);
  const all: Section[] = [];
  let start = 0;
  // The groups of a node are in the order of the properties, whichever their direction.
  while (outward < lastOutward || inward < lastInward) {
    const first = outward < lastOutward ? out.properties[outward]! : NO_PROPERTY;
    const second = inward < lastInward ? into.properties[inward]! : NO_PROPERTY;
    const property = Math.min(first, second);
    const edges = { out: none, in: none };
    if (first === property) {
      edges.out = edgesOf(out, outward);
      outward += 1;
    }
    if (second === property) {
      edges.in = edgesOf(into, inward);
      inward += 1;
    }
    if (wanted !== undefined && !wanted.has(property)) continue;
    const section = {
      property,
      out: passing(graph, edges.out, ofKinds, statements),
      in: passing(graph, edges.in, ofKinds, statements),
      start,
    };
    start += sizeOf(section);
    all.push(section);
  }
  return all;
}

/**
 * The listing of a node's edges: by property in the order of the ontology, then the neighbor's ordinal and name, `out`
 * before `in`, then statement. The two directions are merged as they are read.
 */
function listing(graph: KnowledgeGraph, all: readonly Section[]): Listing<Neighbor> {
  const { entities, statements } = graph.dataset;
  const rankOf = graph.neighborRank;
  const rank = ({ neighbors, start }: Edges, index: number): number =>
    rankOf[neighbors[start + index]!]!;
  const last = all.at(-1);

  /** How many of the first edges of a section are outward. */
  const outwardOf = ({ out, in: into }: Section, within: number): number => {
    if (into.size === 0) return within;
    const least = Math.max(0, within - into.size);
    const most = Math.min(within, out.size);
    return (
      least +
      lowerBound(most - least, (i) => rank(out, least + i) <= rank(into, within - least - i - 1))
    );
  };

  /** The section of a position: a node has few. */
  const sectionAt = (position: number): Section => {
    let section = all[0]!;
    for (const one of all) {
      if (one.start > position) break;
      section = one;
    }
    return section;
  };

  /** Uses the edge at a position: which edges it is one of, and where it stands in their columns. */
  const useEdge = <Result>(position: number, use: UseEdge<Result>): Result => {
    const section = sectionAt(position);
    const within = position - section.start;
    const { out, in: into } = section;
    const outward = outwardOf(section, within);
    const inward = within - outward;
    const isOut =
      outward < out.size && (inward >= into.size || rank(out, outward) <= rank(into, inward));
    return isOut ? use(out, out.start + outward, 'out') : use(into, into.start + inward, 'in');
  };
  const neighborOf: UseEdge<Neighbor> = (edges, index, direction) => ({
    entity: entities[edges.neighbors[index]!]!,
    statement: statements[edges.statements[index]!]!,
    direction,
  });
  const keyOf: UseEdge<string> = (edges, index, direction) =>
    `${direction} ${statements[edges.statements[index]!]!.id}`;

  return {
    length: last === undefined ? 0 : last.start + sizeOf(last),
    at: (position) => useEdge(position, neighborOf),
    keyAt: (position) => useEdge(position, keyOf),
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
        own.size,
        (i) =>
          rank(own, i) < place ||
          (rank(own, i) === place && own.statements[own.start + i]! < statement),
      );
      if (index >= own.size || own.statements[own.start + index] !== statement) return undefined;
      const other = section[direction === 'out' ? 'in' : 'out'];
      const before = lowerBound(other.size, (i) =>
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
