import { useEffect, useState } from 'preact/hooks';
import { operations } from '../../../client/index.ts';
import { language, view } from '../../state/explorer.ts';
import { useAnswer } from '../../state/use-answer.ts';
import { type Found, mergeFound } from './merge-found.ts';

/** So long must somebody pause, in milliseconds, before what is typed is looked for. */
const PAUSE = 120;
/** The API takes no more. */
export const LONGEST = 500;

export interface Finding {
  /** What is looked for; empty where nothing is. */
  readonly asked: string;
  readonly found: readonly Found[];
  /** Whether `found` answers what is typed now; before, it answers what was typed earlier. */
  readonly ready: boolean;
  readonly error: Error | undefined;
  /** How many a search finds in all. */
  readonly total: number;
  /** Whether nothing has all that was typed just so: what is found is only near to it. */
  readonly near: boolean;
}

/** What somebody who types so may mean, found while typing; as of the date that all is as of. */
export function useFound(
  typed: string,
  { kinds, limit = 8 }: { readonly kinds?: readonly string[] | undefined; readonly limit?: number },
): Finding {
  const asked = typed.trim().slice(0, LONGEST);
  const text = useSettled(asked);
  const { asOf } = view.value;
  const shared = { ...(kinds !== undefined && { kinds }), ...(asOf !== undefined && { asOf }) };
  const suggestions = useAnswer(
    operations.Suggest,
    text === '' ? undefined : { prefix: text, limit, ...shared },
  );
  const search = useAnswer(
    operations.FindEntities,
    text === '' ? undefined : { query: text, first: limit, ...shared },
  );
  const nothing = asked === '' || text === '';
  const answers = [suggestions, search];
  const found = nothing
    ? []
    : mergeFound(
        suggestions.data?.suggest ?? [],
        search.data?.search.edges ?? [],
        language.value,
        limit,
      );
  return {
    asked,
    found,
    ready:
      asked === '' ||
      (text === asked &&
        answers.every(({ data, isPlaceholderData, error }) =>
          data === undefined ? error !== null : !isPlaceholderData,
        )),
    error:
      answers.find(({ data, error }) => data === undefined && error !== null)?.error ?? undefined,
    total: nothing ? 0 : Math.max(search.data?.search.totalCount ?? 0, found.length),
    near: found.length > 0 && found.every(({ nearness }) => nearness !== undefined),
  };
}

/** What a value was when it last stood still. */
function useSettled(value: string): string {
  const [settled, settle] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => settle(value), PAUSE);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
