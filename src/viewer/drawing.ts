/** A part of the graph to draw, as columns: the n-th item of each list of nodes is of one node, and so with edges. */
export interface Drawing {
  readonly ids: readonly string[];
  readonly kinds: readonly string[];
  readonly names: readonly string[];
  readonly degrees: readonly number[];
  readonly edges: {
    /** Ids of statements. */
    readonly ids: readonly string[];
    readonly properties: readonly string[];
    /** Positions in `ids` of the drawing. */
    readonly subjects: readonly number[];
    readonly objects: readonly number[];
  };
}
