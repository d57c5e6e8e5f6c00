import { useEffect } from 'preact/hooks';
import type { Language } from '../../../pieces/language.ts';
import { type Shortcut, shownShortcuts } from '../../state/shortcuts.ts';
import { redo, undo } from '../../state/steps.ts';

const shortcuts: Readonly<Record<Language, readonly Shortcut[]>> = {
  vi: [
    { keys: ['↑', '↓', '←', '→'], does: 'Đi giữa các thực thể liền kề trên hình vẽ' },
    { keys: ['Home'], does: 'Tới thực thể nhiều liên kết nhất' },
    { keys: ['Enter'], does: 'Chọn thực thể' },
    { keys: ['e'], does: 'Mở rộng' },
    { keys: ['f'], does: 'Chỉ xem quanh đây' },
    { keys: ['p'], does: 'Ghim hoặc bỏ ghim' },
    { keys: ['h'], does: 'Ẩn' },
    { keys: ['+', '-', '0'], does: 'Phóng to, thu nhỏ, thấy toàn bộ' },
    { keys: ['Ctrl+Z', 'Ctrl+Shift+Z'], does: 'Hoàn tác, làm lại' },
  ],
  en: [
    { keys: ['↑', '↓', '←', '→'], does: 'Go between neighbors on the drawing' },
    { keys: ['Home'], does: 'Go to the best connected entity' },
    { keys: ['Enter'], does: 'Choose the entity' },
    { keys: ['e'], does: 'Expand' },
    { keys: ['f'], does: 'Look around this only' },
    { keys: ['p'], does: 'Pin or unpin' },
    { keys: ['h'], does: 'Hide' },
    { keys: ['+', '-', '0'], does: 'Zoom in, zoom out, see all of it' },
    { keys: ['Ctrl+Z', 'Ctrl+Shift+Z'], does: 'Undo, redo' },
  ],
};

/** Tells the explorer's list of keys those of the drawing, while it is shown. */
export function useShownShortcuts(language: Language): void {
  useEffect(() => {
    shownShortcuts.value = shortcuts[language];
    return () => {
      shownShortcuts.value = [];
    };
  }, [language]);
}

/** Whether a key changes text where the focus is. */
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest('input:not([type="checkbox"], [type="radio"]), textarea, [contenteditable]') !==
    null;

/** Ctrl+Z undoes a step wherever the focus is, unless somebody types. */
export function useUndoKeys(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== 'z' || !(event.ctrlKey || event.metaKey)) return;
      if (event.defaultPrevented || event.altKey || isTyping(event.target)) return;
      event.preventDefault();
      if (event.shiftKey) redo();
      else undo();
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, []);
}
