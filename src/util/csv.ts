/** What a cell of a table may hold; `null` and `undefined` are written as nothing. */
export type Cell = string | number | boolean | null | undefined;

export interface CsvOptions {
  /** Begins with the mark by which Excel knows UTF-8; other programs do without it. */
  readonly byteOrderMark?: boolean;
}

/**
 * A text that begins so is taken by spreadsheets for a formula, which may run a command or send the sheet elsewhere (OWASP, "CSV
 * injection"). The wide forms are read as the narrow ones by spreadsheets in East Asian languages.
 */
const formula = /^'*[=+\-@\t\r\n＝＋－＠]/u;

/**
 * A text with an apostrophe before it if a spreadsheet would run it. Texts that begin with apostrophes and then so get one more,
 * so that whoever takes one away from what begins so has the text that was written.
 */
const harmless = (text: string): string => (formula.test(text) ? `'${text}` : text);

function writeCell(cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell !== 'string') return String(cell);
  const text = harmless(cell);
  return /[",\r\n]|^\s|\s$/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** One line of CSV (RFC 4180) with its end; a line of one empty cell is quoted, so that it is not taken for no line. */
export function csvLine(cells: readonly Cell[]): string {
  const line = cells.map(writeCell).join(',');
  return `${line === '' ? '""' : line}\r\n`;
}

/** Rows as CSV (RFC 4180), safe to open in a spreadsheet: no text in it is run as a formula. */
export function writeCsv(
  rows: Iterable<readonly Cell[]>,
  { byteOrderMark = false }: CsvOptions = {},
): string {
  let text = byteOrderMark ? '\uFEFF' : '';
  for (const row of rows) text += csvLine(row);
  return text;
}
