import { ProblemError } from '../errors/problem.ts';
import type { EntityFilter, Page, PageRequest, StatementFilter } from '../store/port.ts';
import { bounds, checkRange, defaultPageSize } from './bounds.ts';
import type { QueryStatementsArgs } from './generated/schema.ts';
import { present } from './present.ts';

/** The paging arguments of every connection. `null` is as good as not given. */
export type PageArguments = Pick<QueryStatementsArgs, 'first' | 'after' | 'last' | 'before'>;

/**
 * What a connection's arguments ask of the store.
 * @throws ProblemError ARGUMENT_OUT_OF_RANGE, ARGUMENTS_CLASH
 */
export function pageRequest({ first, after, last, before }: PageArguments): PageRequest {
  const forward = first ?? undefined;
  const backward = last ?? undefined;
  if (forward !== undefined && backward !== undefined) {
    throw new ProblemError('ARGUMENTS_CLASH', {
      arguments: '"first" and "last"',
      advice: 'Give "first" to page forwards, or "last" to page backwards.',
    });
  }
  const size =
    backward === undefined
      ? { first: checkRange('first', forward ?? defaultPageSize, bounds.page) }
      : { last: checkRange('last', backward, bounds.page) };
  return { ...size, ...present({ after, before }) };
}

/**
 * A page as Relay's connection.
 * @param toEdge what an edge holds beside its cursor
 * @param facets what the facets of the whole list are found by, once they are asked for
 */
export function connection<Value, Content extends { readonly node: unknown }>(
  page: Page<Value>,
  toEdge: (value: Value) => Content,
  facets?: Faceted,
) {
  const edges = page.items.map(({ value, cursor }) => ({ cursor, ...toEdge(value) }));
  return {
    totalCount: page.totalCount,
    edges,
    get nodes() {
      return edges.map(({ node }) => node);
    },
    pageInfo: {
      hasNextPage: page.hasNextPage,
      hasPreviousPage: page.hasPreviousPage,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    facets,
  };
}

/** What a list is of: the source of its facets, for which nothing is counted unless somebody asks. */
export type Faceted =
  | { readonly count: 'entities'; readonly entities: EntityFilter }
  | { readonly count: 'statements'; readonly statements: StatementFilter };

/** An edge that holds nothing but its node. */
export const plainEdge = <Node>(node: Node): { readonly node: Node } => ({ node });
