import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/preact-query';
import type { TypedDocument } from '../../client/index.ts';
import { language } from './explorer.ts';
import { askIn } from './questions.ts';

interface Page<Item> {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor?: string | null };
  readonly nodes: readonly Item[];
}

export interface All<Item> {
  readonly items: readonly Item[];
  /** How many there are; more than `items` where the list was cut. */
  readonly total: number;
}

interface Paged {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
}

/** Every item of a paged list, or the first `most` of them. */
export function useAll<Result, Variables extends Paged, Item>(
  operation: TypedDocument<Result, Variables>,
  variables: NoInfer<Omit<Variables, 'after' | 'first'>> | undefined,
  list: (answer: Result) => Page<Item>,
  most = 1_000,
): UseQueryResult<All<Item>> {
  const lang = language.value;
  return useQuery({
    queryKey: [operation.__meta__?.hash, 'all', most, variables, lang],
    queryFn: async () => {
      const items: Item[] = [];
      let after: string | null | undefined;
      let total = 0;
      do {
        const page = list(
          await askIn(lang)(operation, { ...variables, first: 100, after } as unknown as Variables),
        );
        items.push(...page.nodes);
        total = page.totalCount;
        after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : undefined;
      } while (after && items.length < most);
      return { items, total };
    },
    enabled: variables !== undefined,
    placeholderData: keepPreviousData,
  });
}
