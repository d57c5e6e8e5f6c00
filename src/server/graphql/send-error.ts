import type { GraphQLFormattedError } from 'graphql';
import { errorAnswer } from '../refuse.ts';
import { type Exchange, type Head, headOf } from './exchange.ts';

export interface SentError {
  readonly status: number;
  readonly error: GraphQLFormattedError;
  /** What the answer says of itself beside the error. */
  readonly extensions?: object;
}

/** Answers with an error, and with what else its head says. */
export function sendError(
  exchange: Exchange,
  { status, error, extensions }: SentError,
  about: Head,
): void {
  const { headers, body } = errorAnswer(exchange.request.headers.accept, error, extensions);
  exchange.send(status, [...about, ...headOf(headers)], Buffer.from(body));
}
