/** A page of any list of the API. */
interface Page<Node> {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: readonly Node[];
}

const GREATEST_PAGE = 100;

/** Items of a list up to a limit, over as many pages as that takes, and how many there are in all. */
export async function loadUpTo<Node>(
  limit: number,
  ask: (page: { first: number; after: string | undefined }) => Promise<Page<Node>>,
): Promise<{ readonly nodes: readonly Node[]; readonly total: number }> {
  const nodes: Node[] = [];
  let after: string | undefined;
  for (;;) {
    const first = Math.min(GREATEST_PAGE, limit - nodes.length);
    const page = await ask({ first, after });
    nodes.push(...page.nodes);
    if (!page.pageInfo.hasNextPage || page.pageInfo.endCursor === null || nodes.length >= limit) {
      return { nodes, total: page.totalCount };
    }
    after = page.pageInfo.endCursor;
  }
}
