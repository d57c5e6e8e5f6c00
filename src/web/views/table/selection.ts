import { operations } from '../../../client/index.ts';
import { view } from '../../state/explorer.ts';
import { useAnswer } from '../../state/use-answer.ts';
import type { ViewState } from '../../state/view-state.ts';

export type EntityFilter = NonNullable<operations.CountsByKindQueryVariables['filter']>;

/** The values by which each property filters, out of `facets`: `level=strategic`. Names that `known` has not are left out. */
export function facetsBy(
  facets: readonly string[],
  known: ReadonlySet<string>,
): ReadonlyMap<string, readonly string[]> {
  const chosen = new Map<string, string[]>();
  for (const facet of facets) {
    const at = facet.indexOf('=');
    const name = facet.slice(0, at);
    if (!known.has(name)) continue;
    chosen.set(name, [...(chosen.get(name) ?? []), facet.slice(at + 1)]);
  }
  return chosen;
}

/** `facets` with a value of one of them taken in, or out where it was in. */
export const switchFacet = (facets: readonly string[], name: string, key: string): string[] => {
  const facet = `${name}=${key}`;
  return facets.includes(facet) ? facets.filter((each) => each !== facet) : [...facets, facet];
};

/** What the selection of the explorer leaves of the entities; `within` are those that lie around, where that was asked. */
export function selectionFilter(
  { around, without, hidden, query }: Pick<ViewState, 'around' | 'without' | 'hidden' | 'query'>,
  within: readonly string[] | undefined,
): readonly EntityFilter[] {
  return [
    ...(within !== undefined
      ? [{ ids: within }]
      : around.length > 0
        ? [{ or: [{ ids: around }, { related: around }] }]
        : []),
    ...(without.length > 0 ? [{ not: { kinds: without } }] : []),
    ...(hidden.length > 0 ? [{ not: { ids: hidden } }] : []),
    ...(query !== '' ? [{ text: query }] : []),
  ];
}

export interface Around {
  /** The ids within reach; not given where one step is all, which a filter says by itself. */
  readonly ids: readonly string[] | undefined;
  readonly isReady: boolean;
  /** How many lie within reach at most, where there were more. */
  readonly cutAt: number | undefined;
}

/** What lies around what is looked at, further than a step. */
export function useAround(): Around {
  const { around, depth, asOf } = view.value;
  const isFar = around.length > 0 && depth > 1;
  const answer = useAnswer(
    operations.Around,
    isFar ? { ids: around, depth, ...(asOf !== undefined && { asOf }) } : undefined,
  );
  if (!isFar) return { ids: undefined, isReady: true, cutAt: undefined };
  const { neighborhood } = answer.data ?? {};
  return {
    ids: neighborhood?.nodes.map(({ entity }) => entity.id) ?? [],
    isReady: answer.data !== undefined && !answer.isPlaceholderData,
    cutAt: neighborhood?.truncated?.reason === 'LIMIT' ? neighborhood.truncated.bound : undefined,
  };
}
