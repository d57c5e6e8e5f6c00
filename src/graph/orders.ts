import type { KnowledgeGraph } from './knowledge-graph.ts';

/** An order over all nodes, both ways: which node stands at a rank, and the rank of a node. */
export interface NodeOrder {
  readonly nodeAt: Uint32Array;
  readonly rankOf: Uint32Array;
}

export function nodeOrder(size: number, compare: (a: number, b: number) => number): NodeOrder {
  const nodeAt = Uint32Array.from({ length: size }, (_, node) => node).sort(compare);
  const rankOf = new Uint32Array(size);
  for (let rank = 0; rank < size; rank += 1) rankOf[nodeAt[rank]!] = rank;
  return { nodeAt, rankOf };
}

/** By the smallest ordinal that is not deprecated, those without one last; then by name. */
export function ordinalOrder(graph: KnowledgeGraph): NodeOrder {
  const { columns, dataset, nodes, byName } = graph;
  const ordinals = new Float64Array(nodes.size).fill(Number.POSITIVE_INFINITY);
  const property = graph.properties.number('ordinal');
  for (const number of property === undefined ? [] : graph.statementsByProperty.of(property)) {
    const { value, rank } = dataset.statements[number]!;
    if (value.type !== 'integer' || rank === 'deprecated') continue;
    const node = columns.subject[number]!;
    ordinals[node] = Math.min(ordinals[node]!, value.integer);
  }
  const compareOrdinals = (a: number, b: number): number =>
    ordinals[a] === ordinals[b] ? 0 : ordinals[a]! < ordinals[b]! ? -1 : 1;
  return nodeOrder(
    nodes.size,
    (a, b) => compareOrdinals(a, b) || byName.rankOf[a]! - byName.rankOf[b]!,
  );
}
