import type { Direction } from '../store/port.ts';
import { bounds, checkLength, checkRange } from './bounds.ts';
import type { RequestContext } from './context.ts';
import { fromEnumeration } from './enumeration.ts';
import type { QueryNeighborhoodArgs } from './generated/schema.ts';
import { checkKinds, checkProperties } from './names.ts';
import { present } from './present.ts';

export function neighborhood(_: unknown, args: QueryNeighborhoodArgs, context: RequestContext) {
  const { properties, kinds } = args;
  checkProperties('properties', properties ?? [], context.ontology);
  checkKinds('kinds', kinds ?? [], context.ontology);
  return context.load.neighborhood({
    ids: checkLength('ids', args.ids, bounds.starts),
    depth: checkRange('depth', args.depth, bounds.depth),
    ...present({ properties, kinds }),
    direction: fromEnumeration<Direction>(args.direction),
    limit: checkRange('limit', args.limit, bounds.limit),
  });
}
