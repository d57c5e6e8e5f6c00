import { earliest, latest } from '../../util/date-bounds.ts';
import { isBefore } from '../../util/iso-date.ts';
import type { Flags } from '../algorithms/flags.ts';
import type { TimeIndex } from './time-index.ts';

/** What is there at a date: the entities, and the statements that hold. `null` lets all pass. */
export interface Moment {
  readonly nodes: Flags;
  readonly statements: Flags;
}

/** Without a date: everything, whenever it holds. */
export const ALWAYS: Moment = Object.freeze({ nodes: null, statements: null });

interface Ends {
  readonly subject: Uint32Array;
  readonly object: Uint32Array;
}

/**
 * What the sources show as of a date (ISO 8601, any precision). An entity or statement is there when it has begun for
 * sure by the end of the date, and has not ended before the date begins; what bears no date always is. What a source
 * shows at one moment (`at`) stands from then on, until a source shows another in its place where one holds at a
 * time: an as-of join, in the words of databases.
 */
export function momentOf(index: TimeIndex, { subject, object }: Ends, date: string): Moment {
  const [first, last] = [earliest(date), latest(date)];
  const within = (from: Float64Array, to: Float64Array): Uint8Array =>
    Uint8Array.from(from, (start, number) => (start <= last && to[number]! >= first ? 1 : 0));
  const nodes = within(index.nodeFrom, index.nodeTo);
  const statements = within(index.statementFrom, index.statementTo);
  for (let number = 0; number < statements.length; number += 1) {
    // What has no object has a number that is no node's, and reads `undefined`.
    if (nodes[subject[number]!] === 0 || nodes[object[number]!] === 0) statements[number] = 0;
  }
  for (const group of index.groups) {
    const standing = group.filter(({ statement }) => statements[statement] === 1);
    for (const one of standing) {
      const isFollowed = standing.some(
        (other) => isBefore(one.start, other.start) && !(one.begins && one.value === other.value),
      );
      if (isFollowed && !one.ends) statements[one.statement] = 0;
    }
  }
  return { nodes, statements };
}
