import type { ComponentChildren } from 'preact';
import { formatNumber, type Words } from '../../pieces/language.ts';
import { language } from '../state/explorer.ts';

const words: Words<'more' | 'busy'> = {
  vi: { more: 'Xem thêm', busy: 'Đang tải…' },
  en: { more: 'Show more', busy: 'Loading…' },
};

interface TruncatedProps {
  readonly shown: number;
  /** Of how many; not given where nobody counted. */
  readonly of?: number | undefined;
  /** Fetches more. Without it, `children` says how to see more. */
  readonly more?: (() => void) | undefined;
  readonly busy?: boolean;
  /** What they are, for those who hear the button alone: "relations". */
  readonly what?: string;
  readonly children?: ComponentChildren;
}

/** That a list is cut, and how to see more of it; nothing where all of it is shown. */
export function Truncated({ shown, of, more, busy = false, what, children }: TruncatedProps) {
  const lang = language.value;
  if (of !== undefined && shown >= of) return null;
  const say = words[lang];
  const count = formatNumber(shown, lang);
  const total = of === undefined ? undefined : formatNumber(of, lang);
  return (
    <p class="truncated">
      <span role="status">
        {lang === 'vi'
          ? `Đang hiện ${count}${total === undefined ? ' mục đầu' : ` trong ${total}`}`
          : `Showing ${total === undefined ? `the first ${count}` : `${count} of ${total}`}`}
      </span>
      {more !== undefined && (
        <button type="button" disabled={busy} onClick={more}>
          {busy ? say.busy : say.more}
          {what !== undefined && <span class="hidden"> ({what})</span>}
        </button>
      )}
      {children}
    </p>
  );
}
