import type { SearchHit } from '../store/port.ts';
import { bounds, checkLength } from './bounds.ts';
import { connection, type PageArguments, pageRequest, plainEdge } from './connections.ts';
import type { RequestContext } from './context.ts';
import { type StatementFilterInput, statementFilter } from './filter.ts';
import { known } from './known.ts';
import { after, together } from './later.ts';
import { entities } from './list.ts';
import { checkKinds } from './names.ts';
import { present } from './present.ts';
import type { Resolvers } from './resolver.ts';

/** An id of an entity begins with its kind, a former one perhaps with one that is no more; all others are of statements. */
const node = (id: string, { load }: RequestContext) =>
  id.includes(':') ? load.entity(id) : load.statement(id);

interface SearchArguments extends PageArguments {
  readonly query: string;
  readonly kinds?: readonly string[] | null;
}

function search(_: unknown, args: SearchArguments, { load, ontology }: RequestContext) {
  const { query, kinds } = args;
  checkKinds('kinds', kinds ?? [], ontology);
  return after(load.search({ query, ...present({ kinds }), page: pageRequest(args) }), (page) =>
    connection(known(page, 'a search'), ({ entity, score, matched }: SearchHit) => ({
      node: entity,
      score,
      matched,
    })),
  );
}

interface StatementsArguments extends PageArguments {
  readonly filter?: StatementFilterInput | null;
}

const statements = (_: unknown, args: StatementsArguments, { load, ontology }: RequestContext) =>
  after(
    load.statementPage({
      filter: statementFilter(args.filter, ontology),
      page: pageRequest(args),
    }),
    (page) => connection(known(page, 'the statements'), plainEdge),
  );

export const findingResolvers: Resolvers = {
  Query: {
    entity: (_: unknown, { id }: { readonly id: string }, { load }: RequestContext) =>
      load.entity(id),
    node: (_: unknown, { id }: { readonly id: string }, context: RequestContext) =>
      node(id, context),
    nodes: (_: unknown, { ids }: { readonly ids: readonly string[] }, context: RequestContext) =>
      together(checkLength('ids', ids, bounds.ids).map((id) => node(id, context))),
    search,
    statements,
    entities,
  },
};
