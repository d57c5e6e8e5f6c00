import type { Rule } from '../rule.ts';

/** No two entities have one id. */
export const uniqueIds: Rule = ({ entities, report }) => ({
  entity({ origin, written: { id } }) {
    const first = id === undefined ? undefined : entities.get(id);
    if (first === undefined) return;
    const other = `the record at ${first.file}:${first.line}`;
    report(origin, 'ID_DUPLICATE', { id: first.id, other }, ['id']);
  },
});
