import { signal } from '@preact/signals';

export type DialogName = 'about' | 'api' | 'embed' | 'shortcuts';

/** The dialog that is open. */
export const openDialog = signal<DialogName | undefined>(undefined);
