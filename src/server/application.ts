import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import cors from '@fastify/cors';
import helmet from '@fastify/helmet';
import Fastify, { type FastifyBaseLogger, type FastifyInstance, type FastifyReply } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { problem } from '../errors/problem.ts';
import { createContext, type RequestContext } from '../graphql/context.ts';
import { createErrorFormatter } from '../graphql/errors.ts';
import { readLanguage } from '../graphql/language.ts';
import type { GraphStore } from '../store/port.ts';
import { healthRoutes, type Phase } from './health.ts';
import { startPageRoutes } from './start-page/routes.ts';
import { statuses } from './statuses.ts';

export interface ApplicationParts {
  readonly schema: GraphQLSchema;
  readonly store: GraphStore;
  readonly log: FastifyBaseLogger;
  /** Where the server is in its life; decides what the health routes answer. */
  readonly phase: () => Phase;
}

/** Longest body of a request, in bytes. */
const BODY_LIMIT = 256 * 1024;
/** How long a client may take to send its headers, and its whole request, in milliseconds. */
const HEADERS_TIMEOUT = 10_000;
const REQUEST_TIMEOUT = 20_000;
/** Longest query, in lexical tokens: the parser recurses, so that a longer one might reach the end of its stack. */
const QUERY_TOKENS = 1_500;

/** The HTTP application, ready to be told to listen. `close()` ends it once its answers are sent. */
export async function createApplication(parts: ApplicationParts): Promise<FastifyInstance> {
  const { schema, store, log } = parts;
  const fastify = Fastify({
    loggerInstance: log,
    bodyLimit: BODY_LIMIT,
    requestTimeout: REQUEST_TIMEOUT,
    // Node closes a connection that never finishes its request only if it looks often enough.
    http: { headersTimeout: HEADERS_TIMEOUT, connectionsCheckingInterval: 5_000 },
    // On close, idle keep-alive connections end at once; busy ones finish their answer first.
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    // What the router cannot read never reaches the error handler.
    frameworkErrors: (error, _request, reply) => {
      refuse(reply, error.statusCode ?? 400, 'the address is malformed');
    },
  });

  // Before any route is added: a route keeps the handlers that were there when it was.
  fastify.setNotFoundHandler((request, reply) => {
    const path = pathOf(request.url);
    const methods = ['GET', 'POST'].filter((method) => fastify.hasRoute({ method, url: path }));
    if (methods.length > 0) {
      void reply.header('allow', methods.join(', '));
      refuse(reply, 405, `${path} takes ${methods.join(', ')}, not ${request.method}`);
      return;
    }
    void reply.code(404).send({ errors: [asGraphQL(problem('NOT_FOUND', { path }))] });
  });
  fastify.setErrorHandler((error: { statusCode?: number; message: string }, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) {
      request.log.error({ err: error }, 'request failed');
      void reply
        .code(500)
        .send({ errors: [asGraphQL(problem('INTERNAL', { id: String(request.id) }))] });
      return;
    }
    refuse(reply, status, error.message.replace(/\.$/, ''));
  });

  // While the server drains, a connection ends with its answer, so that nothing waits for the next question.
  fastify.addHook('onSend', async (_request, reply) => {
    if (parts.phase() === 'draining') void reply.header('connection', 'close');
  });

  // The API is read-only and public: any page may ask it, without cookies.
  await fastify.register(cors, { origin: '*', methods: ['GET', 'POST'] });
  await fastify.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'none'"],
        'connect-src': ["'self'"],
        'script-src': ["'self'"],
        'style-src': ["'self'"],
        'img-src': ["'self'", 'data:'],
        'base-uri': ["'none'"],
        'form-action': ["'none'"],
        'frame-ancestors': ["'none'"],
      },
    },
    // The server speaks plain HTTP; whoever puts TLS before it decides on this.
    strictTransportSecurity: false,
    crossOriginResourcePolicy: { policy: 'cross-origin' },
  });

  const apollo = new ApolloServer<RequestContext>({
    schema,
    introspection: true,
    parseOptions: { maxTokens: QUERY_TOKENS },
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    formatError: createErrorFormatter(log),
    logger: log,
    plugins: [
      statuses,
      // It would wrap every resolver; the answers carry no cache hints.
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
  });
  await apollo.start();
  fastify.addHook('onClose', async () => apollo.stop());

  fastify.route({
    method: ['GET', 'POST'],
    url: '/graphql',
    handler: fastifyApolloHandler(apollo, {
      context: async (request) =>
        createContext({
          store,
          language: readLanguage(request.headers['accept-language']),
          log: request.log,
        }),
    }),
  });
  await fastify.register(healthRoutes, { phase: parts.phase, version: store.meta().version });
  await fastify.register(startPageRoutes, { meta: store.meta() });

  return fastify;
}

const pathOf = (url: string): string => url.split('?', 1)[0]!.slice(0, 200);

const refuse = (reply: FastifyReply, status: number, why: string): void => {
  void reply.code(status).send({ errors: [asGraphQL(problem('REQUEST_INVALID', { why }))] });
};

/** Refusals outside GraphQL have the same shape as those within it. */
const asGraphQL = ({ code, message, mend }: ReturnType<typeof problem>) => ({
  message,
  extensions: { code, mend },
});
