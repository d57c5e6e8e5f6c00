import type { Direction, PathAnswer, Truncation } from '../store/port.ts';
import { bounds, checkLength, checkRange } from './bounds.ts';
import type { RequestContext } from './context.ts';
import { type EnumerationName, fromEnumeration, toEnumeration } from './enumeration.ts';
import { after } from './later.ts';
import { checkKinds, checkProperties } from './names.ts';
import { present } from './present.ts';
import type { Resolvers } from './resolver.ts';

type Names = readonly string[] | null;

interface NeighborhoodArguments {
  readonly ids: readonly string[];
  readonly depth: number;
  readonly properties?: Names;
  readonly kinds?: Names;
  readonly direction: EnumerationName<Direction>;
  readonly limit: number;
}

interface PathArguments {
  readonly from: string;
  readonly to: string;
  readonly maxHops: number;
  readonly properties?: Names;
  readonly avoidProperties?: Names;
  readonly kinds?: Names;
  readonly avoidKinds?: Names;
  readonly direction: EnumerationName<Direction>;
}

function neighborhood(_: unknown, args: NeighborhoodArguments, context: RequestContext) {
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

function path(_: unknown, args: PathArguments, context: RequestContext) {
  const { properties, avoidProperties, kinds, avoidKinds } = args;
  checkProperties('properties', properties ?? [], context.ontology);
  checkProperties('avoidProperties', avoidProperties ?? [], context.ontology);
  checkKinds('kinds', kinds ?? [], context.ontology);
  checkKinds('avoidKinds', avoidKinds ?? [], context.ontology);
  const answer = context.load.path({
    from: args.from,
    to: args.to,
    maxHops: checkRange('maxHops', args.maxHops, bounds.hops),
    ...present({ properties, avoidProperties, kinds, avoidKinds }),
    direction: fromEnumeration<Direction>(args.direction),
  });
  return after(answer, (found) => found && { ...found, path: measured(found.path) });
}

const measured = (found: PathAnswer['path']) =>
  found && { ...found, length: found.statements.length };

export const traversalResolvers: Resolvers = {
  Query: { neighborhood, path },
  Truncation: {
    reason: ({ reason }: Truncation) => toEnumeration(reason),
  },
};
