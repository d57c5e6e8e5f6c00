import { ProblemError } from '../errors/problem.ts';

export interface Bounds {
  readonly least: number;
  readonly greatest: number;
}

/** Every bound on an argument; schema.graphql states each, and a test holds the two together. */
export const bounds = {
  page: { least: 1, greatest: 100 },
  ids: { least: 0, greatest: 100 },
  starts: { least: 1, greatest: 100 },
  depth: { least: 1, greatest: 4 },
  limit: { least: 1, greatest: 500 },
  drawn: { least: 1, greatest: 20_000 },
  hops: { least: 1, greatest: 12 },
  suggestions: { least: 1, greatest: 20 },
  dimensions: { least: 0, greatest: 3 },
  rows: { least: 1, greatest: 500 },
  filterDepth: { least: 0, greatest: 5 },
  filters: { least: 1, greatest: 50 },
  filterTexts: { least: 0, greatest: 5 },
  /** Of a text that is looked for, in characters. */
  text: { least: 0, greatest: 500 },
  paths: { least: 1, greatest: 10 },
  common: { least: 2, greatest: 10 },
} as const satisfies Record<string, Bounds>;

/** How many items a page has when nobody says. */
export const defaultPageSize = 20;

/** How many groups a facet has at most. */
export const mostGroups = 100;

/**
 * @param say how the value is told, where it is no plain number
 * @throws ProblemError ARGUMENT_OUT_OF_RANGE
 */
export function checkRange(
  argument: string,
  value: number,
  { least, greatest }: Bounds,
  say: (value: number) => number | string = (plain) => plain,
): number {
  if (value >= least && value <= greatest) return value;
  throw new ProblemError(
    'ARGUMENT_OUT_OF_RANGE',
    { argument, value: say(value), least, greatest },
    { argument },
  );
}

/** @throws ProblemError ARGUMENT_OUT_OF_RANGE where the list is too short or too long */
export function checkLength<T>(
  argument: string,
  list: readonly T[],
  { least, greatest }: Bounds,
): readonly T[] {
  if (list.length >= least && list.length <= greatest) return list;
  throw new ProblemError(
    'ARGUMENT_OUT_OF_RANGE',
    { argument, value: `${list.length} items long`, least, greatest },
    { argument },
  );
}

/** @throws ProblemError ARGUMENT_OUT_OF_RANGE where a text that is looked for is too long */
export const checkText = (argument: string, text: string): number =>
  checkRange(argument, text.length, bounds.text, (length) => `${length} characters long`);
