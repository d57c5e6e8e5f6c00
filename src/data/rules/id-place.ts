import { suggest } from '../../util/suggestions.ts';
import type { Rule } from '../rule.ts';

/** An entity stands in the file of its kind, the file has the name of a kind, and a source has that of its file. */
export const idPlace: Rule = (context) => ({
  file({ file }) {
    const kinds = context.ontology?.ontology.kinds;
    if (file.role !== 'entities' || !kinds || kinds.has(file.name)) return;
    const near = suggest(file.name, kinds.keys());
    context.reportAt({ file: file.path }, 'KIND_UNKNOWN', { kind: file.name }, near);
  },
  entity({ origin, file, kind, written: { id } }) {
    if (id === undefined) return;
    const expected = file.role === 'source' ? `source:${file.name}` : `${kind}:`;
    const fits = file.role === 'source' ? id === expected : id.startsWith(expected);
    // An id without a kind is malformed, which is said elsewhere.
    if (!fits && id.includes(':')) {
      context.report(origin, 'ID_FILE_MISMATCH', { id, expected }, ['id']);
    }
  },
});
