/** A part of the graph to draw, as columns: the n-th item of each list of nodes is of one node, and so with edges. */
export interface Drawing {
  readonly ids: readonly string[];
  readonly kinds: readonly string[];
  readonly names: readonly string[];
  /** How many statements join each to others in the whole graph. */
  readonly degrees: readonly number[];
  readonly edges: DrawnEdges;
}

export interface DrawnEdges {
  /** Ids of statements. */
  readonly ids: readonly string[];
  readonly properties: readonly string[];
  /** Positions in `ids` of the drawing. */
  readonly subjects: readonly number[];
  readonly objects: readonly number[];
}

/** Where the nodes of a drawing lie, in its order; units are those of `radiusOf`. */
export interface Positions {
  readonly xs: Float64Array;
  readonly ys: Float64Array;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export const emptyDrawing: Drawing = {
  ids: [],
  kinds: [],
  names: [],
  degrees: [],
  edges: { ids: [], properties: [], subjects: [], objects: [] },
};

/** How large a node is drawn: the better connected, the larger, within what can still be told apart and still be passed by. */
export const radiusOf = (degree: number): number => Math.min(22, 4 + 1.7 * Math.sqrt(degree));

/** The positions of ids in a drawing. */
export const numbersOf = (drawing: Drawing): ReadonlyMap<string, number> =>
  new Map(drawing.ids.map((id, number) => [id, number]));

/** For each node, the edges at it, by their positions. */
export function edgesAt(drawing: Drawing): readonly (readonly number[])[] {
  const at: number[][] = drawing.ids.map(() => []);
  const { subjects, objects } = drawing.edges;
  subjects.forEach((subject, edge) => {
    const object = objects[edge]!;
    at[subject]!.push(edge);
    if (object !== subject) at[object]!.push(edge);
  });
  return at;
}

/** What several drawings show together, each node and each edge once, in the order in which they are met. */
export function joinDrawings(drawings: readonly Drawing[]): Drawing {
  const [only, ...others] = drawings;
  if (only !== undefined && others.length === 0) return only;
  const numbers = new Map<string, number>();
  const seen = new Set<string>();
  const [ids, kinds, names, degrees]: [string[], string[], string[], number[]] = [[], [], [], []];
  const edges = {
    ids: [] as string[],
    properties: [] as string[],
    subjects: [] as number[],
    objects: [] as number[],
  };
  for (const drawing of drawings) {
    drawing.ids.forEach((id, number) => {
      if (numbers.has(id)) return;
      numbers.set(id, ids.length);
      ids.push(id);
      kinds.push(drawing.kinds[number]!);
      names.push(drawing.names[number]!);
      degrees.push(drawing.degrees[number]!);
    });
    drawing.edges.ids.forEach((id, edge) => {
      if (seen.has(id)) return;
      seen.add(id);
      edges.ids.push(id);
      edges.properties.push(drawing.edges.properties[edge]!);
      edges.subjects.push(numbers.get(drawing.ids[drawing.edges.subjects[edge]!]!)!);
      edges.objects.push(numbers.get(drawing.ids[drawing.edges.objects[edge]!]!)!);
    });
  }
  return { ids, kinds, names, degrees, edges };
}

/** The part of a drawing whose nodes pass, and the edges between them. */
export function partOf(drawing: Drawing, passes: (number: number) => boolean): Drawing {
  const kept = drawing.ids.map((_id, number) => number).filter(passes);
  if (kept.length === drawing.ids.length) return drawing;
  const numbers = new Map(kept.map((number, index) => [number, index]));
  const { ids, properties, subjects, objects } = drawing.edges;
  const edges = ids
    .map((_id, edge) => edge)
    .filter((edge) => numbers.has(subjects[edge]!) && numbers.has(objects[edge]!));
  return {
    ids: kept.map((number) => drawing.ids[number]!),
    kinds: kept.map((number) => drawing.kinds[number]!),
    names: kept.map((number) => drawing.names[number]!),
    degrees: kept.map((number) => drawing.degrees[number]!),
    edges: {
      ids: edges.map((edge) => ids[edge]!),
      properties: edges.map((edge) => properties[edge]!),
      subjects: edges.map((edge) => numbers.get(subjects[edge]!)!),
      objects: edges.map((edge) => numbers.get(objects[edge]!)!),
    },
  };
}
