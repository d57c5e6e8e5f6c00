import { type GraphQLField, getNullableType, isLeafType, isNonNullType } from 'graphql';
import { isPromise, type Later } from '../later.ts';
import { type Arguments, planArguments } from './arguments.ts';
import { type Completed, completeAt, completion, nulled } from './complete.ts';
import type { Path } from './path.ts';
import type { Run } from './run.ts';

/** Writes the value that a field has of an object (https://spec.graphql.org/October2021/#sec-Executing-Fields). */
export type ExecuteField = (
  source: unknown,
  context: unknown,
  above: Path | undefined,
  run: Run,
) => Later<string>;

type Field = GraphQLField<unknown, unknown>;

/** The context of what is below a field that has these arguments. */
export type Within = (context: unknown, args: Arguments) => unknown;

/**
 * Plans a field. Its resolver is called with an object, arguments and context, but without `info`, which would have to be made for
 * each object; what is below the field has the context that `within` makes, where it is given.
 * @param takePlace gives a place among a run's arguments that no other field has
 */
export function planField(
  definition: Field,
  key: string,
  completed: Completed,
  within: Within | undefined,
  takePlace: () => number,
): ExecuteField {
  const { nodes } = completed;
  const argumentsOf = planArguments(definition, nodes[0]!, takePlace);
  const resolveValue = planResolving(definition);
  const complete = completion(definition.type, completed);
  const isNonNull = isNonNullType(definition.type);
  if (within === undefined && isLeafType(getNullableType(definition.type))) {
    // Nothing is below it, so that its place is needed only for an error: most values of an answer are such.
    const { name, resolve } = definition;
    const finish = (value: unknown, context: unknown, above: Path | undefined, run: Run) =>
      isPromise(value)
        ? completeAt(value, complete, isNonNull, nodes, context, { above, key }, run)
        : complete(value, context, undefined, run);
    return (source, context, above, run) => {
      try {
        if (resolve == null) {
          const value = (source as Arguments | undefined)?.[name];
          if (typeof value !== 'function') return finish(value, context, above, run);
        }
        return finish(resolveValue(source, argumentsOf(run), context), context, above, run);
      } catch (error) {
        return nulled(error, isNonNull, nodes, { above, key }, run);
      }
    };
  }
  return (source, outer, above, run) => {
    const path: Path = { above, key };
    let value: unknown;
    let context = outer;
    try {
      const args = argumentsOf(run);
      if (within !== undefined) context = within(outer, args);
      value = resolveValue(source, args, context);
    } catch (error) {
      return nulled(error, isNonNull, nodes, path, run);
    }
    return completeAt(value, complete, isNonNull, nodes, context, path, run);
  };
}

type Resolve = (source: unknown, args: Arguments, context: unknown) => unknown;

function planResolving({ name, resolve }: Field): Resolve {
  if (resolve != null) return resolve as Resolve;
  return (source, args, context) => {
    const value = (source as Arguments | undefined)?.[name];
    return typeof value === 'function'
      ? (source as Record<string, Resolve>)[name]!(
          args as never,
          context as never,
          undefined as never,
        )
      : value;
  };
}
