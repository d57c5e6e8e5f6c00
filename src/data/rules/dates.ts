import { judgeDate } from '../../util/iso-date.ts';
import type { Rule } from '../rule.ts';

/** A date is written in ISO 8601 and is in the calendar. */
export const dates: Rule = ({ report }) => ({
  statement({ origin, values }) {
    for (const { path, value } of values) {
      if (value.type !== 'date') continue;
      const { date } = value;
      const judgement = judgeDate(date);
      if (judgement === 'malformed') report(origin, 'DATE_MALFORMED', { date }, path);
      if (judgement === 'impossible') report(origin, 'DATE_IMPOSSIBLE', { date }, path);
    }
  },
});
