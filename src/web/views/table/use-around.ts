import { operations } from '../../../client/index.ts';
import { view } from '../../state/explorer.ts';
import { useAnswer } from '../../state/use-answer.ts';

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
