import type { EntitiesRequest } from '../store/port.ts';
import { connection, pageRequest, plainEdge } from './connections.ts';
import type { RequestContext } from './context.ts';
import { fromEnumeration } from './enumeration.ts';
import { entityFilter } from './filter.ts';
import type { QueryEntitiesArgs, QueryPeopleArgs } from './generated/schema.ts';
import { known } from './known.ts';
import { after } from './later.ts';
import type { Resolver } from './resolver.ts';

type Order = NonNullable<EntitiesRequest['order']>;

/** Serves every field that bears `@list`; all have the arguments of `Query.people`. */
export const listField =
  (kind: string): Resolver =>
  (_: unknown, args: QueryPeopleArgs, context: RequestContext) =>
    list([kind], args, context);

/** `Query.entities`: entities of any kind, or of the given kinds. */
export const entities = (_: unknown, args: QueryEntitiesArgs, context: RequestContext) =>
  list(args.kinds, args, context);

const list = (
  kinds: readonly string[] | null | undefined,
  args: QueryPeopleArgs,
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
