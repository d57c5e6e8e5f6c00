import type { Flow } from '../ontology/model.ts';
import type { Traced } from '../store/port.ts';
import { bounds, checkRange } from './bounds.ts';
import { connection, type PageArguments, pageRequest } from './connections.ts';
import type { RequestContext } from './context.ts';
import { type EnumerationName, fromEnumeration, toEnumeration } from './enumeration.ts';
import { after } from './later.ts';
import { checkKinds } from './names.ts';
import { present } from './present.ts';

interface TraceArguments extends PageArguments {
  readonly document: string;
  readonly flow?: EnumerationName<Flow> | null;
  readonly kinds?: readonly string[] | null;
  readonly maxHops: number;
}

export function trace(_: unknown, args: TraceArguments, { load, ontology }: RequestContext) {
  const { kinds } = args;
  checkKinds('kinds', kinds ?? [], ontology);
  const flow = args.flow && fromEnumeration<Flow>(args.flow);
  const found = load.trace({
    id: args.document,
    ...present({ flow, kinds }),
    maxHops: checkRange('maxHops', args.maxHops, bounds.hops),
    page: pageRequest(args),
  });
  return after(found, (page) => page && { ...connection(page, toEdge), truncated: page.truncated });
}

const toEdge = ({ entity, flow, path }: Traced) => ({
  node: entity,
  flow: toEnumeration(flow),
  path,
});
