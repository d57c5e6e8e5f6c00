import type { Rule } from '../rule.ts';

/** An entity has only those attributes that the ontology gives its kind, and a country has its codes. */
export const attributes: Rule = (context) => ({
  entity({ origin, kind, written }) {
    const allowed = context.ontology?.ontology.kinds.get(kind)?.attributes;
    if (allowed === undefined) return;
    const id = written.id ?? kind;
    for (const attribute of ['codes', 'shared'] as const) {
      if (written[attribute] !== undefined && !allowed.includes(attribute)) {
        const parameters = { id, attribute, kind };
        context.report(origin, 'ATTRIBUTE_NOT_ALLOWED', parameters, [attribute], { end: 'key' });
      }
    }
    // `in`: codes of the wrong shape are there, and were reported.
    if (allowed.includes('codes') && !('codes' in written)) {
      context.report(origin, 'KEY_MISSING', { key: 'codes', record: `a ${kind}` }, []);
    }
  },
});
