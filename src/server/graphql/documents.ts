import { ProblemError } from '../../errors/problem.ts';
import type { NamedOperation, Operations } from '../../graphql/operations.ts';
import { sha256 } from '../../util/hash.ts';
import type { DocumentParameters } from './parameters.ts';

/**
 * The text of the document that a request asks for: its own, or that of an operation that it names. `undefined` where it says
 * nothing that can be understood here; whoever reads the request next finds fault with it, or knows the hash from before.
 * @throws ProblemError ARGUMENTS_CLASH, DOCUMENT_HASH_WRONG, DOCUMENT_NOT_TRUSTED, DOCUMENT_UNKNOWN, REQUEST_INVALID
 */
export function documentOf(
  { query, documentId, hash }: DocumentParameters,
  operations: Operations,
  trustedOnly: boolean,
): string | undefined {
  if (documentId !== undefined && documentId !== null) {
    if (typeof documentId !== 'string') throw invalid('"documentId" must be a string');
    if (query) {
      throw new ProblemError('ARGUMENTS_CLASH', {
        arguments: '"documentId" and "query"',
        advice:
          'Give the "documentId" alone to run an operation of /operations.json, or else the text as "query".',
      });
    }
    return named(documentId, operations).document;
  }
  if (typeof query === 'string' && query !== '') {
    if (typeof hash === 'string' && hash.toLowerCase() !== sha256(query)) {
      throw new ProblemError('DOCUMENT_HASH_WRONG');
    }
    if (trustedOnly && operations.byHash(sha256(query)) === undefined) {
      throw new ProblemError('DOCUMENT_NOT_TRUSTED');
    }
    return query;
  }
  return typeof hash === 'string' ? operations.byHash(hash)?.document : undefined;
}

const hashed = /^sha256:/i;

function named(id: string, operations: Operations): NamedOperation {
  const operation = hashed.test(id)
    ? operations.byHash(id.replace(hashed, ''))
    : operations.byName(id);
  if (operation !== undefined) return operation;
  const shown = id.length > 80 ? `${id.slice(0, 80)}…` : id;
  const near = operations.near(shown);
  throw new ProblemError(
    'DOCUMENT_UNKNOWN',
    { id: shown },
    { argument: 'documentId' },
    near && `"${near}"`,
  );
}

const invalid = (why: string): ProblemError => new ProblemError('REQUEST_INVALID', { why });
