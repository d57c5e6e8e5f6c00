import { signal } from '@preact/signals';

/** What some keys do. */
export interface Shortcut {
  readonly keys: readonly string[];
  readonly does: string;
}

/** The keys of the view that is shown, for the list of shortcuts; each view that has some sets it, and empties it when it goes. */
export const shownShortcuts = signal<readonly Shortcut[]>([]);
