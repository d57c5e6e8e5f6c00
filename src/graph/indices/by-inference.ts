import type { Statement } from '../../ontology/model.ts';
import { type Postings, postings } from '../postings.ts';

/** Whether a source does not say the statement outright. */
export function isInferred(statement: Statement): boolean {
  return statement.citations.some((citation) => citation.inferred !== undefined);
}

/** The statements without (0) and with (1) an inferred citation. */
export function statementsByInference(statements: readonly Statement[]): Postings {
  return postings(2, (add) => {
    statements.forEach((statement, number) => {
      add(isInferred(statement) ? 1 : 0, number);
    });
  });
}
