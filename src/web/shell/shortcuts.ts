import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { go, view } from '../state/explorer.ts';
import { keepShortcuts, shortcutsKept } from '../state/preferences.ts';
import { viewNames } from '../state/view-state.ts';
import { openDialog } from './open-dialog.ts';

/** Whether keys without Ctrl or Alt do something: who speaks to the browser may want none of it. */
export const areShortcutsOn = signal(shortcutsKept());

export function switchShortcuts(isOn: boolean): void {
  areShortcutsOn.value = isOn;
  keepShortcuts(isOn);
}

const focus = (selector: string): void =>
  document.querySelector<HTMLElement>(selector)?.focus({ preventScroll: true });

function step(by: number): void {
  const at = viewNames.indexOf(view.value.view);
  go({ view: viewNames[(at + by + viewNames.length) % viewNames.length]!, find: '' });
}

const actions: Readonly<Record<string, () => void>> = {
  '/': () => focus('#search'),
  '?': () => {
    openDialog.value = 'shortcuts';
  },
  '[': () => step(-1),
  ']': () => step(1),
  c: () => focus('.card-side'),
  v: () => focus('#view-heading'),
};

/** Whether keys are text where the focus is. */
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest('input, textarea, select, [contenteditable]') !== null;

/** The keys that hold everywhere. */
export function useShortcuts(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (
        !areShortcutsOn.value ||
        isTyping(event.target) ||
        document.querySelector('dialog[open]')
      ) {
        return;
      }
      const act = actions[event.key];
      if (act === undefined) return;
      event.preventDefault();
      act();
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, []);
}
