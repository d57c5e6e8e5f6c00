import type { Path } from '../../util/path.ts';
import { suggest } from '../../util/suggestions.ts';
import type { Origin } from '../origin.ts';
import type { Rule } from '../rule.ts';

/** A term, unit or approximation is in its vocabulary. */
export const vocabularies: Rule = (context) => {
  const check = (origin: Origin, name: string, term: string, path: Path): void => {
    // A vocabulary that is not there was reported in the ontology.
    const terms = context.ontology?.ontology.vocabularies.get(name)?.terms;
    if (terms === undefined || terms.has(term)) return;
    const parameters = { term, vocabulary: name, terms: [...terms.keys()].join(', ') };
    context.report(origin, 'TERM_UNKNOWN', parameters, path, {
      suggestion: () => suggest(term, terms.keys()),
    });
  };
  return {
    statement({ origin, values }) {
      for (const { path, value } of values) {
        if (value.type === 'term') check(origin, value.vocabulary, value.term, path);
        if (value.type !== 'quantity') continue;
        check(origin, 'unit', value.unit, [...path, 'unit']);
        check(origin, 'approximation', value.approximation, [...path, 'approximation']);
      }
    },
  };
};
