import type { ComponentChildren, ComponentType } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Words } from '../../pieces/language.ts';
import { language } from '../state/explorer.ts';
import { Icon } from './icons.tsx';
import { Late } from './late.tsx';
import { type DialogName, openDialog } from './open-dialog.ts';

const dialogs: Readonly<Record<DialogName, () => Promise<{ default: ComponentType }>>> = {
  about: () => import('./about.tsx'),
  api: () => import('./api.tsx'),
  embed: () => import('./embed-code.tsx'),
  shortcuts: () => import('./shortcut-list.tsx'),
};

const words: Words<DialogName | 'close'> = {
  vi: {
    about: 'Về Cây Tre',
    api: 'API GraphQL',
    embed: 'Nhúng vào trang khác',
    shortcuts: 'Phím tắt',
    close: 'Đóng',
  },
  en: {
    about: 'About Cây Tre',
    api: 'The GraphQL API',
    embed: 'Embed elsewhere',
    shortcuts: 'Keyboard shortcuts',
    close: 'Close',
  },
};

/** The dialog that is open, if one is; what it holds is loaded when it is first opened. */
export function Dialogs() {
  const name = openDialog.value;
  if (name === undefined) return null;
  return (
    <Dialog key={name} title={words[language.value][name]}>
      <Late load={dialogs[name]} />
    </Dialog>
  );
}

function Dialog({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ComponentChildren;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    dialog.current?.showModal();
    dialog.current?.querySelector('h2')?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  const close = (): void => dialog.current?.close();
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a dialog by itself
    <dialog
      class="dialog"
      ref={dialog}
      aria-labelledby="dialog-title"
      onClose={() => {
        openDialog.value = undefined;
      }}
      onClick={(event) => {
        if (event.target === event.currentTarget) close();
      }}
    >
      <div class="inside">
        <div class="row head">
          <h2 id="dialog-title" tabIndex={-1}>
            {title}
          </h2>
          <button
            type="button"
            class="icon"
            aria-label={words[language.value].close}
            onClick={close}
          >
            <Icon name="close" />
          </button>
        </div>
        {children}
      </div>
    </dialog>
  );
}
