import type { ComponentChildren, JSX } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';

interface MenuProps {
  /** What the button says, and whether the words are seen or only heard. */
  readonly label: string;
  readonly icon: ComponentChildren;
  readonly isIconOnly?: boolean;
  readonly class?: string;
  /** `MenuItem`s, asked for when it opens. */
  readonly children: (close: () => void) => ComponentChildren;
}

/** A button with a menu, by the menu button pattern of ARIA. */
export function Menu({ label, icon, isIconOnly = false, class: name, children }: MenuProps) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    if (!open) return;
    itemsOf(list.current)[0]?.focus();
    const away = (event: Event): void => {
      if (!root.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener('pointerdown', away);
    return () => document.removeEventListener('pointerdown', away);
  }, [open]);

  const close = (): void => {
    setOpen(false);
    button.current?.focus();
  };
  const onKeyDown = (event: JSX.TargetedKeyboardEvent<HTMLDivElement>): void => {
    if (!open) return;
    const all = itemsOf(list.current);
    const at = all.indexOf(document.activeElement as HTMLElement);
    const moves: Record<string, number> = {
      ArrowDown: (at + 1) % all.length,
      ArrowUp: (at - 1 + all.length) % all.length,
      Home: 0,
      End: all.length - 1,
    };
    const next = moves[event.key];
    if (next !== undefined) {
      event.preventDefault();
      all[next]?.focus();
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      close();
    } else if (event.key === 'Tab') {
      setOpen(false);
    } else if (event.key.length === 1) {
      const begun = (item: HTMLElement): boolean =>
        item.textContent.trim().toLowerCase().startsWith(event.key.toLowerCase());
      [...all.slice(at + 1), ...all].find(begun)?.focus();
    }
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the menu within
    <div class={`menu ${name ?? ''}`} ref={root} onKeyDown={onKeyDown}>
      <button
        ref={button}
        type="button"
        class={isIconOnly ? 'icon' : 'tool'}
        aria-label={label}
        title={label}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        {icon}
        {!isIconOnly && <span class="words">{label}</span>}
      </button>
      {open && (
        <div class="popup" id={id} role="menu" aria-label={label} ref={list}>
          {children(close)}
        </div>
      )}
    </div>
  );
}

const itemsOf = (menu: HTMLElement | null): HTMLElement[] => [
  ...(menu?.querySelectorAll<HTMLElement>('[role^="menuitem"]') ?? []),
];

interface ItemProps {
  readonly icon?: ComponentChildren;
  readonly children: ComponentChildren;
  readonly hint?: string | undefined;
}

/** Something that a menu does. */
export function MenuItem({
  icon,
  children,
  hint,
  act,
  checked,
  language,
}: ItemProps & {
  readonly act: () => void;
  /** Of a choice between several: whether it is this one. */
  readonly checked?: boolean;
  readonly language?: string;
}) {
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: it is one of several to choose from where it is checked or not
    <button
      type="button"
      role={checked === undefined ? 'menuitem' : 'menuitemradio'}
      aria-checked={checked}
      tabIndex={0}
      lang={language}
      onClick={act}
    >
      {icon}
      <span>
        {children}
        {hint !== undefined && <small>{hint}</small>}
      </span>
    </button>
  );
}

/** Somewhere that a menu leads. */
export function MenuLink({
  icon,
  children,
  hint,
  href,
  follow,
}: ItemProps & {
  readonly href: string;
  /** Called instead of the browser's own way, where the address is one of the explorer. */
  readonly follow?: (event: JSX.TargetedMouseEvent<HTMLAnchorElement>) => void;
}) {
  return (
    <a role="menuitem" tabIndex={0} href={href} onClick={follow}>
      {icon}
      <span>
        {children}
        {hint !== undefined && <small>{hint}</small>}
      </span>
    </a>
  );
}
