import type { Numbering } from '../numbering.ts';

/** Which numbers pass a filter: 1 at those that do. `null` lets all pass. */
export type Flags = Uint8Array | null;

/** The flags of the names that pass when only `allowed` (all, when absent) without `avoided` may. */
export function flags(
  numbering: Numbering,
  allowed: readonly string[] | undefined,
  avoided: readonly string[] = [],
): Flags {
  if (allowed === undefined && avoided.length === 0) return null;
  const passing = new Uint8Array(numbering.size).fill(allowed === undefined ? 1 : 0);
  const put = (names: readonly string[], flag: 0 | 1): void => {
    for (const name of names) {
      const number = numbering.number(name);
      if (number !== undefined) passing[number] = flag;
    }
  };
  put(allowed ?? [], 1);
  put(avoided, 0);
  return passing;
}

/** Which edges may be followed: by their properties, and one by one where a date leaves only some. */
export interface EdgeFlags {
  readonly properties: Flags;
  readonly statements: Flags;
}

export const passes = (flags: Flags, number: number): boolean =>
  flags === null || flags[number] === 1;
