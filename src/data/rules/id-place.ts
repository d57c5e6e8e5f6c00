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
    // Of a kind that is not known, be it that of the id or of the file, enough is said without this.
    const kinds = context.ontology?.ontology.kinds;
    if (!id || !kinds?.has(kind) || !kinds.has(id.slice(0, Math.max(0, id.indexOf(':'))))) return;
    const ofSource = file.role === 'source';
    const own = ofSource ? `source:${file.name}` : `${kind}:`;
    if (ofSource ? id === own : id.startsWith(own)) return;
    const expected = `${ofSource ? 'is' : 'begins with'} "${own}"`;
    context.report(origin, 'ID_FILE_MISMATCH', { id, expected }, ['id']);
  },
});
