import type { Entity } from '../ontology/model.ts';
import type { Direction, EntityFilter, EntityOrder } from '../store/port.ts';
import { connection, pageRequest, plainEdge } from './connections.ts';
import type { RequestContext } from './context.ts';
import { entityFilter } from './entity-filter.ts';
import { fromEnumeration } from './enumeration.ts';
import type { EntityNeighborsArgs, QueryEntitiesArgs } from './generated/schema.ts';
import { known } from './known.ts';
import { after } from './later.ts';
import { checkKinds, checkProperties } from './names.ts';
import { present } from './present.ts';
import type { Resolver } from './resolver.ts';

/** Those of a field that bears `@list`. */
type ListArguments = Omit<QueryEntitiesArgs, 'kinds'>;

/** Serves every field that bears `@list`. */
export const listField =
  (kind: string): Resolver =>
  (_: unknown, args: ListArguments, context: RequestContext) =>
    list([kind], args, context);

/** `Query.entities`: entities of any kind, or of the given kinds. */
export const entities = (_: unknown, args: QueryEntitiesArgs, context: RequestContext) =>
  list(args.kinds, args, context);

const list = (
  kinds: QueryEntitiesArgs['kinds'],
  { filter, ...args }: ListArguments,
  context: RequestContext,
) => entityList(entityFilter(kinds, filter, context.ontology), args, context);

/** A list of entities, with what its facets are found by. */
export const entityList = (
  filter: EntityFilter,
  { order, ...args }: Omit<ListArguments, 'filter'>,
  { load }: RequestContext,
) =>
  after(
    load.entityPage({
      filter,
      order: fromEnumeration<EntityOrder>(order),
      page: pageRequest(args),
    }),
    (page) => connection(known(page, 'a list'), plainEdge, { count: 'entities', entities: filter }),
  );

/** `Entity.neighbors`: what statements join to an entity, each once. */
export function neighbors(
  { id }: Entity,
  { properties, direction, kinds, ...args }: EntityNeighborsArgs,
  context: RequestContext,
) {
  checkProperties('properties', properties ?? [], context.ontology);
  checkKinds('kinds', kinds ?? [], context.ontology);
  const related = {
    ids: [id],
    ...present({ properties }),
    direction: fromEnumeration<Direction>(direction),
  };
  return entityList({ related, ...present({ kinds }) }, args, context);
}
