import type { Entity, Ontology, Statement } from '../ontology/model.ts';

/** Everything that was read and found right. Frozen; the same content always has the same version. */
export interface Dataset {
  /** SHA-256 over ontology, entities and statements in canonical order, hexadecimal. */
  readonly version: string;
  readonly ontology: Ontology;
  /** Sorted by id; sources are among them. */
  readonly entities: readonly Entity[];
  /** Sorted by subject, then property (in the ontology's order), then id; each id once. */
  readonly statements: readonly Statement[];
}
