import { isUtf8 } from 'node:buffer';
import type { Parameters } from '../errors/problem.ts';
import type { Code } from '../errors/registry.ts';
import { keysHeld, keysWritten } from '../util/json-keys.ts';
import { readLines } from '../util/read-lines.ts';
import type { Check } from './check.ts';
import { explain } from './explain.ts';
import type { DataFile } from './folder.ts';
import { LineOrigin } from './origin.ts';

const mark = Buffer.from('\ufeff');
const carriageReturnByte = 13;

/**
 * Reads a file of JSON Lines as a stream and hands over its records one by one. Lines that cannot be read are
 * reported and passed over.
 * @param part `first` reads the first line alone, `rest` all others; the rules see the file at its end.
 * @param bound how many bytes a line may have.
 * @returns whether every line of the part could be read.
 */
export async function loadLines(
  file: DataFile,
  part: 'all' | 'first' | 'rest',
  bound: number,
  check: Check,
  take: (record: object, origin: LineOrigin) => void,
): Promise<boolean> {
  const { path } = file;
  let whole = true;
  let lines = 0;
  let byteOrderMark = false;
  let carriageReturn: number | null = null;
  const fault = (line: number, code: Code, parameters: Parameters = {}): void => {
    whole = false;
    check.reportAt({ file: path, line }, code, parameters);
  };
  try {
    reading: for await (const chunk of readLines(file.absolute, bound)) {
      for (const { number: line, bytes } of chunk) {
        if (line > 1 && part === 'first') break reading;
        lines = line;
        if (bytes?.at(-1) === carriageReturnByte) carriageReturn ??= line;
        if (line === 1) byteOrderMark = bytes?.subarray(0, 3).equals(mark) ?? false;
        if (line === 1 && part === 'rest') continue;
        if (bytes === null) {
          fault(line, 'LINE_TOO_LONG', { bound });
          continue;
        }
        if (!isUtf8(bytes)) {
          fault(line, 'FILE_NOT_UTF8');
          continue;
        }
        const text = bytes.toString('utf8', line === 1 && byteOrderMark ? mark.length : 0);
        const record = parseLine(text);
        if (record instanceof SyntaxError) {
          fault(line, 'JSON_SYNTAX', { why: record.message.split(afterReason)[0]! });
        } else if (record === null) {
          fault(line, 'JSON_SYNTAX', {
            why: text.trim() === '' ? 'it is blank' : 'it is another value',
          });
        } else if (keysHeld(record) !== keysWritten(text)) {
          fault(line, 'JSON_SYNTAX', { why: 'a key stands twice in one object' });
        } else take(record, new LineOrigin(path, line, text));
      }
    }
  } catch (error) {
    check.reportAt({ file: path }, 'FILE_UNREADABLE', { why: explain(error) });
    return false;
  }
  if (lines === 0) {
    check.reportAt({ file: path }, 'FILE_EMPTY');
    whole = false;
  }
  if (part !== 'first') check.file({ file, byteOrderMark, carriageReturn, yaml: null });
  return whole;
}

/** What V8 adds to the reason why a text is not JSON: the text itself, and a position that depends on its version. */
const afterReason = /, ["'.]| in JSON| \(line/;

/** The object that a line holds, `null` for another value or none, or the error that reading it gave. */
function parseLine(text: string): object | null {
  if (text.trim() === '') return null;
  try {
    const data: unknown = JSON.parse(text);
    return typeof data === 'object' && !Array.isArray(data) ? data : null;
  } catch (error) {
    return error as SyntaxError;
  }
}
