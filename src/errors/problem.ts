import { fill, type Parameters } from '../util/fill.ts';
import { type Code, registry } from './registry.ts';

/** Where a problem is. Line and column count from 1. */
export interface Where {
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  readonly argument?: string;
}

/** One thing that is wrong: its code, what, where, and how to mend it. */
export interface Problem {
  readonly code: Code;
  readonly message: string;
  readonly mend: string;
  readonly where: Where;
}

export type { Parameters };

/** Makes a problem from the registry. `suggestion`, where there is one, is put before the way to mend it. */
export function problem(
  code: Code,
  parameters: Parameters = {},
  where: Where = {},
  suggestion?: string,
): Problem {
  const entry = registry[code];
  const mend = fill(entry.mend, parameters);
  return {
    code,
    message: fill(entry.message, parameters),
    mend: suggestion === undefined ? mend : `Did you mean ${suggestion}? ${mend}`,
    where,
  };
}

/** An error that carries a problem of the registry and may be shown to whoever caused it. */
export class ProblemError extends Error {
  readonly problem: Problem;
  constructor(...parameters: globalThis.Parameters<typeof problem>) {
    const made = problem(...parameters);
    super(made.message);
    this.name = 'ProblemError';
    this.problem = made;
  }

  /** Carries a problem that was made elsewhere, such as in another process. */
  static of(made: Problem): ProblemError {
    return Object.assign(new ProblemError(made.code), { problem: made, message: made.message });
  }
}
