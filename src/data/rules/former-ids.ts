import type { Rule } from '../rule.ts';
import { form } from './id-form.ts';

/**
 * A former id is `kind:slug`, leads to one entity, and is not the present id of any. Its kind need not be that of the
 * entity, nor one that the ontology still has: a renaming may have changed either.
 */
export const formerIds: Rule = ({ entities, former, report }) => ({
  entity({ origin, written: { id, formerIds: given = [] } }) {
    const at = ({ file, line }: { readonly file: string; readonly line: number }): string =>
      `the record at ${file}:${line}`;
    const claimed = id === undefined ? undefined : former.get(id);
    if (claimed !== undefined) {
      report(origin, 'FORMER_ID_TAKEN', { id: id!, other: at(claimed) }, ['id']);
    }
    for (const [index, one] of given.entries()) {
      if (one === undefined) continue;
      const path = ['formerIds', index];
      const owner = one === id ? origin : entities.get(one);
      const rival = given.indexOf(one) < index ? origin : former.get(one);
      if (!form.test(one)) report(origin, 'ID_MALFORMED', { id: one }, path);
      else if (owner) report(origin, 'FORMER_ID_TAKEN', { id: one, other: at(owner) }, path);
      else if (rival) report(origin, 'FORMER_ID_REPEATED', { id: one, other: at(rival) }, path);
    }
  },
});
