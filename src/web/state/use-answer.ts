import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/preact-query';
import type { TypedDocument } from '../../client/index.ts';
import type { Piece } from '../../pieces/piece.ts';
import type { Settings } from '../../pieces/settings.ts';
import { language } from './explorer.ts';
import { askIn } from './questions.ts';

/**
 * The answer to an operation, in the explorer's language; while other variables are asked for, the answer before stays.
 * Nothing is asked while `variables` is `undefined`.
 */
export function useAnswer<Result, Variables>(
  operation: TypedDocument<Result, Variables>,
  variables: NoInfer<Variables> | undefined,
): UseQueryResult<Result> {
  const lang = language.value;
  return useQuery({
    queryKey: [operation.__meta__?.hash, variables, lang],
    queryFn: () => askIn(lang)(operation, variables as Variables),
    enabled: variables !== undefined,
    placeholderData: keepPreviousData,
  });
}

/** The answer that a piece shows. */
export function usePiece<Answer>(piece: Piece<Answer>, settings: Settings): UseQueryResult<Answer> {
  return useQuery({
    queryKey: [piece.name, settings],
    queryFn: () => piece.load(askIn(settings.lang), settings),
    placeholderData: keepPreviousData,
  });
}
