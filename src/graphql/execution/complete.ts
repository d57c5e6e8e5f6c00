import {
  type FieldNode,
  type GraphQLAbstractType,
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
import { Texts } from './texts.ts';

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

/** How a field's values are completed, by its type: made once, so that no value asks again what its type is. */
export function completion(type: GraphQLOutputType, field: Completed): Complete {
  return isNonNullType(type)
    ? nonNull(completion(type.ofType, field), field)
    : nullable(ofType(type, field));
}

function ofType(type: GraphQLOutputType, field: Completed): Complete {
  if (isListType(type)) return list(type.ofType, field);
  if (isLeafType(type)) return leafWriter(type);
  return isAbstractType(type) ? abstract(type, field) : field.ofObject(type as GraphQLObjectType);
}

const nullable =
  (complete: Complete): Complete =>
  (value, context, path, run) => {
    if (value === null || value === undefined) return 'null';
    if (value instanceof Error) throw value;
    return complete(value, context, path, run);
  };

function nonNull(complete: Complete, { parent, name }: Completed): Complete {
  const check = (text: string): string => {
    if (text !== 'null') return text;
    throw new Error(`Cannot return null for non-nullable field ${parent.name}.${name}.`);
  };
  return (value, context, path, run) => {
    const text = complete(value, context, path, run);
    return typeof text === 'string' ? check(text) : text.then(check);
  };
}

function list(type: GraphQLOutputType, field: Completed): Complete {
  const item = completion(type, field);
  const isNonNull = isNonNullType(type);
  return (value, context, path, run) => {
    const texts = new Texts('[');
    let index = 0;
    try {
      for (const one of iterable(value, field)) {
        if (index > 0) texts.add(',');
        const place: Path = { above: path, key: index };
        texts.add(completeAt(one, item, isNonNull, field.nodes, context, place, run));
        index += 1;
      }
    } catch (error) {
      return texts.refuse(error);
    }
    texts.add(']');
    return texts.joined();
  };
}

function iterable(value: unknown, { parent, name }: Completed): Iterable<unknown> {
  if (typeof value === 'object' && value !== null && Symbol.iterator in value) {
    return value as Iterable<unknown>;
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
