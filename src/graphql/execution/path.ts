import { type FieldNode, type GraphQLError, locatedError } from 'graphql';

/** Where in the answer a value stands. Built while going down, written out only for an error. */
export interface Path {
  readonly above: Path | undefined;
  readonly key: string | number;
}

function written(path: Path | undefined): (string | number)[] {
  const keys: (string | number)[] = [];
  for (let place = path; place !== undefined; place = place.above) keys.push(place.key);
  return keys.reverse();
}

/**
 * The errors of one execution. Of what stands below a place that has become null already, no more is told
 * (https://spec.graphql.org/October2021/#sec-Handling-Field-Errors).
 */
export class FieldErrors {
  readonly all: GraphQLError[] = [];
  /** How many there were, told or not. */
  count = 0;
  readonly #nulled = new Set<Path | undefined>();

  /** An error that made null what stands at the path: the whole answer, where there is none. */
  add(error: GraphQLError, path: Path | undefined): void {
    this.count += 1;
    for (let place = path; place !== undefined; place = place.above) {
      if (this.#nulled.has(place)) return;
    }
    if (this.#nulled.has(undefined)) return;
    this.#nulled.add(path);
    this.all.push(error);
  }
}

/** The error as one of a field: with its place in the document and in the answer, unless it has them from below. */
export const errorAt = (error: unknown, nodes: readonly FieldNode[], path: Path): GraphQLError =>
  locatedError(error, nodes, written(path));
