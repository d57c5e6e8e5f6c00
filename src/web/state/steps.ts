import { signal } from '@preact/signals';

/** The part of the browser's Navigation API that is used; not every browser has it. */
interface Navigation extends EventTarget {
  readonly canGoBack: boolean;
  readonly canGoForward: boolean;
}

const { navigation } = globalThis as { readonly navigation?: Navigation };

/** Whether there is a step to which `undo` returns, and one that `redo` takes again; taken for granted where nobody knows. */
export const canUndo = signal(navigation?.canGoBack ?? true);
export const canRedo = signal(navigation?.canGoForward ?? true);

navigation?.addEventListener('currententrychange', () => {
  canUndo.value = navigation.canGoBack;
  canRedo.value = navigation.canGoForward;
});

/** Undoes the last step: each is one of the address, so that this and the browser's Back are the same. */
export const undo = (): void => history.back();
export const redo = (): void => history.forward();
