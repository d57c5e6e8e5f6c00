import type { UseQueryResult } from '@tanstack/preact-query';
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Words } from '../../pieces/language.ts';
import { language } from '../state/explorer.ts';
import { retryFailed } from '../state/recover.ts';
import { explainError } from './explain-error.ts';

const words: Words<
  'loading' | 'slow' | 'updating' | 'old' | 'failed' | 'retry' | 'retrying' | 'detail' | 'empty'
> = {
  vi: {
    loading: 'Đang tải…',
    slow: 'Vẫn đang tải, xin đợi thêm…',
    updating: 'Đang cập nhật…',
    old: 'Chưa cập nhật được; dưới đây là kết quả trước đó.',
    failed: 'Không tải được.',
    retry: 'Thử lại',
    retrying: 'Đang thử lại…',
    detail: 'Chi tiết',
    empty: 'Không có gì ở đây.',
  },
  en: {
    loading: 'Loading…',
    slow: 'Still loading, please wait…',
    updating: 'Updating…',
    old: 'This could not be renewed; what was answered before is shown.',
    failed: 'This could not be loaded.',
    retry: 'Try again',
    retrying: 'Trying again…',
    detail: 'Details',
    empty: 'There is nothing here.',
  },
};

interface AnswerProps<Result> {
  readonly of: UseQueryResult<Result>;
  /** Whether the answer has nothing to show, and what to say then. */
  readonly isEmpty?: (answer: Result) => boolean;
  readonly empty?: ComponentChildren;
  /** What is being loaded, where that helps those who wait. */
  readonly loading?: string;
  readonly children: (answer: Result) => ComponentChildren;
}

/** What there is of an answer: that it is loading, that it failed and what to do, that it is empty, or what it shows. */
export function Answer<Result>({ of, isEmpty, empty, loading, children }: AnswerProps<Result>) {
  const say = words[language.value];
  if (of.data === undefined) {
    if (of.error === null) return <Loading label={loading} />;
    return <Failed error={of.error} busy={of.isFetching} retry={retryFailed} />;
  }
  return (
    <>
      {of.isFetching && <Updating />}
      {of.isRefetchError && !of.isFetching && (
        <div class="notice" role="status">
          {say.old}{' '}
          <button type="button" class="quiet" onClick={() => void of.refetch()}>
            {say.retry}
          </button>
        </div>
      )}
      {isEmpty?.(of.data) ? <p class="state empty">{empty ?? say.empty}</p> : children(of.data)}
    </>
  );
}

/** After so many milliseconds somebody who waits wants to know that it goes on. */
const SLOW = 4_000;

/** That something is on its way, in the shape of text to come; after some seconds it says that it is still at it. */
export function Loading({ label }: { readonly label?: string | undefined }) {
  const say = words[language.value];
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), SLOW);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div class="state loading" role="status">
      <span class="progress" aria-hidden="true" />
      <p>{slow ? say.slow : (label ?? say.loading)}</p>
      <span class="skeleton" aria-hidden="true">
        <span />
        <span />
        <span />
      </span>
    </div>
  );
}

function Updating() {
  return (
    <div class="updating" role="status">
      <span class="progress" aria-hidden="true" />
      <span class="hidden">{words[language.value].updating}</span>
    </div>
  );
}

interface FailedProps {
  readonly error: Error;
  readonly busy: boolean;
  readonly retry: () => void;
}

/** That something failed, why in plain words, and what to do. */
export function Failed({ error, busy, retry }: FailedProps) {
  const say = words[language.value];
  const { what, mend, detail } = explainError(error, language.value);
  return (
    <div class="state failed" role="alert">
      <p class="what">{what ?? say.failed}</p>
      {mend !== undefined && <p>{mend}</p>}
      <button
        type="button"
        disabled={busy}
        onClick={({ currentTarget }) => {
          // The button goes, and must not take the focus with it.
          const place = currentTarget.closest<HTMLElement>('aside, dialog');
          (place ?? document.querySelector<HTMLElement>('#view-heading'))?.focus();
          retry();
        }}
      >
        {busy ? say.retrying : say.retry}
      </button>
      <details>
        <summary>{say.detail}</summary>
        <p lang="en">{detail}</p>
      </details>
    </div>
  );
}
