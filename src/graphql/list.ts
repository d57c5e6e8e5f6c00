import type { Entity } from '../ontology/model.ts';
import type { Direction, EntityFilter, EntityOrder } from '../store/port.ts';
import { connection, type PageArguments, pageRequest, plainEdge } from './connections.ts';
import type { RequestContext } from './context.ts';
import { type EntityFilterInput, entityFilter } from './entity-filter.ts';
import { type EnumerationName, fromEnumeration } from './enumeration.ts';
import { known } from './known.ts';
import { after } from './later.ts';
import { checkKinds, checkProperties } from './names.ts';
import { present } from './present.ts';
import type { Resolver } from './resolver.ts';

export interface ListArguments extends PageArguments {
  readonly filter?: EntityFilterInput | null;
  readonly order: EnumerationName<EntityOrder>;
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

export interface NeighborsArguments extends Omit<ListArguments, 'filter'> {
  readonly properties?: readonly string[] | null;
  readonly direction: EnumerationName<Direction>;
  readonly kinds?: readonly string[] | null;
}

/** `Entity.neighbors`: what statements join to an entity, each once. */
export function neighbors(
  { id }: Entity,
  { properties, direction, kinds, ...args }: NeighborsArguments,
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
