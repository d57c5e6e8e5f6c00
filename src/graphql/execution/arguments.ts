import {
  type ArgumentNode,
  type FieldNode,
  type GraphQLField,
  type GraphQLInputType,
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
  if (!argumentsVary(node)) {
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
      args = read(variables) ?? getArgumentValues(definition, node, variables);
      made[place] = args;
    }
    return args;
  };
}

/** Whether the arguments of a field depend on variables. */
export const argumentsVary = (node: FieldNode): boolean =>
  (node.arguments ?? []).some(hasVariables);

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

/** Stands for a value that cannot be. */
const WRONG = Symbol('wrong');

/** An argument that is a variable, or holds some. */
interface Varying {
  readonly name: string;
  /** What it is for these variables; nothing where it is not given, `WRONG` where it may be wrong. */
  readonly read: (variables: Variables) => unknown;
}

/** How the arguments are read; nothing comes of it where one of them may be wrong. Those that hold no variable are made once. */
function planReading(
  definition: GraphQLField<unknown, unknown>,
  node: FieldNode,
): (variables: Variables) => Arguments | undefined {
  const fixed: Record<string, unknown> = {};
  const varying: Varying[] = [];
  for (const { name, type, defaultValue } of definition.args) {
    const given = node.arguments?.find((one) => one.name.value === name)?.value;
    if (given?.kind === Kind.VARIABLE) {
      varying.push({ name, read: planVariable(given.name.value, type, defaultValue) });
    } else if (given !== undefined && hasVariables(given)) {
      varying.push({ name, read: (variables) => valueFromAST(given, type, variables) ?? WRONG });
    } else {
      const value = given === undefined ? defaultValue : valueFromAST(given, type);
      if (value !== undefined) fixed[name] = value;
      else if (given !== undefined || isNonNullType(type)) return () => undefined;
    }
  }
  return (variables) => {
    const args = { ...fixed };
    for (const { name, read } of varying) {
      const value = read(variables);
      if (value === WRONG) return undefined;
      if (value !== undefined) args[name] = value;
    }
    return args;
  };
}

/** How an argument is read that is a variable. */
function planVariable(
  variable: string,
  type: GraphQLInputType,
  fallback: unknown,
): Varying['read'] {
  const isNonNull = isNonNullType(type);
  return (variables) => {
    const isGiven = Object.hasOwn(variables, variable);
    const value = isGiven ? variables[variable] : fallback;
    const isWrong = value === undefined ? isGiven || isNonNull : value === null && isNonNull;
    return isWrong ? WRONG : value;
  };
}
