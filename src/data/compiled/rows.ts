import type { Citation, Entity, Ontology, Rank, Statement, Value } from '../../ontology/model.ts';
import { deepFreeze } from '../../util/deep-freeze.ts';

/** An entity by its place among the entities, or a literal as it is. */
type ValueRow = number | Value;

/** `null` stands for what is not there before something that is. */
type CitationRow = readonly [
  source: number,
  paragraph: number,
  evidence: readonly string[],
  inferred?: Citation['inferred'] | null,
  attributedTo?: number,
];

/**
 * A statement as a row: entities and properties by their places, and what most statements do not have left out. That is a
 * third of the text, and whoever reads it holds each id once, however many statements bear it.
 */
export type StatementRow = readonly [
  id: string,
  subject: number,
  property: number,
  value: ValueRow,
  citations: readonly CitationRow[],
  qualifiers?: Readonly<Record<string, ValueRow>> | null,
  rank?: Rank,
  reason?: Statement['reason'],
];

const NO_QUALIFIERS: Statement['qualifiers'] = Object.freeze({});

const mapValues = <From, To>(record: Readonly<Record<string, From>>, to: (value: From) => To) =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name, to(value)]));

/** Writes statements on these entities as rows. */
export function rowWriter(
  ontology: Ontology,
  entities: readonly Entity[],
): (statement: Statement) => StatementRow {
  const places = new Map(entities.map(({ id }, place) => [id, place]));
  const properties = new Map([...ontology.properties.keys()].map((name, place) => [name, place]));
  const placeOf = (id: string): number => places.get(id)!;
  const valueRow = (value: Value): ValueRow =>
    value.type === 'entity' ? placeOf(value.id) : value;
  const citationRow = (citation: Citation): CitationRow => {
    const { source, paragraph, evidence, inferred, attributedTo } = citation;
    const said = [placeOf(source), paragraph, evidence] as const;
    if (attributedTo !== undefined) return [...said, inferred ?? null, placeOf(attributedTo)];
    return inferred === undefined ? said : [...said, inferred];
  };
  return ({ id, subject, property, value, qualifiers, rank, reason, citations }) => {
    const stated = [
      id,
      placeOf(subject),
      properties.get(property)!,
      valueRow(value),
      citations.map(citationRow),
    ] as const;
    const qualified = Object.keys(qualifiers).length > 0 ? mapValues(qualifiers, valueRow) : null;
    if (reason !== undefined) return [...stated, qualified, rank, reason];
    if (rank !== 'normal') return [...stated, qualified, rank];
    return qualified === null ? stated : [...stated, qualified];
  };
}

/** Makes statements of rows, frozen, and equal in every key and its place to what was written. */
export function rowReader(
  ontology: Ontology,
  entities: readonly Entity[],
): (row: StatementRow) => Statement {
  const properties = [...ontology.properties.keys()];
  const idAt = (place: number): string => entities[place]!.id;
  /** An entity as a value is the same object wherever it is one. */
  const values: Value[] = [];
  const valueAt = (row: ValueRow): Value => {
    if (typeof row !== 'number') return deepFreeze(row);
    values[row] ??= Object.freeze({ type: 'entity', id: idAt(row) });
    return values[row]!;
  };
  const citationOf = (row: CitationRow): Citation => {
    const [source, paragraph, evidence, inferred, attributedTo] = row;
    Object.freeze(evidence);
    if (row.length === 3) return Object.freeze({ source: idAt(source), paragraph, evidence });
    return Object.freeze({
      source: idAt(source),
      paragraph,
      evidence,
      ...(inferred && { inferred: deepFreeze(inferred) }),
      ...(attributedTo !== undefined && { attributedTo: idAt(attributedTo) }),
    });
  };
  return ([id, subject, property, value, citations, qualifiers, rank = 'normal', reason]) =>
    Object.freeze({
      id,
      subject: idAt(subject),
      property: properties[property]!,
      value: valueAt(value),
      qualifiers: qualifiers ? Object.freeze(mapValues(qualifiers, valueAt)) : NO_QUALIFIERS,
      rank,
      ...(reason && { reason: deepFreeze(reason) }),
      citations: Object.freeze(citations.map(citationOf)),
    });
}
