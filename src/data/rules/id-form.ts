import { suggest } from '../../util/suggestions.ts';
import type { Rule } from '../rule.ts';

/** `kind:slug`, whichever kind. */
export const form = /^[a-z]+:[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** An id is `kind:slug`, and the ontology has the kind. */
export const idForm: Rule = (context) => ({
  entity({ origin, written: { id } }) {
    if (id === undefined) return;
    if (!form.test(id)) {
      context.report(origin, 'ID_MALFORMED', { id }, ['id']);
      return;
    }
    const kinds = context.ontology?.ontology.kinds;
    const kind = id.slice(0, id.indexOf(':'));
    if (kinds && !kinds.has(kind)) {
      const suggestion = () => suggest(kind, kinds.keys());
      context.report(origin, 'KIND_UNKNOWN', { kind }, ['id'], { suggestion });
    }
  },
});
