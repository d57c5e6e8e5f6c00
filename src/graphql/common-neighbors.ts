import type { CommonNeighbor, Direction } from '../store/port.ts';
import { bounds, checkLength } from './bounds.ts';
import { connection, pageRequest } from './connections.ts';
import type { RequestContext } from './context.ts';
import { fromEnumeration } from './enumeration.ts';
import type { QueryCommonNeighborsArgs } from './generated/schema.ts';
import { after } from './later.ts';
import { checkKinds, checkProperties } from './names.ts';
import { present } from './present.ts';

export function commonNeighbors(
  _: unknown,
  args: QueryCommonNeighborsArgs,
  { load, ontology }: RequestContext,
) {
  const { properties, kinds } = args;
  checkProperties('properties', properties ?? [], ontology);
  checkKinds('kinds', kinds ?? [], ontology);
  const found = load.commonNeighbors({
    ids: checkLength('ids', args.ids, bounds.common),
    ...present({ properties, kinds }),
    direction: fromEnumeration<Direction>(args.direction),
    page: pageRequest(args),
  });
  return after(
    found,
    (page) =>
      page &&
      connection(page, ({ entity, statements }: CommonNeighbor) => ({ node: entity, statements })),
  );
}
