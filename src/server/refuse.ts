import type { FastifyReply } from 'fastify';
import type { ProblemError } from '../errors/problem.ts';
import { LimitError } from '../graphql/limits/limits.ts';

const graphQLResponse = 'application/graphql-response+json';

/** Answers with a problem, in the shape of GraphQL's own errors, though GraphQL never saw the request. */
export function refuse(
  reply: FastifyReply,
  status: number,
  error: ProblemError,
  extensions?: object,
): FastifyReply {
  const { code, message, mend } = error.problem;
  const limit = error instanceof LimitError ? { limit: error.limit } : {};
  if (reply.request.headers.accept?.includes(graphQLResponse)) {
    void reply.type(`${graphQLResponse}; charset=utf-8`);
  }
  return reply
    .code(status)
    .serializer(JSON.stringify)
    .send({
      errors: [{ message, extensions: { code, mend, ...limit } }],
      ...(extensions && { extensions }),
    });
}
