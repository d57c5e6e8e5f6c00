import { keepPreviousData, type UseQueryResult, useInfiniteQuery } from '@tanstack/preact-query';
import type { TypedDocument } from '../../client/index.ts';
import { language } from './explorer.ts';
import { askIn } from './questions.ts';

interface Page<Item> {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor?: string | null };
  readonly nodes?: readonly Item[];
  readonly edges?: readonly Item[];
}

export interface Pages<Item, Result> {
  /** For `Answer`: the pages so far. */
  readonly of: UseQueryResult<readonly Result[]>;
  readonly items: readonly Item[];
  readonly total: number;
  /** Fetches the next page; `undefined` where there is none. */
  readonly more: (() => void) | undefined;
  readonly busy: boolean;
}

/**
 * A list that is paged: the answers to an operation with `$after`, one after the other, in the explorer's language. `list` finds
 * the connection in an answer. Nothing is asked while `variables` is `undefined`.
 */
export function usePages<
  Result,
  Variables extends { readonly after?: string | null | undefined },
  Item,
>(
  operation: TypedDocument<Result, Variables>,
  variables: NoInfer<Omit<Variables, 'after'>> | undefined,
  list: (answer: Result) => Page<Item> | undefined,
): Pages<Item, Result> {
  const lang = language.value;
  const answer = useInfiniteQuery({
    queryKey: [operation.__meta__?.hash, 'pages', variables, lang],
    queryFn: ({ pageParam }) =>
      askIn(lang)(operation, { ...variables, after: pageParam } as unknown as Variables),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: Result) => {
      const info = list(page)?.pageInfo;
      return info?.hasNextPage ? (info.endCursor ?? undefined) : undefined;
    },
    enabled: variables !== undefined,
    placeholderData: keepPreviousData,
    select: ({ pages }) => pages as readonly Result[],
  });
  const connections = (answer.data ?? []).map(list);
  return {
    of: answer as unknown as UseQueryResult<readonly Result[]>,
    items: connections.flatMap((page) => page?.nodes ?? page?.edges ?? []),
    total: connections.at(0)?.totalCount ?? 0,
    more: answer.hasNextPage ? () => void answer.fetchNextPage() : undefined,
    busy: answer.isFetchingNextPage,
  };
}
