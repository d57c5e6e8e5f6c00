import { NO_OBJECT, type StatementColumns } from '../columns.ts';
import { type Postings, postings } from '../postings.ts';

/** The statements of which each node is the subject. */
export function statementsBySubject(columns: StatementColumns, nodes: number): Postings {
  return postings(nodes, (add) => {
    columns.subject.forEach((subject, statement) => {
      add(subject, statement);
    });
  });
}

/** The statements of which each node is the value. */
export function statementsByObject(columns: StatementColumns, nodes: number): Postings {
  return postings(nodes, (add) => {
    columns.object.forEach((object, statement) => {
      if (object !== NO_OBJECT) add(object, statement);
    });
  });
}
