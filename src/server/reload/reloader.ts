import { explain } from '../../data/explain.ts';
import { type Problem, ProblemError, problem } from '../../errors/problem.ts';
import type { Checked, CheckedData } from './checked.ts';

/** What asked for a reload. */
export type ReloadReason = 'watched' | 'signal' | 'asked';

/** What came of a reload. Whatever it is but `reloaded`, the data from before is served on. */
export interface ReloadOutcome {
  readonly outcome:
    | 'reloaded'
    /** The data says what it said before. */
    | 'unchanged'
    /** Something is wrong with the data. */
    | 'refused'
    /** Something else went wrong. */
    | 'failed';
  readonly reason: ReloadReason;
  /** When it ended. */
  readonly at: Date;
  readonly milliseconds: number;
  /** The dataset version that is served now. */
  readonly version: string;
  readonly problems: readonly Problem[];
  /** How many more problems there are. */
  readonly leftOut: number;
}

export interface ReloaderParts {
  /** Reads and checks the data beside what is served. */
  readonly check: () => Promise<Checked>;
  /** Puts the data in the place of what is served, in one step. */
  readonly exchange: (data: CheckedData) => Promise<void>;
  /** The dataset version that is served. */
  readonly version: () => string;
  /** Is told the end of each reload: for the log, health, metrics. */
  readonly onEnd: (outcome: ReloadOutcome) => void;
}

export interface Reloader {
  /**
   * Reloads the data; never rejects. One reload goes on at a time: whoever asks meanwhile gets the outcome of one more, which
   * begins when the present one has ended, for that one may have read the data before it changed.
   */
  readonly reload: (reason: ReloadReason) => Promise<ReloadOutcome>;
}

export function createReloader(parts: ReloaderParts): Reloader {
  let present: Promise<ReloadOutcome> | undefined;
  let next: Promise<ReloadOutcome> | undefined;

  const begin = (reason: ReloadReason): Promise<ReloadOutcome> => {
    present = reloadOnce(parts, reason).finally(() => {
      present = undefined;
    });
    return present;
  };

  return {
    reload(reason) {
      if (next !== undefined) return next;
      if (present === undefined) return begin(reason);
      next = present.then(() => {
        next = undefined;
        return begin(reason);
      });
      return next;
    },
  };
}

async function reloadOnce(
  { check, exchange, version, onEnd }: ReloaderParts,
  reason: ReloadReason,
): Promise<ReloadOutcome> {
  const began = performance.now();
  const end = (
    outcome: ReloadOutcome['outcome'],
    problems: readonly Problem[] = [],
    leftOut = 0,
  ): ReloadOutcome => {
    const milliseconds = Math.round(performance.now() - began);
    const at = new Date();
    const ended = { outcome, reason, at, milliseconds, version: version(), problems, leftOut };
    onEnd(ended);
    return ended;
  };
  try {
    const checked = await check();
    if (!checked.ok) return end('refused', checked.problems, checked.leftOut);
    if (checked.version === version()) return end('unchanged', checked.warnings);
    await exchange(checked);
    return end('reloaded', checked.warnings);
  } catch (error) {
    const told =
      error instanceof ProblemError
        ? error.problem
        : problem('RELOAD_FAILED', { why: explain(error) });
    return end('failed', [told]);
  }
}
