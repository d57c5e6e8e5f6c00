import type { Dataset } from '../data/dataset.ts';
import { inStretches } from '../util/gradual.ts';
import type { EdgeColumns } from './adjacency.ts';
import type { Numbering } from './numbering.ts';

/** Stands in `object` where the value of a statement is a literal. */
export const NO_OBJECT = 0xffff_ffff;

/** What indices and algorithms ask of statements, as columns over their numbers (their places in the dataset). */
export interface StatementColumns {
  readonly subject: Uint32Array;
  readonly property: Uint16Array;
  /** The entity that is the value, or `NO_OBJECT`. */
  readonly object: Uint32Array;
  /** How many citations a statement has. */
  readonly citations: Uint16Array;
  /** How many statements have an entity as value. */
  readonly edges: number;
}

/** Yields now and then. */
export function* statementColumns(
  { statements }: Dataset,
  nodes: Numbering,
  properties: Numbering,
): Generator<void, StatementColumns> {
  const subject = new Uint32Array(statements.length);
  const property = new Uint16Array(statements.length);
  const object = new Uint32Array(statements.length).fill(NO_OBJECT);
  const citations = new Uint16Array(statements.length);
  let edges = 0;
  yield* inStretches(statements.length, (number) => {
    const statement = statements[number]!;
    const { value } = statement;
    // Those of one subject stand together.
    subject[number] =
      number > 0 && statement.subject === statements[number - 1]!.subject
        ? subject[number - 1]!
        : nodes.number(statement.subject)!;
    property[number] = properties.number(statement.property)!;
    if (value.type === 'entity') {
      object[number] = nodes.number(value.id)!;
      edges += 1;
    }
    citations[number] = statement.citations.length;
  });
  return { subject, property, object, citations, edges };
}

/** The statements that are edges, seen from their subjects (`out`) or from their objects (`in`). */
export function edgeColumns(columns: StatementColumns, direction: 'out' | 'in'): EdgeColumns {
  const statement = new Uint32Array(columns.edges);
  const from = new Uint32Array(columns.edges);
  const to = new Uint32Array(columns.edges);
  const property = new Uint16Array(columns.edges);
  let edge = 0;
  columns.object.forEach((object, number) => {
    if (object === NO_OBJECT) return;
    const subject = columns.subject[number]!;
    statement[edge] = number;
    from[edge] = direction === 'out' ? subject : object;
    to[edge] = direction === 'out' ? object : subject;
    property[edge] = columns.property[number]!;
    edge += 1;
  });
  return { from, to, property, statement };
}
