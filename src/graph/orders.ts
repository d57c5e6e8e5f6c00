import type { Dataset } from '../data/dataset.ts';
import { earliest } from '../util/date-bounds.ts';
import { inStretches } from '../util/gradual.ts';
import { sortGradually } from '../util/sort-gradually.ts';
import type { StatementColumns } from './columns.ts';
import type { TimeIndex } from './time/time-index.ts';

/** An order over all nodes, both ways: which node stands at a rank, and the rank of a node. */
export interface NodeOrder {
  readonly nodeAt: Uint32Array;
  readonly rankOf: Uint32Array;
}

/**
 * Nodes in an order, equals as they stood in an order before. Yields now and then, as all that is made of all nodes or statements
 * here.
 */
export function* nodeOrder(
  before: Uint32Array,
  compare: (a: number, b: number) => number,
): Generator<void, NodeOrder> {
  const size = before.length;
  const nodeAt = yield* sortGradually(before.slice(), compare);
  const rankOf = new Uint32Array(size);
  for (let rank = 0; rank < size; rank += 1) rankOf[nodeAt[rank]!] = rank;
  return { nodeAt, rankOf };
}

/**
 * By the smallest ordinal that is not deprecated, those without one last; equals in the order `byName`.
 * @param property the number of the property `ordinal`, if the ontology has it.
 */
export function* ordinalOrder(
  { statements }: Dataset,
  columns: StatementColumns,
  property: number | undefined,
  byName: NodeOrder,
): Generator<void, NodeOrder> {
  const size = byName.nodeAt.length;
  const ordinals = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
  yield* inStretches(statements.length, (number) => {
    if (columns.property[number] !== property) return;
    const { value, rank } = statements[number]!;
    if (value.type !== 'integer' || rank === 'deprecated') return;
    const node = columns.subject[number]!;
    ordinals[node] = Math.min(ordinals[node]!, value.integer);
  });
  return yield* nodeOrder(byName.nodeAt, (a, b) =>
    ordinals[a] === ordinals[b] ? 0 : ordinals[a]! < ordinals[b]! ? -1 : 1,
  );
}

/**
 * By the start of own time, or its end where only that is known, the earliest or the latest first, in both those without
 * either last; dates that begin together in the order `byName`.
 */
export function* dateOrder(
  { starts, ends }: Pick<TimeIndex, 'starts' | 'ends'>,
  first: 'earliest' | 'latest',
  byName: NodeOrder,
): Generator<void, NodeOrder> {
  const sign = first === 'earliest' ? 1 : -1;
  const keys = Float64Array.from(starts, (start, node) => {
    const date = start ?? ends[node]!;
    return date === null ? Number.POSITIVE_INFINITY : sign * earliest(date);
  });
  return yield* nodeOrder(byName.nodeAt, (a, b) =>
    keys[a] === keys[b] ? 0 : keys[a]! < keys[b]! ? -1 : 1,
  );
}
