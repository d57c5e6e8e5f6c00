import type { SearchHit } from '../store/port.ts';
import { bounds, checkLength, checkRange, checkText } from './bounds.ts';
import { connection, pageRequest } from './connections.ts';
import type { RequestContext } from './context.ts';
import { entityFilter } from './entity-filter.ts';
import { toEnumeration } from './enumeration.ts';
import { statementFilter } from './filter.ts';
import type { QuerySearchArgs, QuerySuggestArgs } from './generated/schema.ts';
import { known } from './known.ts';
import { after, ofEach } from './later.ts';
import { entities } from './list.ts';
import { checkKinds } from './names.ts';
import { present } from './present.ts';
import type { Resolvers } from './resolver.ts';
import { statementList } from './statement-list.ts';

/** An id of an entity begins with its kind, a former one perhaps with one that is no more; all others are of statements. */
const node = (id: string, { load }: RequestContext) =>
  id.includes(':') ? load.entity(id) : load.statement(id);

function search(_: unknown, args: QuerySearchArgs, { load, ontology }: RequestContext) {
  const { query, kinds } = args;
  checkText('query', query);
  const filter = entityFilter(kinds, args.filter, ontology);
  const toEdge = ({ entity, grade, field, ...rest }: SearchHit) => ({
    ...rest,
    node: entity,
    grade: toEnumeration(grade),
    field: toEnumeration(field),
  });
  return after(load.search({ query, filter, page: pageRequest(args) }), (answer) => {
    const page = known(answer, 'a search');
    const facets = { count: 'entities', entities: { searched: query, and: [filter] } } as const;
    const best = page.best === null ? null : toEnumeration(page.best);
    return Object.assign(connection(page, toEdge, facets), { best });
  });
}

function suggest(_: unknown, args: QuerySuggestArgs, { load, ontology }: RequestContext) {
  const { prefix, kinds } = args;
  checkText('prefix', prefix);
  checkKinds('kinds', kinds ?? [], ontology);
  const limit = checkRange('limit', args.limit, bounds.suggestions);
  return after(load.suggestions({ prefix, ...present({ kinds }), limit }), (suggestions) =>
    known(suggestions, 'what is typed'),
  );
}

export const findingResolvers: Resolvers = {
  Query: {
    entity: (_, { id }, { load }) => load.entity(id),
    node: (_, { id }, context) => node(id, context),
    nodes: (_, { ids }, context) =>
      ofEach(checkLength('ids', ids, bounds.ids), (id) => node(id, context)),
    search,
    suggest,
    statements: (_, args, context) =>
      statementList(statementFilter(args.filter, context.ontology), args, context),
    entities,
  },
};
