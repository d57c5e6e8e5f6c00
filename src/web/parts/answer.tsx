import type { UseQueryResult } from '@tanstack/preact-query';
import type { ComponentChildren } from 'preact';
import { CaytreError } from '../../client/index.ts';
import type { Words } from '../../pieces/language.ts';
import { language } from '../state/explorer.ts';

const words: Words<'loading' | 'failed' | 'retry' | 'empty'> = {
  vi: {
    loading: 'Đang tải…',
    failed: 'Không tải được.',
    retry: 'Thử lại',
    empty: 'Không có gì ở đây.',
  },
  en: {
    loading: 'Loading…',
    failed: 'This could not be loaded.',
    retry: 'Try again',
    empty: 'There is nothing here.',
  },
};

interface AnswerProps<Result> {
  readonly of: UseQueryResult<Result>;
  /** Whether the answer has nothing to show, and what to say then. */
  readonly isEmpty?: (answer: Result) => boolean;
  readonly empty?: string;
  readonly children: (answer: Result) => ComponentChildren;
}

/** What there is of an answer: that it is loading, that it failed and what to do, that it is empty, or what it shows. */
export function Answer<Result>({ of, isEmpty, empty, children }: AnswerProps<Result>) {
  const say = words[language.value];
  if (of.data === undefined && of.error !== null) {
    const { error } = of;
    return (
      <div class="state failed" role="alert">
        <p>{say.failed}</p>
        <p>{error.message}</p>
        {error instanceof CaytreError && <p>{error.mend}</p>}
        <button type="button" onClick={() => void of.refetch()}>
          {say.retry}
        </button>
      </div>
    );
  }
  if (of.data === undefined) {
    return (
      <p class="state loading" role="status">
        {say.loading}
      </p>
    );
  }
  if (isEmpty?.(of.data)) return <p class="state empty">{empty ?? say.empty}</p>;
  return <>{children(of.data)}</>;
}
