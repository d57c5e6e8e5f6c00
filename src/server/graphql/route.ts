import { type ApolloServer, HeaderMap } from '@apollo/server';
import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import { ProblemError } from '../../errors/problem.ts';
import { createContext } from '../../graphql/context.ts';
import { languagesMissed, readLanguage } from '../../graphql/language.ts';
import { createDocumentMeasure } from '../../graphql/limits/document.ts';
import { type Allowed, checkLimits } from '../../graphql/limits/limits.ts';
import { measureVariables } from '../../graphql/limits/variables.ts';
import type { Operations } from '../../graphql/operations.ts';
import { createTurns } from '../../graphql/turns.ts';
import type { GraphStore } from '../../store/port.ts';
import { refuse } from '../refuse.ts';
import { documentOf } from './documents.ts';
import { extensionsOf, type HttpContext } from './limited.ts';
import { bodyWith, fromBody, fromSearch, searchWith } from './parameters.ts';

export interface GraphQLRouteOptions {
  readonly apollo: ApolloServer<HttpContext>;
  readonly store: GraphStore;
  readonly operations: Operations;
  readonly trustedDocumentsOnly: boolean;
  readonly limits: Allowed;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** How many bytes of JSON it came with. */
    bodyLength: number;
  }
}

/** `/graphql`: finds the document, measures it, and only then lets it be parsed, checked and executed. */
export const graphqlRoute: FastifyPluginAsync<GraphQLRouteOptions> = async (
  fastify,
  { apollo, store, operations, trustedDocumentsOnly, limits },
) => {
  const measure = createDocumentMeasure(limits);

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
      void reply.headers({ 'content-language': language, vary: 'Accept, Accept-Language' });
      const facts = {
        language,
        languagesMissed: languagesMissed(accepted),
        used: {} as HttpContext['used'],
      };
      const search = searchOf(request);
      let { body } = request;
      let query = search;
      try {
        if (request.method === 'POST') facts.used.body = request.bodyLength;
        const asked = request.method === 'GET' ? fromSearch(search) : fromBody(body);
        const document = documentOf(asked, operations, trustedDocumentsOnly);
        const variables = measureVariables(asked.variables);
        Object.assign(facts.used, variables);
        if (document !== undefined) {
          if (request.method === 'GET') query = searchWith(search, document);
          else body = bodyWith(body, document);
          const { nesting = 0, ...rest } = measure(document);
          Object.assign(facts.used, rest, { nesting: Math.max(nesting, variables.nesting) });
        }
        checkLimits(facts.used, limits);
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error;
        const status = error.problem.code === 'DOCUMENT_NOT_TRUSTED' ? 403 : 400;
        return refuse(reply, status, error, extensionsOf(facts, limits));
      }

      const turns = createTurns({ time: limits.time });
      // When the answer is sent, or when the client leaves before that.
      reply.raw.once('close', turns.end);
      const answered = turns.begin().then(() =>
        apollo.executeHTTPGraphQLRequest({
          httpGraphQLRequest: {
            method: request.method,
            headers: headersOf(request),
            body,
            search: query,
          },
          context: async () => ({
            ...createContext({ store, language, turns }),
            ...facts,
          }),
        }),
      );
      const answer = await Promise.race([answered, turns.over]);
      if (answer instanceof ProblemError) {
        return refuse(reply, 400, answer, extensionsOf(facts, limits));
      }
      if (answer.body.kind !== 'complete') throw new Error('An answer came in parts.');
      for (const [name, value] of answer.headers) void reply.header(name, value);
      // How long it took goes into a header, so that the same request has the same answer.
      void reply.header('server-timing', `answer;dur=${reply.elapsedTime.toFixed(1)}`);
      return reply.code(answer.status ?? 200).send(answer.body.string);
    },
  });
};

const searchOf = ({ url }: FastifyRequest): string => {
  const start = url.indexOf('?');
  return start === -1 ? '' : url.slice(start);
};

function headersOf({ headers }: FastifyRequest): HeaderMap {
  const map = new HeaderMap();
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) map.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return map;
}
