import {
  defaultFieldResolver,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isLeafType,
  isListType,
  isObjectType,
} from 'graphql';
import type { RequestContext } from './context.ts';
import { after, type Later } from './later.ts';

/**
 * Has the executor complete the items of every list so that none is forgotten. Where completing an item throws, it drops what the
 * items before it have promised; such a promise, broken later, is heard by nobody but Node, which ends the process. What can
 * throw is no resolver's alone: a variable may be null where an argument must not be.
 */
export function keepItems(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      if (!isListType(getNullableType(field.type)) || isLeafType(getNamedType(field.type)))
        continue;
      const resolve = field.resolve ?? defaultFieldResolver;
      field.resolve = (source, args, context: RequestContext, info) =>
        after(resolve(source, args, context, info) as Later<Iterable<unknown> | null>, (items) =>
          items ? { [Symbol.iterator]: () => kept(items, context) } : items,
        );
    }
  }
}

/** Items as they are until something is waited for, for an item that is promised does not throw. */
function* kept(items: Iterable<unknown>, { pace }: RequestContext): Generator<unknown> {
  for (const item of items) yield pace.waits ? Promise.resolve(item) : item;
}
