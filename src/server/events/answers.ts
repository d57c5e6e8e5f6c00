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

interface StreamRefusal {
  readonly status: number;
  readonly headers?: OutgoingHttpHeaders | undefined;
  readonly problem: ProblemError;
}

const unavailable = (why: string): StreamRefusal => ({
  status: 503,
  headers: { 'retry-after': LATER },
  problem: new ProblemError('STREAM_UNAVAILABLE', { why }),
});
export const refusals = {
  full: unavailable('too many others follow'),
  stopping: unavailable('the server stops'),
  method: {
    status: 405,
    headers: { allow: 'GET' },
    problem: new ProblemError('REQUEST_INVALID', { why: '/events takes GET' }),
  },
} as const satisfies Record<string, StreamRefusal>;

/** Refuses a stream in the shape of GraphQL's errors, like everything that is refused. */
export function refuseStream(
  response: ServerResponse,
  { status, headers, problem }: StreamRefusal,
): void {
  const body = JSON.stringify({ errors: [formatProblem(problem)] });
  const all: OutgoingHttpHeaders = {
    ...common,
    ...headers,
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
  };
  response.writeHead(status, all).end(body);
}
