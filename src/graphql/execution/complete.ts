import {
  type FieldNode,
  type GraphQLAbstractType,
  type GraphQLNonNull,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
} from 'graphql';
import { isPromise, type Later } from '../later.ts';
import { leafWriter } from './leaf.ts';
import { errorAt, type Path } from './path.ts';
import type { Run } from './run.ts';
import { joinLater } from './texts.ts';

/**
 * Completes a value (https://spec.graphql.org/October2021/#sec-Value-Completion): its JSON, `null` included.
 * @throws what makes the value an error
 */
export type Complete = (
  value: unknown,
  context: unknown,
  path: Path | undefined,
  run: Run,
) => Later<string>;

/** The field whose values are completed, as its errors name it. */
export interface Completed {
  readonly schema: GraphQLSchema;
  readonly parent: GraphQLObjectType;
  readonly name: string;
  readonly nodes: readonly FieldNode[];
  /** Completes an object with the fields that are selected of its type. */
  readonly ofObject: (type: GraphQLObjectType) => Complete;
}

/** A type of output that is not wrapped as one that cannot be null. */
type Nullable = Exclude<GraphQLOutputType, GraphQLNonNull<never>>;

/** How a field's values are completed, by its type: made once, so that no value asks again what its type is. */
export function completion(type: GraphQLOutputType, field: Completed): Complete {
  return isNonNullType(type)
    ? present(type.ofType, true, field)
    : present(type as Nullable, false, field);
}

/** Completes what is there. It is never null then: what cannot be completed is an error. */
function present(type: Nullable, isNonNull: boolean, field: Completed): Complete {
  const none = (): string => {
    if (!isNonNull) return 'null';
    const { parent, name } = field;
    throw new Error(`Cannot return null for non-nullable field ${parent.name}.${name}.`);
  };
  if (isLeafType(type)) {
    const write = leafWriter(type);
    return (value) => {
      // Most are no objects, and so neither null nor errors.
      if (typeof value !== 'object' && value !== undefined) return write(value);
      if (value === null || value === undefined) return none();
      if (value instanceof Error) throw value;
      return write(value);
    };
  }
  const complete = ofType(type, field);
  return (value, context, path, run) => {
    if (value === null || value === undefined) return none();
    if (value instanceof Error) throw value;
    return complete(value, context, path, run);
  };
}

function ofType(type: Nullable, field: Completed): Complete {
  if (isListType(type)) return list(type.ofType, field);
  return isAbstractType(type) ? abstract(type, field) : field.ofObject(type as GraphQLObjectType);
}

function list(type: GraphQLOutputType, field: Completed): Complete {
  const item = completion(type, field);
  const isNonNull = isNonNullType(type);
  const completeItem = (
    one: unknown,
    index: number,
    context: unknown,
    above: Path | undefined,
    run: Run,
  ) => completeAt(one, item, isNonNull, field.nodes, context, { above, key: index }, run);
  return (value, context, path, run) => {
    const all = arrayOf(value, field);
    let text = '[';
    for (let index = 0; index < all.length; index += 1) {
      if (index > 0) text += ',';
      const part = completeItem(all[index], index, context, path, run);
      if (typeof part === 'string') {
        text += part;
        continue;
      }
      const rest = all.slice(index + 1).entries();
      return joinLater(text, part, ']', rest, ([place, one]) => [
        ',',
        completeItem(one, index + 1 + place, context, path, run),
      ]);
    }
    return `${text}]`;
  };
}

function arrayOf(value: unknown, { parent, name }: Completed): readonly unknown[] {
  if (Array.isArray(value)) return value;
  if (typeof value === 'object' && value !== null && Symbol.iterator in value) {
    return [...(value as Iterable<unknown>)];
  }
  throw new Error(`Expected Iterable, but did not find one for field "${parent.name}.${name}".`);
}

/** Finds of which object type a value is, and completes it as one of that. */
function abstract(type: GraphQLAbstractType, { schema, ofObject }: Completed): Complete {
  const resolveType = type.resolveType as ((value: unknown) => string) | null | undefined;
  const completes = new Map<string, Complete>();
  const completeOf = (name: string | undefined): Complete => {
    const found = schema.getPossibleTypes(type).find((possible) => possible.name === name);
    if (found === undefined) throw new Error(`A value of ${type.name} cannot be of ${name}.`);
    const complete = ofObject(found);
    completes.set(found.name, complete);
    return complete;
  };
  return (value, context, path, run) => {
    const name = resolveType?.(value);
    const complete = completes.get(name ?? '') ?? completeOf(name);
    return complete(value, context, path, run);
  };
}

/**
 * Completes what stands at a place of the answer. An error makes the place null where it may be, and otherwise all up to the next
 * place that may (https://spec.graphql.org/October2021/#sec-Handling-Field-Errors).
 * @throws GraphQLError where it may not
 */
export function completeAt(
  value: unknown,
  complete: Complete,
  isNonNull: boolean,
  nodes: readonly FieldNode[],
  context: unknown,
  path: Path,
  run: Run,
): Later<string> {
  try {
    const text = isPromise(value)
      ? value.then((resolved) => complete(resolved, context, path, run))
      : complete(value, context, path, run);
    if (typeof text === 'string') return text;
    return text.then(undefined, (error) => nulled(error, isNonNull, nodes, path, run));
  } catch (error) {
    return nulled(error, isNonNull, nodes, path, run);
  }
}

/** @throws GraphQLError where the place cannot be null */
export function nulled(
  cause: unknown,
  isNonNull: boolean,
  nodes: readonly FieldNode[],
  path: Path,
  run: Run,
): string {
  const error = errorAt(cause, nodes, path);
  if (isNonNull) throw error;
  run.errors.add(error, path);
  return 'null';
}
