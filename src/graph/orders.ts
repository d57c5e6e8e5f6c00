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
