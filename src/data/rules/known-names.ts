import { suggest } from '../../util/suggestions.ts';
import type { Rule } from '../rule.ts';

/** The ontology has every property and qualifier that a statement uses. */
export const knownNames: Rule = (context) => ({
  statement({ origin, written, property }) {
    if (context.ontology === null) return;
    const { ontology, unclear } = context.ontology;
    const name = written.property;
    if (name !== undefined && property === undefined && !unclear.properties.has(name)) {
      const suggestion = () => suggest(name, ontology.properties.keys());
      context.report(origin, 'PROPERTY_UNKNOWN', { property: name }, ['property'], { suggestion });
    }
    for (const qualifier of written.qualifiers?.keys() ?? []) {
      if (ontology.qualifiers.has(qualifier) || unclear.qualifiers.has(qualifier)) continue;
      const suggestion = () =>
        suggest(
          qualifier,
          property?.qualifiers.length ? property.qualifiers : ontology.qualifiers.keys(),
        );
      context.report(origin, 'QUALIFIER_UNKNOWN', { qualifier }, ['qualifiers', qualifier], {
        end: 'key',
        suggestion,
      });
    }
  },
});
