import {
  type ArgumentNode,
  type FieldNode,
  type GraphQLField,
  getArgumentValues,
  isNonNullType,
  Kind,
  type ValueNode,
  valueFromAST,
  visit,
} from 'graphql';
import type { Run } from './run.ts';

export type Arguments = Readonly<Record<string, unknown>>;

const none: Arguments = Object.freeze({});

/**
 * How the arguments of a field are found (https://spec.graphql.org/October2021/#sec-Coercing-Field-Arguments): made once where no
 * variable is in them, else once for each run, to stand at a place of its own.
 * @param takePlace gives a place among a run's arguments that no other field has
 */
export function planArguments(
  definition: GraphQLField<unknown, unknown>,
  node: FieldNode,
  takePlace: () => number,
): (run: Run) => Arguments {
  if (definition.args.length === 0) return () => none;
  if (!(node.arguments ?? []).some(hasVariables)) {
    let args: Arguments | undefined;
    return () => {
      args ??= Object.freeze(getArgumentValues(definition, node));
      return args;
    };
  }
  const place = takePlace();
  const read = planReading(definition, node);
  return ({ variables, arguments: made }) => {
    let args = made[place];
    if (args === undefined) {
      // Whatever is wrong with them is told as GraphQL tells it.
      args = read?.(variables) ?? getArgumentValues(definition, node, variables);
      made[place] = args;
    }
    return args;
  };
}

function hasVariables(node: ArgumentNode | ValueNode): boolean {
  let has = false;
  visit(node, {
    [Kind.VARIABLE]() {
      has = true;
    },
  });
  return has;
}

type Variables = Run['variables'];

/** An argument that is a variable. */
interface Varying {
  readonly name: string;
  readonly isNonNull: boolean;
  /** What it is where the variable is not given. */
  readonly fallback: unknown;
  readonly variable: string;
}

/** How the arguments are read, if each is a variable or holds none; what is read is nothing where one of them may be wrong. */
function planReading(
  definition: GraphQLField<unknown, unknown>,
  node: FieldNode,
): ((variables: Variables) => Arguments | undefined) | undefined {
  const fixed: Record<string, unknown> = {};
  const varying: Varying[] = [];
  for (const { name, type, defaultValue } of definition.args) {
    const given = node.arguments?.find((one) => one.name.value === name)?.value;
    if (given?.kind === Kind.VARIABLE) {
      const isNonNull = isNonNullType(type);
      varying.push({ name, isNonNull, fallback: defaultValue, variable: given.name.value });
      continue;
    }
    if (given !== undefined && hasVariables(given)) return undefined;
    const value = given === undefined ? defaultValue : valueFromAST(given, type);
    if (value !== undefined) fixed[name] = value;
    else if (given !== undefined || isNonNullType(type)) return undefined;
  }
  return (variables) => {
    const args = { ...fixed };
    for (const { name, isNonNull, fallback, variable } of varying) {
      const isGiven = Object.hasOwn(variables, variable);
      const value = isGiven ? variables[variable] : fallback;
      if (value === undefined ? isGiven || isNonNull : value === null && isNonNull) {
        return undefined;
      }
      if (value !== undefined) args[name] = value;
    }
    return args;
  };
}
