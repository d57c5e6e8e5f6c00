import type { Entity } from '../ontology/model.ts';
import type { Direction, Neighbor, NeighborsRequest } from '../store/port.ts';
import { connection, type PageArguments, pageRequest } from './connections.ts';
import type { RequestContext } from './context.ts';
import { fromEnumeration, toEnumeration } from './enumeration.ts';
import type { EntityRelationsArgs } from './generated/schema.ts';
import { known } from './known.ts';
import { after } from './later.ts';
import { checkKinds, checkProperties } from './names.ts';
import { present } from './present.ts';
import type { Resolver } from './resolver.ts';

/** Serves every field that bears `@relation`. */
export const relationField =
  (property: string, direction: Direction): Resolver =>
  ({ id }: Entity, args: PageArguments, context: RequestContext) =>
    neighbors({ id, properties: [property], direction, page: pageRequest(args) }, context);

/** `Entity.relations`: whatever statements join to an entity. */
export function relations({ id }: Entity, args: EntityRelationsArgs, context: RequestContext) {
  const { properties, kinds } = args;
  checkProperties('properties', properties ?? [], context.ontology);
  checkKinds('kinds', kinds ?? [], context.ontology);
  return neighbors(
    {
      id,
      direction: fromEnumeration<Direction>(args.direction),
      ...present({ properties, kinds }),
      page: pageRequest(args),
    },
    context,
  );
}

const neighbors = (request: NeighborsRequest, { load }: RequestContext) =>
  after(load.neighbors(request), (page) => connection(known(page, request.id), toEdge));

const toEdge = ({ entity, statement, direction }: Neighbor) => ({
  node: entity,
  statement,
  direction: toEnumeration(direction),
});
