import { isBefore, judgeDate } from '../../util/iso-date.ts';
import type { Rule } from '../rule.ts';
import type { ValueSeen } from '../seen.ts';

const pairs = [
  { start: 'startDate', end: 'endDate' },
  { start: 'periodStart', end: 'periodEnd' },
] as const;

const dateOf = (seen: ValueSeen | undefined): string | undefined =>
  seen?.value.type === 'date' && judgeDate(seen.value.date) === 'right'
    ? seen.value.date
    : undefined;

/**
 * Nothing ends before it starts: the qualifiers `from` and `to` of a statement, and the two dates of a subject as one
 * source gives them for one scope. Rival dates of different sources are no mistake but a disagreement.
 */
export const orderOfDates: Rule = ({ report }) => {
  let file = '';
  let dates = new Map<string, string[]>();
  return {
    statement({ origin, written: { subject, rank }, property, values }) {
      const from = dateOf(values.find(({ path }) => path[1] === 'from'));
      const to = values.find(({ path }) => path[1] === 'to');
      const toDate = dateOf(to);
      if (from !== undefined && toDate !== undefined && isBefore(toDate, from)) {
        const parameters = { subject: 'The statement', start: from, end: toDate };
        report(origin, 'END_BEFORE_START', parameters, to!.path);
      }

      const pair = pairs.find(
        ({ start, end }) => property?.name === start || property?.name === end,
      );
      const date = dateOf(values.find(({ spec }) => spec === property));
      if (pair === undefined || date === undefined || subject === undefined) return;
      if (rank === 'deprecated') return;
      if (origin.file !== file) {
        file = origin.file;
        dates = new Map();
      }
      const scope = JSON.stringify(values.find(({ spec }) => spec.name === 'scope')?.value);
      const key = (name: string): string => `${subject} ${name} ${scope}`;
      const isStart = property?.name === pair.start;
      for (const other of dates.get(key(isStart ? pair.end : pair.start)) ?? []) {
        const [start, end] = isStart ? [date, other] : [other, date];
        if (isBefore(end, start))
          report(origin, 'END_BEFORE_START', { subject, start, end }, ['value']);
      }
      const own = key(isStart ? pair.start : pair.end);
      dates.set(own, [...(dates.get(own) ?? []), date]);
    },
  };
};
