import type { Path } from '../../util/path.ts';
import type { Origin } from '../origin.ts';
import type { Rule } from '../rule.ts';

/** Subjects and objects are of the kinds that the ontology allows, and what is cited is a source. */
export const relationEnds: Rule = (context) => {
  const { entities, report } = context;
  /** Whether the entity is known to be of none of these kinds. A kind that the ontology lacks may stand for any. */
  const wrong = (id: string, kinds: readonly string[] | null): boolean => {
    const kind = entities.get(id)?.kind;
    if (kind === undefined || kinds === null || kinds.includes(kind)) return false;
    return kinds.every((name) => context.ontology?.ontology.kinds.has(name));
  };
  const end = (
    origin: Origin,
    id: string,
    kinds: readonly string[] | null,
    role: string,
    property: string,
    path: Path,
  ): void => {
    if (!wrong(id, kinds)) return;
    report(origin, 'OBJECT_KIND_WRONG', { id, role, property, kinds: kinds!.join(', ') }, path);
  };
  return {
    statement({ origin, written, property, values, citations }) {
      const { subject, property: name = '' } = written;
      const subjects = property?.subjects ?? null;
      if (subject !== undefined && wrong(subject, subjects)) {
        const parameters = { id: subject, property: name, kinds: subjects!.join(', ') };
        report(origin, 'SUBJECT_KIND_WRONG', parameters, ['subject']);
      }
      for (const { path, spec, value } of values) {
        if (value.type !== 'entity') continue;
        end(origin, value.id, spec.objects, spec === property ? 'value' : spec.name, name, path);
      }
      for (const [at, citation] of citations.entries()) {
        if (citation?.source === undefined) continue;
        end(origin, citation.source, ['source'], 'source', 'a citation', [
          'citations',
          at,
          'source',
        ]);
      }
    },
  };
};
