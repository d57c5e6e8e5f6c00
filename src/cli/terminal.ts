import { styleText } from 'node:util';
import type { ReadOptions } from '../data/read.ts';
import type { Problem } from '../errors/problem.ts';

type Style = Parameters<typeof styleText>[0];

/** A place to write to. Colour only where a person looks on: a terminal that shows colours. */
export interface Terminal {
  write(text: string): void;
  paint(style: Style, text: string): string;
  /** Shows how far a long piece of work is, on one line until the next is written; nothing where no terminal is. */
  progress(text: string): void;
  /** Takes the progress away. */
  clear(): void;
}

export function openTerminal(stream: NodeJS.WriteStream): Terminal {
  const colours = stream.isTTY === true && stream.hasColors();
  let shown = false;
  const clear = (): void => {
    if (shown) stream.write('\r\u001b[2K');
    shown = false;
  };
  return {
    write(text) {
      clear();
      stream.write(`${text}\n`);
    },
    paint: (style, text) => (colours ? styleText(style, text) : text),
    progress(text) {
      if (stream.isTTY !== true) return;
      clear();
      stream.write(text);
      shown = true;
    },
    clear,
  };
}

/** Standard output holds results, standard error all that is said about them. */
export const output = openTerminal(process.stdout);
export const messages = openTerminal(process.stderr);

/** Shows which file of the data is being read. */
export const showReading: NonNullable<ReadOptions['onProgress']> = ({ file, read, total }) =>
  messages.progress(`reading ${read + 1} of ${total}: ${file}`);

export const writeJson = (value: unknown): void => output.write(JSON.stringify(value, null, 2));

/** `file:line:column  CODE  what is wrong` and below it how to mend it. */
export function writeProblems(problems: readonly Problem[], leftOut: number): void {
  for (const { code, message, mend, where } of problems) {
    const place = [where.file, where.line, where.column].filter((part) => part !== undefined);
    const at = place.length > 0 ? `${messages.paint('bold', place.join(':'))}  ` : '';
    messages.write(`${at}${messages.paint('red', code)}  ${message}`);
    messages.write(`    ${messages.paint('dim', mend)}`);
  }
  if (leftOut > 0) messages.write(`… and ${leftOut} more problems that are not shown.`);
}

/** Rows under a heading, columns aligned; numbers to the right. */
export function writeTable(
  heading: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): void {
  const widths = heading.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => String(row[column]).length)),
  );
  const line = (cells: readonly (string | number)[]): string =>
    cells
      .map((cell, column) =>
        typeof cell === 'number'
          ? String(cell).padStart(widths[column]!)
          : cell.padEnd(widths[column]!),
      )
      .join('  ')
      .trimEnd();
  output.write(output.paint('bold', line(heading)));
  for (const row of rows) output.write(line(row));
}

/** `12 statements`, `1 statement`. */
export const counted = (count: number, noun: string): string =>
  `${count} ${noun}${count === 1 ? '' : 's'}`;
