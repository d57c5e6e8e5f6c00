import { type Cell, type CsvOptions, writeCsv } from '../../util/csv.ts';

/** A value as a file that people can read too. */
export const jsonFile = (value: unknown): Blob =>
  new Blob([`${JSON.stringify(value, null, 2)}\n`], { type: 'application/json' });

export const csvFile = (rows: Iterable<readonly Cell[]>, options?: CsvOptions): Blob =>
  new Blob([writeCsv(rows, options)], { type: 'text/csv;charset=utf-8' });

/** Gives a file to the browser to save. */
export function save(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = Object.assign(document.createElement('a'), { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

interface CitedIn {
  readonly source: { readonly id: string; readonly name: string };
  readonly paragraph: number;
  readonly evidence?: readonly string[];
  readonly link?: string | null | undefined;
}

/** The columns that say where something is said, and the cells of one row below them. */
export const citationColumns = ['sources', 'paragraphs', 'evidence', 'links'];
export const citationCells = (citations: readonly CitedIn[]): readonly Cell[] => [
  citations.map(({ source }) => source.id).join('; '),
  citations.map(({ paragraph }) => paragraph).join('; '),
  citations.map(({ evidence = [] }) => evidence.join(' | ')).join('; '),
  citations.map(({ link }) => link ?? '').join('; '),
];
