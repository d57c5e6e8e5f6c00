import { type OutgoingHttpHeaders, type ServerResponse, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyReply } from 'fastify';
import type { GraphQLFormattedError } from 'graphql';
import { ProblemError } from '../errors/problem.ts';
import { formatProblem } from '../graphql/errors.ts';
import { strictHeaders } from './site/security.ts';

/** When whoever was refused because too much is asked may ask again, in seconds. */
export const RETRY_AFTER = '2';

const graphQLResponse = 'application/graphql-response+json';

/** Answers with a problem, in the shape of GraphQL's own errors, though GraphQL never saw the request. */
export const refuse = (
  reply: FastifyReply,
  status: number,
  error: ProblemError,
  extensions?: object,
): FastifyReply => answerError(reply, status, formatProblem(error), extensions);

export function answerError(
  reply: FastifyReply,
  status: number,
  error: GraphQLFormattedError,
  extensions?: object,
): FastifyReply {
  const { headers, body } = errorAnswer(reply.request.headers.accept, error, extensions);
  if (!reply.hasHeader('vary')) void reply.header('vary', 'Accept');
  return reply.code(status).headers(headers).send(body);
}

/** An error as an answer, for whoever sends this `Accept`. */
export function errorAnswer(
  accept: string | undefined,
  error: GraphQLFormattedError,
  extensions?: object,
): { readonly headers: Readonly<Record<string, string>>; readonly body: string } {
  const type = accept?.includes(graphQLResponse) ? graphQLResponse : 'application/json';
  const isBusy = error.extensions?.code === 'SERVER_BUSY';
  return {
    headers: {
      // It may pass; without a word caches may keep even one that says that nothing is there.
      'cache-control': 'no-store',
      'content-type': `${type}; charset=utf-8`,
      ...(isBusy && { 'retry-after': RETRY_AFTER }),
    },
    body: JSON.stringify({ errors: [error], ...(extensions && { extensions }) }),
  };
}

const unreadable: Readonly<Record<string, readonly [status: number, why: string]>> = {
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'it did not come in time'],
  HPE_HEADER_OVERFLOW: [431, 'its address and headers are too long'],
};

/** An answer in the same shape where there is no reply yet; the connection ends with it. */
function bareRefusal(why: string): {
  readonly headers: OutgoingHttpHeaders;
  readonly body: string;
} {
  const body = JSON.stringify({
    errors: [formatProblem(new ProblemError('REQUEST_INVALID', { why }))],
  });
  const headers = {
    connection: 'close',
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    ...strictHeaders,
  };
  return { headers, body };
}

/** Refuses what the server does not even give to an application. */
export function refuseBare(response: ServerResponse, status: number, why: string): void {
  const { headers, body } = bareRefusal(why);
  response.writeHead(status, headers).end(body);
}

/** Answers what Node could not read as HTTP, in the same shape, and ends the connection. */
export function refuseUnreadable(error: Error & { readonly code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  const [status, why] = unreadable[error.code ?? ''] ?? [400, 'it is not HTTP'];
  if (socket.writable) {
    const { headers, body } = bareRefusal(why);
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
    const head = [`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...lines].join('\r\n');
    socket.write(`${head}\r\n\r\n${body}`);
  }
  socket.destroy(error);
}
