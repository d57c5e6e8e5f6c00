import type { Usage } from './limits.ts';

export type VariablesUsage = Required<Pick<Usage, 'values' | 'nesting'>>;

/**
 * What the variables of a request use, as they came. Walked without recursion, so that no nesting can end the stack, as it
 * would that of GraphQL, which recurses to coerce them.
 */
export function measureVariables(variables: unknown): VariablesUsage {
  let values = 0;
  let nesting = 0;
  let level: readonly object[] = isHolder(variables) ? [variables] : [];
  while (level.length > 0) {
    nesting += 1;
    const below: object[] = [];
    for (const holder of level) {
      for (const value of Object.values(holder)) {
        values += 1;
        if (isHolder(value)) below.push(value);
      }
    }
    level = below;
  }
  return { values, nesting };
}

const isHolder = (value: unknown): value is object => typeof value === 'object' && value !== null;
