import {
  coerceInputValue,
  type GraphQLInputType,
  type GraphQLSchema,
  isNonNullType,
  typeFromAST,
  type VariableDefinitionNode,
  valueFromAST,
} from 'graphql';
import type { Run } from './run.ts';

/**
 * The variables as an operation declares them (https://spec.graphql.org/October2021/#sec-Coercing-Variable-Values); nothing where
 * they cannot be: what is wrong with them, GraphQL tells.
 */
export type CoerceVariables = (given: Run['given']) => Run['variables'] | undefined;

/** Plans to coerce variables: their types and defaults are found once. The declarations are valid by the schema. */
export function planVariables(
  schema: GraphQLSchema,
  declared: readonly VariableDefinitionNode[],
): CoerceVariables {
  const variables = declared.map((node) => {
    // A valid declaration has a type of input.
    const type = typeFromAST(schema, node.type as never) as GraphQLInputType;
    const fallback = node.defaultValue && valueFromAST(node.defaultValue, type);
    return { name: node.variable.name.value, type, isNonNull: isNonNullType(type), fallback };
  });
  return (given) => {
    // Without a prototype, for a variable may have any name.
    const coerced: Record<string, unknown> = Object.create(null);
    for (const { name, type, isNonNull, fallback } of variables) {
      if (!Object.hasOwn(given, name)) {
        if (fallback !== undefined) coerced[name] = fallback;
        else if (isNonNull) return undefined;
        continue;
      }
      const value = given[name];
      if (value === null && isNonNull) return undefined;
      let isRight = true;
      coerced[name] = coerceInputValue(value, type, () => {
        isRight = false;
      });
      if (!isRight) return undefined;
    }
    return coerced;
  };
}
