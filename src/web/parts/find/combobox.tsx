import type { ComponentChildren, JSX, RefObject } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { Words } from '../../../pieces/language.ts';
import { language } from '../../state/explorer.ts';
import { retryFailed } from '../../state/recover.ts';
import { Choices } from './choices.tsx';
import type { Found } from './merge-found.ts';
import type { Finding } from './use-found.ts';

const words: Words<'looking' | 'nothing' | 'failed' | 'retry' | 'clear'> = {
  vi: {
    looking: 'Đang tìm…',
    nothing: 'Không tìm thấy gì.',
    failed: 'Chưa tìm được: máy chủ không trả lời.',
    retry: 'Thử lại',
    clear: 'Xóa',
  },
  en: {
    looking: 'Looking…',
    nothing: 'Nothing is found.',
    failed: 'The search got no answer.',
    retry: 'Try again',
    clear: 'Clear',
  },
};

interface ComboboxProps {
  readonly label: string;
  readonly placeholder?: string;
  readonly text: string;
  readonly type: (text: string) => void;
  readonly finding: Finding;
  readonly choose: (choice: Found) => void;
  /** What Enter does while arrow keys are on no choice; chooses the first when not given. */
  readonly enter?: (() => void) | undefined;
  /** Called when the focus goes elsewhere. */
  readonly leave?: (() => void) | undefined;
  readonly clear?: (() => void) | undefined;
  /** What Escape does once the list is closed. */
  readonly escape?: (() => void) | undefined;
  readonly input?: RefObject<HTMLInputElement>;
  readonly inputId?: string;
  /** Before the field's text, and below the list of choices. */
  readonly mark?: ComponentChildren;
  readonly below?: ComponentChildren;
}

/** A field with a list of what may be meant, by the combobox pattern of ARIA: the focus stays in the field. */
export function Combobox(props: ComboboxProps) {
  const { label, text, finding, choose, below } = props;
  const { found, ready, error } = finding;
  const say = words[language.value];
  const id = useId();
  const own = useRef<HTMLInputElement>(null);
  const input = props.input ?? own;
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const entered = useRef(false);
  const shown = open && finding.asked !== '';
  const marked = ready ? active : -1;

  const take = (choice: Found): void => {
    setOpen(false);
    setActive(-1);
    choose(choice);
  };
  const enter = (): void => {
    if (props.enter !== undefined) props.enter();
    else if (found[0] !== undefined) take(found[0]);
  };
  // Who types fast and presses Enter means what is typed, not what was found for half of it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `enter` is that of the rendering in which the answer came
  useEffect(() => {
    if (!ready || !entered.current) return;
    entered.current = false;
    if (error === undefined) enter();
  }, [ready, error]);

  const onKeyDown = (event: JSX.TargetedKeyboardEvent<HTMLInputElement>): void => {
    if (event.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setOpen(true);
      const step = event.key === 'ArrowDown' ? 1 : -1;
      // One place more than there are choices: the field itself.
      const places = found.length + 1;
      setActive(((marked + 1 + step + places) % places) - 1);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      const choice = shown ? found[marked] : undefined;
      if (choice !== undefined) take(choice);
      else if (finding.asked === '') return;
      else if (ready) enter();
      else entered.current = true;
    } else if (event.key === 'Escape') {
      if (shown) event.stopPropagation();
      if (shown) setOpen(false);
      else if (text !== '' && props.escape !== undefined) props.escape();
      else event.currentTarget.blur();
      setActive(-1);
    }
  };

  let status: string | undefined;
  if (!ready && found.length === 0) status = say.looking;
  else if (ready && error === undefined && found.length === 0) status = say.nothing;

  return (
    <div
      class="combobox"
      onFocusOut={(event) => {
        if (event.currentTarget.contains(event.relatedTarget as Node | null)) return;
        setOpen(false);
        setActive(-1);
        entered.current = false;
        props.leave?.();
      }}
    >
      <div class="field">
        {props.mark}
        <input
          ref={input}
          id={props.inputId}
          type="text"
          role="combobox"
          aria-label={label}
          aria-expanded={shown}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={shown && marked >= 0 ? `${id}-list-${marked}` : undefined}
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          enterkeyhint="search"
          maxLength={500}
          placeholder={props.placeholder}
          value={text}
          onInput={(event) => {
            entered.current = false;
            setOpen(true);
            setActive(-1);
            props.type(event.currentTarget.value);
          }}
          onFocus={(event) => {
            event.currentTarget.select();
            setOpen(true);
          }}
          onClick={() => setOpen(true)}
          onKeyDown={onKeyDown}
        />
        {props.clear !== undefined && text !== '' && (
          <button
            type="button"
            class="icon"
            aria-label={`${say.clear}: ${label}`}
            onClick={() => {
              props.clear?.();
              input.current?.focus();
            }}
          >
            <span aria-hidden="true">✕</span>
          </button>
        )}
      </div>
      <span class="hidden" role="status">
        {shown && ready && found.length > 0 && countOf(found.length)}
      </span>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: pressing here must not take the focus from the field */}
      <div
        class="popup"
        hidden={!shown}
        aria-busy={!ready}
        onMouseDown={(event) => {
          if (!(event.target instanceof Element && event.target.closest('button, a'))) {
            event.preventDefault();
          }
        }}
      >
        {!ready && <span class="progress" aria-hidden="true" />}
        <Choices
          id={`${id}-list`}
          label={label}
          choices={shown ? found : []}
          active={marked}
          choose={take}
        />
        {status !== undefined && (
          <p class="status" role="status">
            {status}
          </p>
        )}
        {error !== undefined && (
          <p class="status" role="alert">
            {say.failed}{' '}
            <button type="button" class="quiet" onClick={retryFailed}>
              {say.retry}
            </button>
          </p>
        )}
        {shown && below}
      </div>
    </div>
  );
}

const countOf = (count: number): string =>
  language.value === 'vi'
    ? `${count} gợi ý; dùng phím mũi tên để chọn`
    : `${count} suggestion${count === 1 ? '' : 's'}; choose with the arrow keys`;
