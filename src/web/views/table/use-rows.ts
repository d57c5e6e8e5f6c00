import { keepPreviousData, type UseQueryResult, useInfiniteQuery } from '@tanstack/preact-query';
import { useEffect } from 'preact/hooks';
import { operations } from '../../../client/index.ts';
import { type EntityRow, rowsOf } from '../../../pieces/table/rows.ts';
import { language } from '../../state/explorer.ts';
import { askIn } from '../../state/questions.ts';
import type { RowOrder } from './order.ts';
import type { EntityFilter } from './selection.ts';

type Found = operations.EntityRowsQuery['entities'];

export interface RowsAsked {
  readonly filter: EntityFilter;
  readonly asOf: string | undefined;
  readonly order: RowOrder;
}

export interface Rows {
  readonly of: UseQueryResult<readonly Found[]>;
  readonly rows: readonly EntityRow[];
  readonly total: number;
  readonly kinds: Found['facets']['kinds'];
  readonly more: (() => void) | undefined;
  readonly busy: boolean;
}

/** How many rows are ordered here at most, where the API has no such order. */
export const MOST_LOCAL = 2_000;
const PAGE = 50;

/** The variables of one page; an order that is read from its end asks for what lies before. */
export const pageOf = (
  { filter, asOf, order }: RowsAsked,
  size: number,
  cursor: string | undefined,
): operations.EntityRowsQueryVariables => ({
  ...{ filter, order: order.order },
  ...(asOf !== undefined && { asOf }),
  ...(order.isBackwards
    ? { last: size, ...(cursor !== undefined && { before: cursor }) }
    : { first: size, ...(cursor !== undefined && { after: cursor }) }),
});

export const nextCursor = (order: RowOrder, { pageInfo }: Found): string | undefined =>
  (order.isBackwards
    ? pageInfo.hasPreviousPage && pageInfo.startCursor
    : pageInfo.hasNextPage && pageInfo.endCursor) || undefined;

/** The nodes of a page in the order in which they are shown. */
export const nodesOf = (order: RowOrder, { nodes }: Found): Found['nodes'] =>
  order.isBackwards ? nodes.toReversed() : nodes;

/** The rows so far, and how to see more; all of them, up to a bound, where they are ordered here. */
export function useRows(asked: RowsAsked | undefined): Rows {
  const lang = language.value;
  const { order } = asked ?? {};
  const size = order?.isLocal ? 100 : PAGE;
  const answer = useInfiniteQuery({
    queryKey: ['rows', asked, lang],
    queryFn: async ({ pageParam }) =>
      (await askIn(lang)(operations.EntityRows, pageOf(asked!, size, pageParam))).entities,
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: Found) => nextCursor(asked!.order, page),
    enabled: asked !== undefined,
    placeholderData: keepPreviousData,
    select: ({ pages }) => pages as readonly Found[],
  });
  const pages = answer.data ?? [];
  const nodes = pages.flatMap((page) => (order ? nodesOf(order, page) : page.nodes));
  const { hasNextPage, isFetching, fetchNextPage, isError } = answer;
  const isWanting =
    order?.isLocal === true && hasNextPage && !isFetching && !isError && nodes.length < MOST_LOCAL;
  useEffect(() => {
    if (isWanting) void fetchNextPage();
  }, [isWanting, fetchNextPage]);
  return {
    of: answer as unknown as UseQueryResult<readonly Found[]>,
    rows: rowsOf(nodes, lang),
    total: pages[0]?.totalCount ?? 0,
    kinds: pages[0]?.facets.kinds ?? [],
    more: hasNextPage ? () => void fetchNextPage() : undefined,
    busy: answer.isFetchingNextPage,
  };
}
