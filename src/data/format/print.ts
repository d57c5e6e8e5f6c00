import type { Path } from '../../util/path.ts';
import { formatScalar, formatText } from './scalar.ts';

/** How wide a line may be, unless one scalar alone is longer. */
const width = 120;

/** Decides whether the value at a path is written over several lines even where one would hold it. */
export type Spread = (path: Path) => boolean;

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);
const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !isList(value);
const isScalar = (value: unknown): boolean => !isList(value) && !isMap(value);
const isEmpty = (value: unknown): boolean =>
  (isList(value) && value.length === 0) || (isMap(value) && Object.keys(value).length === 0);

/** A value on one line. */
function flow(value: unknown): string {
  if (isList(value)) return `[${value.map(flow).join(', ')}]`;
  if (!isMap(value)) return formatScalar(value, true);
  const pairs = Object.entries(value).map(
    ([key, part]) => `${formatText(key, true)}: ${flow(part)}`,
  );
  return pairs.length === 0 ? '{}' : `{ ${pairs.join(', ')} }`;
}

/** Scalars in brackets, as many on a line as fit. */
function fill(items: readonly unknown[], indent: number): string[] {
  const lines: string[] = [];
  let line = `${' '.repeat(indent)}[`;
  let empty = true;
  for (const [at, item] of items.entries()) {
    const part = flow(item) + (at === items.length - 1 ? ']' : ',');
    if (!empty && line.length + 1 + part.length > width) {
      lines.push(line);
      line = ' '.repeat(indent + 1);
      empty = true;
    }
    line += empty ? part : ` ${part}`;
    empty = false;
  }
  return [...lines, line];
}

/**
 * Writes `key:` or `-` and the value that belongs to it: on one line if it fits, else spread over lines that are
 * indented by two.
 */
export function printEntry(
  head: string,
  value: unknown,
  indent: number,
  path: Path,
  spread: Spread,
): string[] {
  const start = ' '.repeat(indent) + head;
  const line = `${start} ${isScalar(value) ? formatScalar(value, false) : flow(value)}`;
  const short = line.length <= width && !spread(path);
  if (short || isScalar(value) || isEmpty(value)) return [line];
  const inner = isList(value)
    ? value.every(isScalar) && !spread(path)
      ? fill(value, indent + 2)
      : value.flatMap((item, at) => printEntry('-', item, indent + 2, [...path, at], spread))
    : Object.entries(value as object).flatMap(([key, part]) =>
        printEntry(`${formatText(key, false)}:`, part, indent + 2, [...path, key], spread),
      );
  // The first key of a map that is an item of a list stands beside the hyphen.
  if (head === '-' && isMap(value)) return [`${start} ${inner[0]!.trimStart()}`, ...inner.slice(1)];
  return [start, ...inner];
}
