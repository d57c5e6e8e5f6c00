import { writeSync } from 'node:fs';

/** Where log lines go, as pino takes it. */
export interface LogLines {
  /** Takes a line, or several, with the line feed at the end. */
  readonly write: (line: string) => void;
}

/**
 * Writes each line at once into an open file, and never stops the program for it: what cannot be written, on a full disk say, or
 * because whoever reads the lines is gone or too slow, is lost. How many lines were lost is told as soon as lines can be written again.
 */
export function logLines(fd: number): LogLines {
  let lost = 0;
  /** Whether the last line stands there in part, so that the next must not be joined to it. */
  let isTorn = false;

  const put = (text: string): boolean => {
    const bytes = Buffer.from(isTorn ? `\n${text}` : text);
    let written = 0;
    try {
      while (written < bytes.length) written += writeSync(fd, bytes, written);
      isTorn = false;
      return true;
    } catch {
      isTorn ||= written > 0;
      return false;
    }
  };

  return {
    write(line) {
      if (
        lost > 0 &&
        put(`${JSON.stringify({ level: 40, lost, msg: 'lines of the log were lost' })}\n`)
      ) {
        lost = 0;
      }
      if (!put(line)) lost += line.split('\n').length - 1;
    },
  };
}

export interface HeldLines extends LogLines {
  /** Writes what is held back. */
  readonly flush: () => void;
  /** Writes what is held back; nothing is written later. */
  readonly close: () => void;
}

/** Writes lines many at a time: when they have so many characters, or after so many milliseconds. */
export function heldLines(lines: LogLines, most: number, longest: number): HeldLines {
  let held = '';
  const flush = (): void => {
    if (held !== '') lines.write(held);
    held = '';
  };
  const timer = setInterval(flush, longest).unref();
  return {
    write(line) {
      held += line;
      if (held.length >= most) flush();
    },
    flush,
    close() {
      clearInterval(timer);
      flush();
    },
  };
}
