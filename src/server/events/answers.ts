import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { ProblemError } from '../../errors/problem.ts';
import { formatProblem } from '../../graphql/errors.ts';
import { answerHeaders } from '../site/security.ts';

/** When whoever is refused may come again, in seconds. */
const LATER = '30';

/** Streams stand outside of the application of an edition, so that they say themselves what its answers say. */
const common: OutgoingHttpHeaders = { ...answerHeaders, 'cache-control': 'no-store' };

export const streamHeaders: OutgoingHttpHeaders = {
  ...common,
  'content-type': 'text/event-stream; charset=utf-8',
  // Proxies that gather answers would keep events from whoever waits for them.
  'x-accel-buffering': 'no',
};

const full = {
  status: 503,
  headers: { 'retry-after': LATER },
  code: 'STREAM_UNAVAILABLE',
  why: 'too many others follow',
} as const;
const refusals = {
  full,
  stopping: { ...full, why: 'the server stops' },
  method: {
    status: 405,
    headers: { allow: 'GET' },
    code: 'REQUEST_INVALID',
    why: '/events takes GET',
  },
} as const;

/** Refuses a stream in the shape of GraphQL's errors, like everything that is refused. */
export function refuseStream(response: ServerResponse, reason: keyof typeof refusals): void {
  const { status, headers, code, why } = refusals[reason];
  const body = JSON.stringify({ errors: [formatProblem(new ProblemError(code, { why }))] });
  const all: OutgoingHttpHeaders = {
    ...common,
    ...headers,
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
  };
  response.writeHead(status, all).end(body);
}
