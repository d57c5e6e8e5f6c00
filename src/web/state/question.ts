import { signal } from '@preact/signals';

/** A named operation with its variables: what the view that is shown has asked. */
export interface ShownQuestion {
  readonly operation: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** The question behind the view that is shown, for "Open in the playground"; each view sets it. */
export const shownQuestion = signal<ShownQuestion | undefined>(undefined);
