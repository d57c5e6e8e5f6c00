import { signal } from '@preact/signals';

export type ExportFormat = 'png' | 'svg' | 'gexf' | 'json' | 'csv';

/** A form in which what is shown can be taken away. */
export interface ExportOffer {
  readonly format: ExportFormat;
  /** The file's name without its ending. */
  readonly name: string;
  readonly make: () => Blob | Promise<Blob>;
}

/** What the view that is shown offers; each view fills it while it is there, and empties it when it goes. */
export const offeredExports = signal<readonly ExportOffer[]>([]);
