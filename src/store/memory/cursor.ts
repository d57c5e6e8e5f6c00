import { ProblemError } from '../../errors/problem.ts';
import { checksum } from '../../util/checksum.ts';

/** The part of the version that a cursor carries: enough to tell versions apart. */
const VERSION_DIGITS = 12;

/** What makes a list what it is: its method and all of the request but the page. */
export type Identity = Readonly<Record<string, unknown>>;

/** Writes and reads the cursors of one list. */
export interface Cursors {
  encode(key: string): string;
  /**
   * The key of the item that the cursor was made for.
   * @throws ProblemError CURSOR_INVALID when it is damaged, or of another version or list
   */
  decode(argument: 'after' | 'before', cursor: string): string;
}

/**
 * The same text for requests that mean the same: keys and lists in order, what is absent left out. The order of a list
 * never matters, be it of names or of whole filters.
 */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).sort().join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const parts = Object.entries(value)
    .filter(([, part]) => part !== undefined)
    .map(([name, part]) => `${JSON.stringify(name)}:${canonical(part)}`);
  return `{${parts.sort().join()}}`;
}

/** A cursor that cannot be used, and why. */
export const cursorInvalid = (argument: 'after' | 'before', why: string): ProblemError =>
  new ProblemError('CURSOR_INVALID', { argument, why }, { argument });

/**
 * Cursors are base64url of checksum, version, fingerprint of the list and key of the item, a line each. They
 * name the item and not its position, so they hold while the data does.
 */
export function cursors(datasetVersion: string, identity: Identity): Cursors {
  const version = datasetVersion.slice(0, VERSION_DIGITS);
  let fingerprint: string | undefined;
  // Made when the first cursor is, for many a page is read without one.
  const list = (): string => {
    fingerprint ??= checksum(canonical(identity));
    return fingerprint;
  };
  return {
    encode(key) {
      const content = `${version}\n${list()}\n${key}`;
      return Buffer.from(`${checksum(content)}\n${content}`).toString('base64url');
    },
    decode(argument, cursor) {
      const decoded = Buffer.from(cursor, 'base64url');
      const [check, ...lines] = decoded.toString('utf8').split('\n');
      const isWhole =
        decoded.toString('base64url') === cursor && checksum(lines.join('\n')) === check;
      const [madeFor, madeIn, key] = lines;
      if (!isWhole || key === undefined) {
        throw cursorInvalid(argument, 'it is damaged');
      }
      if (madeFor !== version) {
        throw cursorInvalid(argument, 'it was made for another version of the data');
      }
      if (madeIn !== list()) {
        throw cursorInvalid(
          argument,
          'it belongs to another list, or to one with another filter, order or date',
        );
      }
      return key;
    },
  };
}
