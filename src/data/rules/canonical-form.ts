import { canonicalText } from '../format/canonical-text.ts';
import type { Rule } from '../rule.ts';

/** A YAML file is written as `caytre format` writes it. */
export const canonicalForm: Rule = (context) => ({
  file({ file, byteOrderMark, carriageReturn, yaml }) {
    if (yaml === null || byteOrderMark || carriageReturn !== null) return;
    // The order of statements follows the ontology.
    if (file.role === 'source' && context.ontology === null) return;
    const canonical = canonicalText(
      yaml.text,
      yaml.parsed,
      file.role,
      context.ontology?.ontology ?? null,
    );
    if (canonical === yaml.text) return;
    const written = yaml.text.split('\n');
    const wanted = canonical.split('\n');
    const line = 1 + written.findIndex((text, at) => text !== wanted[at]);
    context.reportAt({ file: file.path, line: line || written.length }, 'FILE_NOT_CANONICAL');
  },
});
