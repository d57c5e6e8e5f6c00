import type { Rule } from '../rule.ts';

interface First {
  readonly file: string;
  readonly line: number;
  readonly rank: string;
}

/** A statement stands once in a file; files that repeat it rank it alike. */
export const repeatedStatements: Rule = ({ report }) => {
  const seen = new Map<string, First>();
  return {
    statement({ origin, id, written: { rank = 'normal' } }) {
      if (id === undefined) return;
      const { file, line } = origin;
      const first = seen.get(id);
      seen.set(id, { file, line, rank });
      if (first === undefined) return;
      if (first.file === file) {
        report(origin, 'STATEMENT_DUPLICATE', { line: first.line }, []);
      } else if (first.rank !== rank) {
        const where = `${first.file}:${first.line}`;
        report(origin, 'RANK_CONFLICT', { rank, other: first.rank, where }, ['rank']);
      }
    },
  };
};
