import type { StatementColumns } from '../columns.ts';
import type { NodeOrder } from '../orders.ts';
import { type Postings, postings } from '../postings.ts';

/** The statements with each property. */
export function statementsByProperty(columns: StatementColumns, properties: number): Postings {
  return postings(properties, (add) => {
    columns.property.forEach((property, statement) => {
      add(property, statement);
    });
  });
}

/** The ranks in an order of the nodes that are the subject of a statement with each property, ascending. */
export function ranksByProperty(
  order: NodeOrder,
  columns: StatementColumns,
  bySubject: Postings,
  properties: number,
): Postings {
  return postings(properties, (add) => {
    order.nodeAt.forEach((node, rank) => {
      let last = -1;
      // Statements of one subject stand in the order of their properties.
      for (const statement of bySubject.of(node)) {
        const property = columns.property[statement]!;
        if (property !== last) add(property, rank);
        last = property;
      }
    });
  });
}
