import type { Usage } from './limits.ts';

export type VariablesUsage = Required<Pick<Usage, 'values' | 'nesting'>>;

/**
 * What the variables of a request use, as they came. Walked without recursion, so that no nesting can end the stack, as it
 * would that of GraphQL, which recurses to coerce them.
 */
export function measureVariables(variables: unknown): VariablesUsage {
  let values = -1;
  let nesting = 0;
  let level: readonly unknown[] = [variables];
  while (level.length > 0) {
    values += level.length;
    const holders = level.filter((value) => typeof value === 'object' && value !== null);
    if (holders.length > 0) nesting += 1;
    level = holders.flatMap((holder) => Object.values(holder as object));
  }
  return { values, nesting };
}
