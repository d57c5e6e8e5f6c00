import { useQuery } from '@tanstack/preact-query';
import { operations } from '../../client/index.ts';
import type { Language } from '../../pieces/language.ts';
import { language } from '../state/explorer.ts';
import { askIn, queryClient } from '../state/questions.ts';
import { type Change, changesBetween } from './changes.ts';

const standingAsOf = (asOf: string | null, lang: Language) => ({
  queryKey: ['standing', asOf, lang],
  queryFn: () => askIn(lang)(operations.StandingAsOf, { asOf }),
});

/** What a step brought, seen from the step before it. */
export function useChanges(
  before: string | undefined,
  after: string | undefined,
): readonly Change[] | undefined {
  const lang = language.value;
  const enabled = before !== undefined && after !== undefined;
  const [from, to] = [
    useQuery({ ...standingAsOf(before ?? null, lang), enabled }),
    useQuery({ ...standingAsOf(after ?? null, lang), enabled }),
  ];
  if (!enabled || from.data === undefined || to.data === undefined) return undefined;
  return changesBetween(from.data, to.data);
}

export const fetchStandingAhead = (asOf: string): void =>
  void queryClient.prefetchQuery(standingAsOf(asOf, language.peek()));
