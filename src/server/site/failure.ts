import type { FastifyBaseLogger, FastifyReply } from 'fastify';
import { ProblemError } from '../../errors/problem.ts';
import { createErrorFormatter } from '../../graphql/errors.ts';
import { AnswerError } from '../ask.ts';
import { RETRY_AFTER } from '../refuse.ts';
import { EntityUnknownError } from './piece-request.ts';

/** What went wrong, as those may read it who asked. */
export interface Failure {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly mend: string | undefined;
}

/** The statuses of codes for which it matters whether to ask again; all other problems are of the request. */
const statuses: Readonly<Record<string, number>> = {
  ANALYTICS_UNAVAILABLE: 503,
  INTERNAL: 500,
  NOT_FOUND: 404,
  PICTURE_UNAVAILABLE: 503,
  SERVER_BUSY: 503,
  SITE_NOT_BUILT: 503,
  TIME_EXCEEDED: 503,
};

export const statusOf = (code: string): number => statuses[code] ?? 400;

/** Tells a client when to ask again, where it was refused because too much is asked. */
export function tellWhen(reply: FastifyReply, { code }: Failure): void {
  if (code === 'SERVER_BUSY') void reply.header('retry-after', RETRY_AFTER);
}

/** The failure that an error stands for; one that nobody expected is logged, and told by its id alone. */
export function failureOf(error: unknown, log: FastifyBaseLogger): Failure {
  if (error instanceof AnswerError) {
    const { code, message, mend } = error;
    return { status: statusOf(code), code, message, mend };
  }
  if (error instanceof ProblemError) {
    const { code, message, mend } = error.problem;
    const status = error instanceof EntityUnknownError ? 404 : statusOf(code);
    return { status, code, message, mend };
  }
  const { message, extensions } = createErrorFormatter(log)({ message: '' }, error);
  const { code, mend } = extensions as { code: string; mend: string };
  return { status: statuses[code] ?? 500, code, message, mend };
}
