import type { Arguments } from './arguments.ts';
import type { FieldErrors } from './path.ts';

/** What belongs to one execution of a plan. */
export interface Run {
  /** The variables as they were coerced. */
  readonly variables: Readonly<Record<string, unknown>>;
  /** The variables as they were given. */
  readonly given: Readonly<Record<string, unknown>>;
  readonly errors: FieldErrors;
  /** Whether the plan was executed before. */
  readonly isRepeated: boolean;
  /** The arguments that follow from variables, each field's at its place: the same for every object. */
  readonly arguments: (Arguments | undefined)[];
}
