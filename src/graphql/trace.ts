import type { Flow } from '../ontology/model.ts';
import type { Traced } from '../store/port.ts';
import { bounds, checkRange } from './bounds.ts';
import { connection, pageRequest } from './connections.ts';
import type { RequestContext } from './context.ts';
import { fromEnumeration, toEnumeration } from './enumeration.ts';
import type { QueryTraceArgs } from './generated/schema.ts';
import { after } from './later.ts';
import { checkKinds } from './names.ts';
import { present } from './present.ts';

export function trace(_: unknown, args: QueryTraceArgs, { load, ontology }: RequestContext) {
  const { kinds } = args;
  checkKinds('kinds', kinds ?? [], ontology);
  const flow = args.flow && fromEnumeration<Flow>(args.flow);
  const found = load.trace({
    id: args.document,
    ...present({ flow, kinds }),
    maxHops: checkRange('maxHops', args.maxHops, bounds.hops),
    page: pageRequest(args),
  });
  return after(
    found,
    (page) => page && Object.assign(connection(page, toEdge), { truncated: page.truncated }),
  );
}

const toEdge = ({ entity, flow, path }: Traced) => ({
  node: entity,
  flow: toEnumeration(flow),
  path,
});
