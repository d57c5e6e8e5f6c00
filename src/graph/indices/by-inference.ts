import type { Statement } from '../../ontology/model.ts';
import { STRETCH } from '../../util/gradual.ts';
import { type Postings, postings } from '../postings.ts';

/** Whether a source does not say the statement outright. */
export function isInferred(statement: Statement): boolean {
  return statement.citations.some((citation) => citation.inferred !== undefined);
}

/** The statements without (0) and with (1) an inferred citation. Yields now and then. */
export function* statementsByInference(
  statements: readonly Statement[],
): Generator<void, Postings> {
  const inferred = new Uint8Array(statements.length);
  for (const [number, statement] of statements.entries()) {
    if (number % STRETCH === 0) yield;
    inferred[number] = isInferred(statement) ? 1 : 0;
  }
  return postings(2, (add) => {
    inferred.forEach(add);
  });
}
