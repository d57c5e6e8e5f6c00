import type { UseQueryResult } from '@tanstack/preact-query';
import { operations } from '../../client/index.ts';
import { useAnswer } from './use-answer.ts';

/** An entity or statement as people call it; a statement has no kind. */
export interface Named {
  readonly id: string;
  readonly name: string;
  readonly kind: string | undefined;
  readonly description: string | undefined;
}

const MOST = 100;

/**
 * What the entities and statements with these ids are called, in the order given; `undefined` stands for each that does not
 * exist. Only the first hundred are asked for.
 */
export function useNames(
  ids: readonly string[],
): UseQueryResult<operations.NamesQuery> & { readonly names: readonly (Named | undefined)[] } {
  const asked = ids.slice(0, MOST);
  const answer = useAnswer(operations.Names, asked.length === 0 ? undefined : { ids: asked });
  // What was answered to other ids stays for a while; its order is not that of these.
  const nodes = answer.isPlaceholderData ? [] : (answer.data?.nodes ?? []);
  const names = nodes.map((node) => {
    if (node === null) return undefined;
    return 'text' in node
      ? { id: node.id, name: node.text, kind: undefined, description: undefined }
      : {
          id: node.id,
          name: node.name,
          kind: node.kind,
          description: node.description ?? undefined,
        };
  });
  return { ...answer, names: ids.length === 0 ? [] : names };
}
