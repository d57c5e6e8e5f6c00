import type { EntitiesRequest } from '../store/port.ts';
import { connection, type PageArguments, pageRequest, plainEdge } from './connections.ts';
import type { RequestContext } from './context.ts';
import { type EnumerationName, fromEnumeration } from './enumeration.ts';
import { type EntityFilterInput, entityFilter } from './filter.ts';
import { known } from './known.ts';
import { after } from './later.ts';
import type { Resolver } from './resolver.ts';

type Order = NonNullable<EntitiesRequest['order']>;

export interface ListArguments extends PageArguments {
  readonly filter?: EntityFilterInput | null;
  readonly order: EnumerationName<Order>;
}

/** Serves every field that bears `@list`. */
export const listField =
  (kind: string): Resolver =>
  (_: unknown, args: ListArguments, context: RequestContext) =>
    list([kind], args, context);

/** `Query.entities`: entities of any kind, or of the given kinds. */
export const entities = (
  _: unknown,
  args: ListArguments & { readonly kinds?: readonly string[] | null },
  context: RequestContext,
) => list(args.kinds, args, context);

const list = (
  kinds: readonly string[] | null | undefined,
  args: ListArguments,
  { load, ontology }: RequestContext,
) =>
  after(
    load.entityPage({
      filter: entityFilter(kinds, args.filter, ontology),
      order: fromEnumeration<Order>(args.order),
      page: pageRequest(args),
    }),
    (page) => connection(known(page, 'a list'), plainEdge),
  );
