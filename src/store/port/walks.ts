/** Ways through the graph. Types only. */
import type { Entity, Statement } from '../../ontology/model.ts';
import type { Direction, Page, PageRequest, Truncation } from './call.ts';

export interface NeighborhoodRequest {
  readonly ids: readonly string[];
  /** Greatest distance in hops. */
  readonly depth: number;
  readonly properties?: readonly string[];
  readonly kinds?: readonly string[];
  readonly direction: Direction;
  /** Greatest number of nodes, the given ones included. */
  readonly limit: number;
  readonly asOf?: string;
}

/**
 * The given nodes, then the nearest first, then the better connected, then by name. Edges are all those with one of
 * the properties and both ends among the nodes, in the order of the dataset.
 */
export interface Neighborhood {
  readonly nodes: readonly { readonly entity: Entity; readonly distance: number }[];
  readonly edges: readonly Statement[];
  readonly truncated: Truncation | null;
}

export interface PathRequest {
  readonly from: string;
  readonly to: string;
  readonly maxHops: number;
  /** How many paths, the shortest first, none through an entity twice. */
  readonly count: number;
  /**
   * What is short: few steps (`hops`), or steps between little connected entities (`weight`): a step costs the binary
   * logarithm of the degree of either end, added, so that a way through a hub is long.
   */
  readonly by: 'hops' | 'weight';
  readonly properties?: readonly string[];
  readonly avoidProperties?: readonly string[];
  /** Kinds that the entities between the two ends may be of. */
  readonly kinds?: readonly string[];
  readonly avoidKinds?: readonly string[];
  /** Entities not to pass through. */
  readonly avoid?: readonly string[];
  /** Whether not to pass through hubs (`Connectedness.hub`). */
  readonly avoidHubs?: boolean;
  readonly direction: Direction;
  readonly asOf?: string;
}

/** A path without a node twice: one more entity than statements, both ends included. */
export interface Path {
  readonly entities: readonly Entity[];
  readonly statements: readonly Statement[];
  /** How long it is in the measure asked for: its hops, or the sum of its weights. */
  readonly cost: number;
}

/**
 * The shortest first. Of equally long ones, the one whose ids come first, read from the start; of parallel statements the
 * first of the dataset.
 */
export interface PathsAnswer {
  readonly paths: readonly Path[];
  /**
   * Set when the search stopped at its bound: then "no path" means "none within so many hops", and "two", "two so far"; and
   * by weight a path of more hops may be shorter than the last. `null` when no bound on hops would change the answer.
   */
  readonly truncated: Truncation | null;
}

/** What several entities are joined to in common. */
export interface CommonNeighborsRequest {
  /** Two or more. */
  readonly ids: readonly string[];
  readonly properties?: readonly string[];
  readonly kinds?: readonly string[];
  /** Seen from the given entities. */
  readonly direction: Direction;
  readonly asOf?: string;
  readonly page: PageRequest;
}

/** The least connected first, for it tells the most; then by name. */
export interface CommonNeighbor {
  readonly entity: Entity;
  /** For each of the ids as they were asked, the first statement that joins it to the entity. */
  readonly statements: readonly Statement[];
}

export interface RelatedRequest {
  readonly id: string;
  readonly kinds?: readonly string[];
  readonly asOf?: string;
  readonly page: PageRequest;
}

/**
 * Entities that share neighbors with one, whether or not they are neighbors of it: ranked by the sum over the shared
 * neighbors of 1 / ln(degree) (Adamic and Adar, Friends and Neighbors on the Web, 2003), then by name. The degree is
 * `Connectedness.degree`; hubs are not among the shared: what nearly all share tells next to nothing.
 */
export interface RelatedEntity {
  readonly entity: Entity;
  readonly score: number;
  /** The neighbors shared, those that tell most first; the first few of them. */
  readonly shared: readonly Entity[];
  readonly sharedCount: number;
  /** A statement that joins the two directly, if there is one. */
  readonly statement: Statement | null;
}

/** From an entity, along the flow of what comes of what (`Property.flow`). */
export interface TraceRequest {
  readonly id: string;
  /** `forward`, what comes of it; `backward`, what it comes of; both when absent. */
  readonly flow?: 'forward' | 'backward';
  /** Only entities of these kinds are listed; the way to them may lead through any. */
  readonly kinds?: readonly string[];
  readonly maxHops: number;
  readonly asOf?: string;
  readonly page: PageRequest;
}

/** The nearest first, `backward` before `forward`, then by ordinal and name. */
export interface Traced {
  readonly entity: Entity;
  readonly flow: 'forward' | 'backward';
  /** The way from the entity asked about. */
  readonly path: Path;
}

export interface TracePage extends Page<Traced> {
  readonly truncated: Truncation | null;
}
