import type { Rule } from '../rule.ts';

/** A rank other than normal says why. */
export const ranks: Rule = ({ report }) => ({
  statement({ origin, written }) {
    const { rank } = written;
    if (rank === undefined || rank === 'normal' || 'reason' in written) return;
    report(origin, 'RANK_WITHOUT_REASON', { rank }, ['rank']);
  },
});
