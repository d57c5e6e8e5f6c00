import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import cors from '@fastify/cors';
import Fastify, { type FastifyBaseLogger } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { ProblemError } from '../errors/problem.ts';
import { createErrorFormatter } from '../graphql/errors.ts';
import { LimitError } from '../graphql/limits/limits.ts';
import type { Operations } from '../graphql/operations.ts';
import type { GraphStore } from '../store/port.ts';
import { type AnswersWatch, createAnswers } from './answers/answers.ts';
import { createAskWithin } from './ask.ts';
import type { Configuration } from './configuration.ts';
import type { Edition } from './front.ts';
import { grafanaRoutes } from './grafana/routes.ts';
import { createAnswering } from './graphql/answering.ts';
import { type HttpContext, limited } from './graphql/limited.ts';
import { graphqlRoute } from './graphql/route.ts';
import { statuses } from './graphql/statuses.ts';
import { healthRoutes, type Phase } from './health.ts';
import { operationRoutes } from './operation-routes.ts';
import { packagePath } from './package.ts';
import type { PictureThreadOptions } from './pictures/thread.ts';
import { answerError, refuse } from './refuse.ts';
import { siteRoutes } from './site/routes.ts';
import { answerHeaders } from './site/security.ts';

export interface ApplicationParts {
  readonly schema: GraphQLSchema;
  readonly store: GraphStore;
  readonly operations: Operations;
  readonly configuration: Pick<
    Configuration,
    | 'limits'
    | 'trustedDocumentsOnly'
    | 'publicUrl'
    | 'frameAncestors'
    | 'answerCache'
    | 'cacheMaxAge'
  >;
  readonly log: FastifyBaseLogger;
  /** Where the server is in its life; decides what the health routes answer. */
  readonly phase: () => Phase;
  /** Where the pages for browsers lie; where the build puts them when absent. */
  readonly siteFolder?: string;
  readonly pictures?: PictureThreadOptions;
  /** Told of answers that are kept, shared and made. */
  readonly watchAnswers?: AnswersWatch;
}

/** How long the id of an entity may be in an address. */
const LONGEST_ID = 300;
/** How long browsers need not ask again whether pages of other sites may ask, in seconds. */
const PREFLIGHT_AGE = 86_400;
/** How many mistakes of a document are told at once. */
const VALIDATION_ERRORS = 8;

/** The HTTP application over one version of the data: an edition, for a front that listens. */
export async function createApplication(parts: ApplicationParts): Promise<Edition> {
  const { schema, store, operations, log } = parts;
  const { version } = store.meta();
  const { configuration, pictures } = parts;
  const { limits, trustedDocumentsOnly } = configuration;
  const formatError = createErrorFormatter(log);
  const fastify = Fastify({
    loggerInstance: log,
    bodyLimit: limits.body,
    routerOptions: { maxParamLength: LONGEST_ID },
    // What the router cannot read never reaches the error handler.
    frameworkErrors: (error, _request, reply) => {
      refuse(reply, error.statusCode ?? 400, invalid('the address is malformed'));
    },
  });

  // Before any route is added: a route keeps the handlers that were there when it was.
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
      answerError(reply, 500, formatError({ message: error.message }, error));
      return;
    }
    if (status === 413) {
      const amount = Number(request.headers['content-length']);
      refuse(reply, 413, new LimitError('body', limits.body, amount || undefined));
      return;
    }
    refuse(reply, status, invalid(error.message.replace(/\.$/, '')));
  });

  // While the server drains, a connection ends with its answer, so that nothing waits for the next question.
  fastify.addHook('onSend', (_request, reply, _payload, done) => {
    if (parts.phase() === 'draining') void reply.header('connection', 'close');
    done();
  });

  // The API is read-only and public: any page may ask it, without cookies. Whether one may is asked by OPTIONS; what every answer
  // says of it is always the same.
  await fastify.register(async (preflight) => {
    await preflight.register(cors, {
      origin: '*',
      methods: ['GET', 'POST'],
      maxAge: PREFLIGHT_AGE,
    });
  });
  fastify.addHook('onRequest', (_request, reply, done) => {
    void reply.headers(answerHeaders);
    done();
  });

  const apollo = new ApolloServer<HttpContext>({
    schema,
    introspection: true,
    // A GET shows by one of these headers that no form of another site sent it.
    csrfPrevention: true,
    validationOptions: { maxErrors: VALIDATION_ERRORS },
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    formatError,
    logger: log,
    plugins: [
      limited(limits),
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

  const answer = createAnswering({ apollo, store, operations, limits, trustedDocumentsOnly });
  const answers = createAnswers({
    answer,
    capacity: configuration.answerCache,
    time: limits.time,
    watch: parts.watchAnswers,
  });
  await fastify.register(graphqlRoute, { answers, version, maxAge: configuration.cacheMaxAge });
  await fastify.register(operationRoutes, { operations, version });
  await fastify.register(healthRoutes, { phase: parts.phase, version });
  const ask = createAskWithin({ schema, store, operations, log, time: limits.time });
  const { siteFolder: folder = packagePath('dist/site') } = parts;
  await fastify.register(grafanaRoutes, { ask, publicUrl: configuration.publicUrl });
  await fastify.register(siteRoutes, { folder, store, ask, configuration, pictures });

  await fastify.ready();
  return {
    version,
    handle: fastify.routing,
    forget: answers.forget,
    close: () => fastify.close(),
  };
}

const pathOf = (url: string): string => url.split('?', 1)[0]!.slice(0, 200);

const invalid = (why: string): ProblemError => new ProblemError('REQUEST_INVALID', { why });
