import { lowerBound } from '../util/lower-bound.ts';
import { numbersBelow } from '../util/numbers-below.ts';

/** The edges of one node by one property in one direction, in the order of the neighbors' ranks. */
export interface EdgeGroup {
  readonly property: number;
  /** The nodes at the other end. */
  readonly neighbors: Uint32Array;
  /** The statements that are the edges, aligned with `neighbors`. */
  readonly statements: Uint32Array;
}

/**
 * Prepared adjacency in one direction (compressed sparse rows in two steps: from a node to its groups, from a
 * group to its edges). What a node has by one property is a view; its other properties cost nothing.
 */
export interface Adjacency {
  /** Edges of the node in this direction. */
  degree(node: number): number;
  /** The range of the node's groups, which are in the order of the properties. */
  groupStart(node: number): number;
  groupEnd(node: number): number;
  group(group: number): EdgeGroup;
  /** The node's group for the property, if it has one. */
  find(node: number, property: number): EdgeGroup | undefined;
  /** Where the edges of a group start and end in `neighbors` and `statements`. */
  readonly starts: Uint32Array;
  readonly properties: Uint16Array;
  readonly neighbors: Uint32Array;
  readonly statements: Uint32Array;
}

/** Edges as columns: entry `i` leads from node `from[i]` to node `to[i]`. */
export interface EdgeColumns {
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  readonly property: Uint16Array;
  readonly statement: Uint32Array;
}

/** A stable counting sort of `order` by the keys of its entries, which are below `keys`. */
function sortBy(order: Uint32Array, keys: number, keyOf: Uint32Array): Uint32Array {
  const { length } = order;
  const next = new Uint32Array(keys + 1);
  for (let place = 0; place < length; place += 1) next[keyOf[place]! + 1]! += 1;
  for (let value = 0; value < keys; value += 1) next[value + 1]! += next[value]!;
  const sorted = new Uint32Array(length);
  for (let place = 0; place < length; place += 1) {
    const entry = order[place]!;
    const value = keyOf[entry]!;
    sorted[next[value]!] = entry;
    next[value]! += 1;
  }
  return sorted;
}

/**
 * Prepares the adjacency in time linear in nodes and edges: a radix sort by node, then property, then the
 * neighbor's rank, then statement, least significant first (Knuth, The Art of Computer Programming 3, 5.2.5).
 */
export function prepareAdjacency(
  nodes: number,
  properties: number,
  edges: EdgeColumns,
  rankOf: Uint32Array,
): Adjacency {
  const size = edges.statement.length;
  let order: Uint32Array = numbersBelow(size);
  order = sortBy(
    order,
    nodes,
    edges.to.map((node) => rankOf[node]!),
  );
  order = sortBy(order, properties, Uint32Array.from(edges.property));
  order = sortBy(order, nodes, edges.from);

  const nodeStarts = new Uint32Array(nodes + 1);
  const starts: number[] = [];
  const groupProperties: number[] = [];
  const neighbors = new Uint32Array(size);
  const statements = new Uint32Array(size);
  let node = -1;
  let property = -1;
  for (let position = 0; position < size; position += 1) {
    const entry = order[position]!;
    const from = edges.from[entry]!;
    if (from !== node || edges.property[entry] !== property) {
      while (node < from) {
        node += 1;
        nodeStarts[node] = starts.length;
      }
      property = edges.property[entry]!;
      starts.push(position);
      groupProperties.push(property);
    }
    neighbors[position] = edges.to[entry]!;
    statements[position] = edges.statement[entry]!;
  }
  nodeStarts.fill(starts.length, node + 1);
  starts.push(size);
  return adjacency(
    nodeStarts,
    Uint32Array.from(starts),
    Uint16Array.from(groupProperties),
    neighbors,
    statements,
  );
}

function adjacency(
  nodeStarts: Uint32Array,
  starts: Uint32Array,
  properties: Uint16Array,
  neighbors: Uint32Array,
  statements: Uint32Array,
): Adjacency {
  const group = (index: number): EdgeGroup => ({
    property: properties[index]!,
    neighbors: neighbors.subarray(starts[index], starts[index + 1]),
    statements: statements.subarray(starts[index], starts[index + 1]),
  });
  return {
    degree: (node) => starts[nodeStarts[node + 1]!]! - starts[nodeStarts[node]!]!,
    groupStart: (node) => nodeStarts[node]!,
    groupEnd: (node) => nodeStarts[node + 1]!,
    group,
    find(node, property) {
      const first = nodeStarts[node]!;
      const length = nodeStarts[node + 1]! - first;
      const found = first + lowerBound(length, (index) => properties[first + index]! < property);
      return found < first + length && properties[found] === property ? group(found) : undefined;
    },
    starts,
    properties,
    neighbors,
    statements,
  };
}
