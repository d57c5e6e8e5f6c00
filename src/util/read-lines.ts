import { createReadStream } from 'node:fs';

export interface Line {
  /** Counted from 1. */
  readonly number: number;
  /** Without the line feed that ends it; `null` when it is longer than the bound. */
  readonly bytes: Buffer | null;
}

/**
 * Reads a file line by line, holding one chunk and one line at a time. A line longer than `bound` bytes is given as
 * `null`. The end of the file ends the last line; an empty file has no lines.
 * @throws the error of the file system when the file cannot be read.
 */
export async function* readLines(file: string, bound: number): AsyncGenerator<readonly Line[]> {
  let number = 1;
  let rest: Buffer[] = [];
  let length = 0;
  const finish = (): Line => {
    const bytes = length > bound ? null : rest.length === 1 ? rest[0]! : Buffer.concat(rest);
    const line = { number, bytes };
    number += 1;
    rest = [];
    length = 0;
    return line;
  };
  const hold = (part: Buffer): void => {
    length += part.length;
    if (length <= bound) rest.push(part);
    else rest = [];
  };
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 })) {
    const lines: Line[] = [];
    let start = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, start)) {
      hold(chunk.subarray(start, end));
      lines.push(finish());
      start = end + 1;
    }
    if (start < chunk.length) hold(chunk.subarray(start));
    yield lines;
  }
  if (length > 0) yield [finish()];
}
