import { ProblemError } from '../../errors/problem.ts';

/** The greatest values that this adapter takes; callers set narrower ones. */
export const GREATEST = {
  page: 10_000,
  limit: 10_000,
  drawn: 100_000,
  depth: 100,
  hops: 100,
  paths: 100,
  combinations: 200_000,
} as const;

/** How many items a page has when the request does not say. */
export const DEFAULT_PAGE = 100;

/** @throws ProblemError ARGUMENT_OUT_OF_RANGE */
export function checkBound(
  argument: string,
  value: number | undefined,
  least: number,
  greatest: number,
): void {
  if (value === undefined) return;
  if (Number.isInteger(value) && value >= least && value <= greatest) return;
  throw new ProblemError(
    'ARGUMENT_OUT_OF_RANGE',
    { argument, value, least, greatest },
    { argument },
  );
}
