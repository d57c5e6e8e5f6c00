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
  const type = reply.request.headers.accept?.includes(graphQLResponse)
    ? graphQLResponse
    : 'application/json';
  const answer = {
    errors: [{ message, extensions: { code, mend, ...limit } }],
    ...(extensions && { extensions }),
  };
  return reply.code(status).type(`${type}; charset=utf-8`).send(JSON.stringify(answer));
}
