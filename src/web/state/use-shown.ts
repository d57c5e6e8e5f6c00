import { useEffect } from 'preact/hooks';
import type { TypedDocument } from '../../client/index.ts';
import { type ExportOffer, offeredExports } from './exports.ts';
import { shownQuestion } from './question.ts';

/** Says what the view that is shown has asked, as long as it is there. */
export function useShownQuestion<Result, Variables>(
  operation: TypedDocument<Result, Variables>,
  variables: NoInfer<Variables> | undefined,
): void {
  const key = JSON.stringify(variables);
  useEffect(() => {
    const [definition] = operation.definitions;
    const name = definition && 'name' in definition ? definition.name?.value : undefined;
    shownQuestion.value =
      name === undefined || key === undefined
        ? undefined
        : { operation: name, variables: JSON.parse(key) };
    return () => {
      shownQuestion.value = undefined;
    };
  }, [operation, key]);
}

/** Offers what the view that is shown can be taken away as, as long as it is there; `of` is what the offers are made of. */
export function useOfferedExports(offers: readonly ExportOffer[], of: unknown): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the offers are made anew each time; `of` says when they differ
  useEffect(() => {
    offeredExports.value = offers;
    return () => {
      offeredExports.value = [];
    };
  }, [of]);
}
