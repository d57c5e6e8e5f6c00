import { ProblemError } from '../errors/problem.ts';
import type { EntityFilter, Page, PageRequest, StatementFilter } from '../store/port.ts';
import { bounds, checkRange, defaultPageSize } from './bounds.ts';
import type { QueryStatementsArgs } from './generated/schema.ts';
import type { Resolvers } from './resolver.ts';

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
  return {
    ...size,
    ...(typeof after === 'string' && { after }),
    ...(typeof before === 'string' && { before }),
  };
}

/** A page as Relay's connection. What nobody asks for is not made: edges, say, beside `nodes`, or cursors. */
export class Connection<Value, Content extends { readonly node: unknown }> {
  readonly totalCount: number;
  readonly facets: Faceted | undefined;
  readonly #page: Page<Value>;
  readonly #toEdge: (value: Value) => Content;

  constructor(page: Page<Value>, toEdge: (value: Value) => Content, facets: Faceted | undefined) {
    this.totalCount = page.totalCount;
    this.facets = facets;
    this.#page = page;
    this.#toEdge = toEdge;
  }

  get edges() {
    return this.#page.items.map((item) => {
      const edge: Content & { item?: Item } = this.#toEdge(item.value);
      edge.item = item;
      return edge;
    });
  }

  get nodes() {
    return this.#page.items.map(({ value }) => this.#toEdge(value).node as Content['node']);
  }

  get pageInfo() {
    const { hasNextPage, hasPreviousPage, items } = this.#page;
    return {
      hasNextPage,
      hasPreviousPage,
      ends: { first: items[0], last: items.at(-1) },
    };
  }
}

type Item = Page<unknown>['items'][number];

/** Cursors are made when they are asked for. */
export const connectionResolvers: Resolvers = {
  Edge: {
    cursor: ({ item }: { readonly item: Item }) => item.cursor,
  },
  PageInfo: {
    startCursor: ({ ends }: Ends) => ends.first?.cursor,
    endCursor: ({ ends }: Ends) => ends.last?.cursor,
  },
};

interface Ends {
  readonly ends: { readonly first: Item | undefined; readonly last: Item | undefined };
}

/**
 * A page as Relay's connection.
 * @param toEdge what an edge holds beside its cursor
 * @param facets what the facets of the whole list are found by, once they are asked for
 */
export const connection = <Value, Content extends { readonly node: unknown }>(
  page: Page<Value>,
  toEdge: (value: Value) => Content,
  facets?: Faceted,
): Connection<Value, Content> => new Connection(page, toEdge, facets);

/** What a list is of: the source of its facets, for which nothing is counted unless somebody asks. */
export type Faceted =
  | { readonly count: 'entities'; readonly entities: EntityFilter }
  | { readonly count: 'statements'; readonly statements: StatementFilter };

/** An edge that holds nothing but its node. */
export const plainEdge = <Node>(node: Node): { readonly node: Node } => ({ node });
