import type { Rule } from '../rule.ts';

/** A statement has only those qualifiers that its property takes. */
export const allowedQualifiers: Rule = (context) => ({
  statement({ origin, written, property }) {
    if (property === undefined || written.qualifiers === undefined) return;
    for (const qualifier of written.qualifiers.keys()) {
      if (property.qualifiers.includes(qualifier)) continue;
      if (!context.ontology?.ontology.qualifiers.has(qualifier)) continue;
      const allowed = property.qualifiers.join(', ') || 'none';
      const parameters = { property: property.name, qualifier, allowed };
      const path = ['qualifiers', qualifier];
      context.report(origin, 'QUALIFIER_NOT_ALLOWED', parameters, path, { end: 'key' });
    }
  },
});
