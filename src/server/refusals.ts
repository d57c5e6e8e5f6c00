import type { FastifyBaseLogger, FastifyInstance, FastifyRequest } from 'fastify';
import type { GraphQLFormattedError } from 'graphql';
import { ProblemError } from '../errors/problem.ts';
import { createErrorFormatter, formatProblem } from '../graphql/errors.ts';
import { LimitError } from '../graphql/limits/limits.ts';
import { answerError, refuse } from './refuse.ts';

/**
 * Lets a server refuse in the shape of GraphQL's errors what no route answers, and what Fastify finds fault with. Before any route is
 * added: a route keeps the handlers that were there when it was.
 * @param told what is told of an error that nobody expected
 */
export function refusals(
  fastify: FastifyInstance,
  bodyLimit: number,
  log: FastifyBaseLogger,
  told = (error: GraphQLFormattedError, _request: FastifyRequest): GraphQLFormattedError => error,
): void {
  const faultOf = createFaults(log, bodyLimit);

  fastify.setNotFoundHandler((request, reply) => {
    const path = pathOf(request.url);
    const methods = ['GET', 'POST'].filter((method) => fastify.hasRoute({ method, url: path }));
    // Where the method is right, a route found nothing: a file, say.
    if (
      methods.length > 0 &&
      !methods.includes(request.method === 'HEAD' ? 'GET' : request.method)
    ) {
      void reply.header('allow', methods.join(', '));
      refuse(reply, 405, invalid(`${path} takes ${methods.join(', ')}, not ${request.method}`));
      return;
    }
    refuse(reply, 404, new ProblemError('NOT_FOUND', { path }));
  });

  fastify.setErrorHandler((thrown: Thrown, request, reply) => {
    const { status, error } = faultOf(thrown, Number(request.headers['content-length']));
    answerError(reply, status, told(error, request));
  });
}

/** What is thrown where a request cannot be answered: of Fastify's errors the status says whose fault it is. */
interface Thrown {
  readonly statusCode?: number;
  readonly message: string;
}

/** With which status, and as which error, what was thrown is told. */
export type FaultOf = (
  thrown: Thrown,
  bodyLength?: number,
) => { readonly status: number; readonly error: GraphQLFormattedError };

export function createFaults(log: FastifyBaseLogger, bodyLimit: number): FaultOf {
  const formatError = createErrorFormatter(log);
  return (thrown, bodyLength) => {
    const { statusCode: status = 500, message } = thrown;
    if (status >= 500) return { status: 500, error: formatError({ message }, thrown) };
    const problem =
      status === 413
        ? new LimitError('body', bodyLimit, bodyLength || undefined)
        : invalid(message.replace(/\.$/, ''));
    return { status, error: formatProblem(problem) };
  };
}

const pathOf = (url: string): string => url.split('?', 1)[0]!.slice(0, 200);

const invalid = (why: string): ProblemError => new ProblemError('REQUEST_INVALID', { why });
