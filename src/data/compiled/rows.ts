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
    const source = idAt(row[0]);
    const paragraph = row[1];
    const evidence = Object.freeze(row[2]);
    return Object.freeze(
      row.length === 3
        ? { source, paragraph, evidence }
        : { source, paragraph, evidence, ...moreOf(row[3], row[4]) },
    );
  };
  const moreOf = (inferred: CitationRow[3], attributedTo: CitationRow[4]): Partial<Citation> => ({
    ...(inferred && { inferred: deepFreeze(inferred) }),
    ...(attributedTo !== undefined && { attributedTo: idAt(attributedTo) }),
  });
  const citationsOf = (rows: readonly CitationRow[]): readonly Citation[] =>
    Object.freeze(rows.length === 1 ? [citationOf(rows[0]!)] : rows.map(citationOf));
  const qualifiersOf = (row: StatementRow[5]): Statement['qualifiers'] =>
    row ? Object.freeze(mapValues(row, valueAt)) : NO_QUALIFIERS;
  // By place, for the code that takes a row apart by a pattern is so much that the engine is long at making it quick.
  return (row) => {
    const id = row[0];
    const subject = idAt(row[1]);
    const property = properties[row[2]]!;
    const value = valueAt(row[3]);
    const citations = citationsOf(row[4]);
    const qualifiers = qualifiersOf(row[5]);
    const rank = row[6] ?? 'normal';
    const reason = row[7];
    if (reason === undefined) {
      return Object.freeze({ id, subject, property, value, qualifiers, rank, citations });
    }
    deepFreeze(reason);
    return Object.freeze({ id, subject, property, value, qualifiers, rank, reason, citations });
  };
}
