/** Parts of the graph as columns. Types only. */
import type { Entity, Statement } from '../../ontology/model.ts';
import type { Truncation } from './call.ts';
import type { EntityFilter } from './lists.ts';

export interface DrawingRequest {
  readonly filter?: EntityFilter;
  /** Greatest number of entities. */
  readonly limit: number;
  readonly asOf?: string;
}

/**
 * The best connected of the entities (`Connectedness.degree`), then by name; and every statement that holds and joins two of
 * them, in the order of the dataset. What stands at one place of several lists belongs together.
 */
export interface Drawing {
  /** How many entities there are in all, whatever the limit. */
  readonly totalCount: number;
  readonly entities: readonly Entity[];
  /** `Connectedness.degree` of each entity. */
  readonly degrees: Iterable<number>;
  readonly edges: readonly Statement[];
  /** The subject of each edge, and its object: places in `entities`. */
  readonly subjects: Iterable<number>;
  readonly objects: Iterable<number>;
  /** Where there was no time for all, the entities are fewer; all edges among those are there. */
  readonly truncated: Truncation | null;
}
