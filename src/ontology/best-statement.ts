import type { Statement } from './model.ts';

/**
 * The statement that stands for its rivals where there is room for one: a preferred one before a normal one, then the
 * latest by its qualifiers `from` or `at`, then the most cited, then the first. Deprecated ones are not to be given.
 */
export function bestStatement(statements: readonly Statement[]): Statement | undefined {
  return statements.reduce<Statement | undefined>(
    (best, next) => (best === undefined || isBetter(next, best) ? next : best),
    undefined,
  );
}

function isBetter(a: Statement, b: Statement): boolean {
  if (a.rank !== b.rank) return a.rank === 'preferred';
  const [since, other] = [sinceWhen(a), sinceWhen(b)];
  if (since !== other) return since > other;
  return a.citations.length > b.citations.length;
}

/** ISO dates of any precision compare as texts; an undated statement comes before all dated ones. */
function sinceWhen({ qualifiers }: Statement): string {
  const value = qualifiers.from ?? qualifiers.at;
  return value?.type === 'date' ? value.date : '';
}
