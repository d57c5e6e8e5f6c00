import { earliest, latest } from '../../util/date-bounds.ts';
import { lazy } from '../../util/lazy.ts';
import type { Flags } from '../algorithms/flags.ts';
import { NO_OBJECT } from '../columns.ts';
import type { Successor, TimeIndex } from './time-index.ts';

/** What is there at a date: the entities, and the statements that hold. `null` lets all pass. */
export interface Moment {
  readonly nodes: Flags;
  readonly statements: Flags;
  /** The numbers of the statements that hold, ascending, made when first asked for; `null` for all. */
  holding(): Uint32Array | null;
}

/** Without a date: everything, whenever it holds. */
export const ALWAYS: Moment = Object.freeze({
  nodes: null,
  statements: null,
  holding: () => null,
});

interface Ends {
  readonly subject: Uint32Array;
  readonly object: Uint32Array;
}

/**
 * What the sources show as of a date (ISO 8601, any precision). An entity or statement is there when it has begun for
 * sure by the end of the date, and has not ended before the date begins; what bears no date always is. Nor is a statement
 * there before its ends are, and the entities that its qualifiers name (the occasion, say). What a source shows at one
 * moment (`at`) stands from then on, until a source shows another in its place where one holds at a time: an as-of join,
 * in the words of databases. Another that has ended since has taken its place all the same; and what is also shown at a
 * finer date stands for that alone.
 */
export function momentOf(index: TimeIndex, { subject, object }: Ends, date: string): Moment {
  const { nodeFrom, nodeTo, statementFrom, statementTo } = index;
  const [first, last] = [earliest(date), latest(date)];
  const nodes = new Uint8Array(nodeFrom.length);
  for (let node = 0; node < nodes.length; node += 1) {
    if (nodeFrom[node]! <= last && nodeTo[node]! >= first) nodes[node] = 1;
  }
  const begun = new Uint8Array(statementFrom.length);
  const statements = new Uint8Array(statementFrom.length);
  for (let number = 0; number < statements.length; number += 1) {
    const one = subject[number]!;
    const value = object[number]!;
    // A literal is there whenever its subject is.
    const other = value === NO_OBJECT ? one : value;
    if (statementFrom[number]! > last || nodeFrom[one]! > last || nodeFrom[other]! > last) continue;
    begun[number] = 1;
    if (statementTo[number]! >= first && nodes[one] !== 0 && nodes[other] !== 0) {
      statements[number] = 1;
    }
  }
  for (const group of index.groups) removeReplaced(group, begun, statements);
  return {
    nodes,
    statements,
    holding: lazy(() => numbersOf(statements)),
  };
}

/** Takes out of the flags those of a group in whose place a source shows another. */
function removeReplaced(group: readonly Successor[], begun: Uint8Array, flags: Uint8Array): void {
  // The last that was shown, and the last of those with another value than that one.
  let newest = { value: '', shown: Number.NEGATIVE_INFINITY };
  let second = newest;
  for (const { statement, value, first, replaces } of group) {
    if (begun[statement] === 0 || !replaces) continue;
    if (first > newest.shown) {
      if (value !== newest.value) second = newest;
      newest = { value, shown: first };
    } else if (value !== newest.value && first > second.shown) second = { value, shown: first };
  }
  for (const { statement, value, last, begins, ends, finer } of group) {
    // What has begun goes on while the same is seen; what was only seen is no longer the latest news.
    const next = begins && value === newest.value ? second : newest;
    const isReplaced = !ends && next.shown > last;
    if (isReplaced || finer.some((one) => begun[one] === 1)) flags[statement] = 0;
  }
}

function numbersOf(flags: Uint8Array): Uint32Array {
  const numbers = new Uint32Array(flags.reduce((count, flag) => count + flag, 0));
  let length = 0;
  for (let number = 0; number < flags.length; number += 1) {
    if (flags[number] === 0) continue;
    numbers[length] = number;
    length += 1;
  }
  return numbers;
}
