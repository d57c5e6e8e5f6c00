import type { StatementColumns } from '../columns.ts';
import type { NodeOrder } from '../orders.ts';
import { type Postings, postings } from '../postings.ts';

/** The ranks of the nodes of each kind in an order, ascending. */
export function ranksByKind(order: NodeOrder, kindOf: Uint16Array, kinds: number): Postings {
  return postings(kinds, (add) => {
    order.nodeAt.forEach((node, rank) => {
      add(kindOf[node]!, rank);
    });
  });
}

/** The statements whose subject is of each kind. */
export function statementsByKind(
  columns: StatementColumns,
  kindOf: Uint16Array,
  kinds: number,
): Postings {
  return postings(kinds, (add) => {
    columns.subject.forEach((subject, statement) => {
      add(kindOf[subject]!, statement);
    });
  });
}
