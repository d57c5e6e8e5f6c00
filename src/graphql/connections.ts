import { ProblemError } from '../errors/problem.ts';
import type { Page, PageRequest } from '../store/port.ts';
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

/** A page as Relay's connection; `toEdge` says what an edge holds beside its cursor. */
export function connection<Value, Content extends { readonly node: unknown }>(
  page: Page<Value>,
  toEdge: (value: Value) => Content,
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
  };
}

/** An edge that holds nothing but its node. */
export const plainEdge = <Node>(node: Node): { readonly node: Node } => ({ node });
