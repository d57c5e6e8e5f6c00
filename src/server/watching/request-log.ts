import pino from 'pino';
import { heldLines, logLines } from '../log-lines.ts';
import type { Answered } from './metrics.ts';
import type { Learnt } from './request-watch.ts';

/** Which requests have a line in the log. */
export const requestLogs = ['all', 'failures', 'off'] as const;
export type RequestsLogged = (typeof requestLogs)[number];

/** A request that has ended, as the log tells of it. */
export interface LoggedRequest extends Answered, Learnt {
  readonly requestId: string;
  readonly method: string;
  /** Its address without what is asked, which may be private. */
  readonly path: string;
  /** Who asked, without what tells one person from the neighbors. */
  readonly network: string;
  readonly bytes: number | undefined;
}

export interface RequestLog {
  /** Whether a request that ended with this status has a line; one that has none need not be described. */
  readonly tells: (status: number) => boolean;
  readonly ended: (request: LoggedRequest) => void;
  /** Writes what is held back. */
  readonly close: () => void;
}

/** How many characters of lines are held back, and for how many milliseconds, so that not every request waits for the disk. */
const HELD = 2_048;
const HELD_TIME = 1_000;

export interface RequestLogOptions {
  readonly logged: RequestsLogged;
  readonly level: string;
  /** The file to which lines go. */
  readonly fd?: number;
}

/** A line of JSON for each request that has ended. */
export function createRequestLog({ logged, level, fd = 2 }: RequestLogOptions): RequestLog {
  const nothing = (): void => undefined;
  const least = pino.levels.values[level] ?? Number.POSITIVE_INFINITY;
  if (logged === 'off' || least > pino.levels.values.warn!)
    return { tells: () => false, ended: nothing, close: nothing };
  const lines = heldLines(logLines(fd), HELD, HELD_TIME);
  const { warn, info } = pino.levels.values;
  const tells = (status: number): boolean => status >= 500 || (logged === 'all' && least <= info!);
  return {
    tells,
    ended({ seconds, ...request }) {
      if (!tells(request.status)) return;
      const failed = request.status >= 500;
      // As pino would write it, which takes about twice as long.
      const line = {
        level: failed ? warn : info,
        time: new Date().toISOString(),
        ...request,
        ms: Math.round(seconds * 10_000) / 10,
        msg: 'answered',
      };
      lines.write(`${JSON.stringify(line)}\n`);
      // What went wrong may be the last that is heard of the process.
      if (failed) lines.flush();
    },
    close: lines.close,
  };
}
