import type { Citation, Statement, Value } from '../ontology/model.ts';
import { deepFreeze } from '../util/deep-freeze.ts';
import type { Check } from './check.ts';
import { mergeCitations } from './merge-citations.ts';
import type { Origin } from './origin.ts';
import type { StatementSeen, ValueSeen } from './seen.ts';
import { statementShape, type WrittenStatement } from './shapes.ts';
import { statementId } from './statement-id.ts';
import { readValue } from './value.ts';

/**
 * Reads one statement record and shows it to the rules. Gives the statement unless something was reported so far.
 * @param source the id of the source in whose file it stands.
 */
export function readStatement(
  data: unknown,
  source: string,
  origin: Origin,
  check: Check,
): Statement | undefined {
  const report = (...what: Parameters<Check['report']> extends [unknown, ...infer W] ? W : never) =>
    check.report(origin, ...what);
  const written = statementShape(data, { path: [], report });
  if (written === undefined) return undefined;
  const ontology = check.ontology?.ontology;
  const property = ontology?.properties.get(written.property ?? '');
  const values: ValueSeen[] = [];
  const read = (spec: ValueSeen['spec'] | undefined, given: unknown, path: (string | number)[]) => {
    const value = spec && readValue(spec, given, { path, report });
    if (spec && value) values.push({ path, spec, value });
    return value;
  };
  const value = 'value' in written ? read(property, written.value, ['value']) : undefined;
  const qualifiers: Record<string, Value> = {};
  let whole = true;
  for (const [name, given] of written.qualifiers ?? []) {
    const qualifier = read(ontology?.qualifiers.get(name), given, ['qualifiers', name]);
    if (qualifier) qualifiers[name] = qualifier;
    else whole = false;
  }
  const { subject } = written;
  const id =
    subject !== undefined && property && value && whole
      ? statementId(subject, property.name, value, qualifiers)
      : undefined;
  const citations = written.citations ?? [];
  const seen = { origin, source, written, property, values, citations, id };
  check.statement(seen);
  return check.problems === 0 ? makeStatement(seen, value!, qualifiers, check) : undefined;
}

/** Only for what nothing was reported of, so that whatever is required is there. Keys are in one fixed order. */
function makeStatement(
  { id, source, written, property }: StatementSeen,
  value: Value,
  qualifiers: Readonly<Record<string, Value>>,
  { entities, ontology }: Check,
): Statement {
  // Ids are shared with the entities, not held once more by every statement.
  const known = (entity: string): string => entities.get(entity)!.id;
  const ordered: Record<string, Value> = {};
  for (const name of ontology!.ontology.qualifiers.keys()) {
    if (qualifiers[name]) ordered[name] = qualifiers[name];
  }
  const { rank = 'normal', reason } = written;
  return deepFreeze({
    id,
    subject: known(written.subject!),
    property: property!.name,
    value: value.type === 'entity' ? { type: 'entity', id: known(value.id) } : value,
    qualifiers: ordered,
    rank,
    ...(reason && { reason }),
    citations: mergeCitations(citationsOf(written, known(source), known)),
  } as Statement);
}

const citationsOf = (
  { citations }: WrittenStatement,
  own: string,
  known: (id: string) => string,
): readonly Citation[] =>
  citations!.map((citation) => {
    const { source, paragraph, evidence, inferred, attributedTo } = citation!;
    return {
      source: source === undefined ? own : known(source),
      paragraph,
      evidence,
      ...(inferred && { inferred }),
      ...(attributedTo !== undefined && { attributedTo: known(attributedTo) }),
    } as Citation;
  });
