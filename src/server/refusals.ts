import type { FastifyBaseLogger, FastifyInstance, FastifyRequest } from 'fastify';
import type { GraphQLFormattedError } from 'graphql';
import { ProblemError } from '../errors/problem.ts';
import { createErrorFormatter } from '../graphql/errors.ts';
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
  const formatError = createErrorFormatter(log);

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

  fastify.setErrorHandler((error: { statusCode?: number; message: string }, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) {
      answerError(reply, 500, told(formatError({ message: error.message }, error), request));
      return;
    }
    if (status === 413) {
      const amount = Number(request.headers['content-length']);
      refuse(reply, 413, new LimitError('body', bodyLimit, amount || undefined));
      return;
    }
    refuse(reply, status, invalid(error.message.replace(/\.$/, '')));
  });
}

const pathOf = (url: string): string => url.split('?', 1)[0]!.slice(0, 200);

const invalid = (why: string): ProblemError => new ProblemError('REQUEST_INVALID', { why });
