import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyReply } from 'fastify';
import type { GraphQLFormattedError } from 'graphql';
import { ProblemError } from '../errors/problem.ts';
import { formatProblem } from '../graphql/errors.ts';

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
  const type = reply.request.headers.accept?.includes(graphQLResponse)
    ? graphQLResponse
    : 'application/json';
  if (!reply.hasHeader('vary')) void reply.header('vary', 'Accept');
  // It may pass; without a word caches may keep even one that says that nothing is there.
  void reply.header('cache-control', 'no-store');
  return reply
    .code(status)
    .type(`${type}; charset=utf-8`)
    .send(JSON.stringify({ errors: [error], ...(extensions && { extensions }) }));
}

const unreadable: Readonly<Record<string, readonly [status: number, why: string]>> = {
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'it did not come in time'],
  HPE_HEADER_OVERFLOW: [431, 'its address and headers are too long'],
};

/** Answers what Node could not read as HTTP, in the same shape, and ends the connection. */
export function refuseUnreadable(error: Error & { readonly code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  const [status, why] = unreadable[error.code ?? ''] ?? [400, 'it is not HTTP'];
  const body = JSON.stringify({
    errors: [formatProblem(new ProblemError('REQUEST_INVALID', { why }))],
  });
  if (socket.writable) {
    const head = [
      `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
      'Connection: close',
      'Content-Type: application/json; charset=utf-8',
      `Content-Length: ${Buffer.byteLength(body)}`,
    ];
    socket.write(`${head.join('\r\n')}\r\n\r\n${body}`);
  }
  socket.destroy(error);
}
