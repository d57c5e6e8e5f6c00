import type { SearchHit } from '../store/port.ts';
import { bounds, checkLength, checkRange, checkText } from './bounds.ts';
import { connection, type PageArguments, pageRequest } from './connections.ts';
import type { RequestContext } from './context.ts';
import { type EntityFilterInput, entityFilter } from './entity-filter.ts';
import { type StatementFilterInput, statementFilter } from './filter.ts';
import { known } from './known.ts';
import { after, together } from './later.ts';
import { entities } from './list.ts';
import { checkKinds } from './names.ts';
import { present } from './present.ts';
import type { Resolvers } from './resolver.ts';
import { statementList } from './statement-list.ts';

/** An id of an entity begins with its kind, a former one perhaps with one that is no more; all others are of statements. */
const node = (id: string, { load }: RequestContext) =>
  id.includes(':') ? load.entity(id) : load.statement(id);

interface SearchArguments extends PageArguments {
  readonly query: string;
  readonly kinds?: readonly string[] | null;
  readonly filter?: EntityFilterInput | null;
}

function search(_: unknown, args: SearchArguments, { load, ontology }: RequestContext) {
  const { query, kinds } = args;
  checkText('query', query);
  const filter = entityFilter(kinds, args.filter, ontology);
  return after(load.search({ query, filter, page: pageRequest(args) }), (page) =>
    connection(
      known(page, 'a search'),
      ({ entity, score, matched }: SearchHit) => ({ node: entity, score, matched }),
      { count: 'entities', entities: { text: query, and: [filter] } },
    ),
  );
}

interface SuggestArguments {
  readonly prefix: string;
  readonly kinds?: readonly string[] | null;
  readonly limit: number;
}

function suggest(_: unknown, args: SuggestArguments, { load, ontology }: RequestContext) {
  const { prefix, kinds } = args;
  checkText('prefix', prefix);
  checkKinds('kinds', kinds ?? [], ontology);
  const limit = checkRange('limit', args.limit, bounds.suggestions);
  return after(load.suggestions({ prefix, ...present({ kinds }), limit }), (suggestions) =>
    known(suggestions, 'what is typed'),
  );
}

interface StatementsArguments extends PageArguments {
  readonly filter?: StatementFilterInput | null;
}

const statements = (_: unknown, args: StatementsArguments, context: RequestContext) =>
  statementList(statementFilter(args.filter, context.ontology), args, context);

export const findingResolvers: Resolvers = {
  Query: {
    entity: (_: unknown, { id }: { readonly id: string }, { load }: RequestContext) =>
      load.entity(id),
    node: (_: unknown, { id }: { readonly id: string }, context: RequestContext) =>
      node(id, context),
    nodes: (_: unknown, { ids }: { readonly ids: readonly string[] }, context: RequestContext) =>
      together(checkLength('ids', ids, bounds.ids).map((id) => node(id, context))),
    search,
    suggest,
    statements,
    entities,
  },
};
