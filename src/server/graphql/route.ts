import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import { languagesMissed, readLanguage } from '../../graphql/language.ts';
import { refuse } from '../refuse.ts';
import type { AnswerGraphQL } from './answering.ts';

export interface GraphQLRouteOptions {
  readonly answer: AnswerGraphQL;
  /** The dataset version that is served. */
  readonly version: string;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** How many bytes of JSON it came with. */
    bodyLength: number;
  }
}

/** `/graphql`: what GraphQL over HTTP says of methods, bodies and headers. */
export const graphqlRoute: FastifyPluginAsync<GraphQLRouteOptions> = async (
  fastify,
  { answer, version },
) => {
  // A body that comes in chunks does not say how long it is, and one that is read could be too deep to be written again.
  fastify.decorateRequest('bodyLength', 0);
  const parse = fastify.getDefaultJsonParser('error', 'error');
  fastify.addContentTypeParser<string>(
    'application/json',
    { parseAs: 'string' },
    (request, text, done) => {
      request.bodyLength = Buffer.byteLength(text);
      parse(request, text, done);
    },
  );

  fastify.route({
    method: ['GET', 'POST'],
    url: '/graphql',
    handler: async (request, reply) => {
      const accepted = request.headers['accept-language'];
      const language = readLanguage(accepted);
      void reply.headers({
        'content-language': language,
        'dataset-version': version,
        vary: 'Accept, Accept-Language',
      });
      const given = await answer({
        method: request.method as 'GET' | 'POST',
        search: searchOf(request),
        body: request.body,
        bodyLength: request.bodyLength,
        headers: request.headers,
        language,
        languagesMissed: languagesMissed(accepted),
        onEnd: (listener) => reply.raw.once('close', listener),
        watch: request.watch,
      });
      if ('problem' in given) {
        return refuse(reply, given.status, given.problem, given.extensions);
      }
      for (const [name, value] of given.headers) void reply.header(name, value);
      // How long it took goes into a header, so that the same request has the same answer.
      void reply.header('server-timing', `answer;dur=${reply.elapsedTime.toFixed(1)}`);
      return reply.code(given.status).send(given.body);
    },
  });
};

const searchOf = ({ url }: FastifyRequest): string => {
  const start = url.indexOf('?');
  return start === -1 ? '' : url.slice(start);
};
