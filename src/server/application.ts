import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import cors from '@fastify/cors';
import Fastify, { type FastifyBaseLogger, LogController } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { ProblemError } from '../errors/problem.ts';
import { createErrorFormatter } from '../graphql/errors.ts';
import { createKeptTexts } from '../graphql/execution/kept.ts';
import { createDocumentMeasure } from '../graphql/limits/document.ts';
import type { Operations } from '../graphql/operations.ts';
import type { GraphStore } from '../store/port.ts';
import type { Access } from './access/access.ts';
import { adminInPublic, adminRoutes } from './access/admin-routes.ts';
import type { Administration } from './access/administration.ts';
import { createAddressOf } from './access/client-address.ts';
import { createGuard } from './access/guard.ts';
import { guardRoutes } from './access/guarded-routes.ts';
import { trustIn } from './access/trust.ts';
import { createAnswers } from './answers/answers.ts';
import { createSendAnswer } from './answers/send.ts';
import { createAskWithin } from './ask.ts';
import type { Configuration } from './configuration.ts';
import type { Edition } from './front.ts';
import { grafanaRoutes } from './grafana/routes.ts';
import { createAnswering } from './graphql/answering.ts';
import { createDirect } from './graphql/direct.ts';
import { headOf } from './graphql/exchange.ts';
import { bindFailures, failures } from './graphql/failures.ts';
import { createKnownDocuments } from './graphql/known.ts';
import { type HttpContext, limited } from './graphql/limited.ts';
import { planned, writeAnswer } from './graphql/planned.ts';
import { createRespond } from './graphql/respond.ts';
import { createReadJson, graphqlRoute } from './graphql/route.ts';
import { statuses } from './graphql/statuses.ts';
import { healthRoutes, type Phase } from './health.ts';
import { operationRoutes } from './operation-routes.ts';
import { packagePath } from './package.ts';
import type { PictureThreadOptions } from './pictures/thread.ts';
import { createFaults, refusals } from './refusals.ts';
import { refuse } from './refuse.ts';
import type { ToldReload } from './reload/told.ts';
import { siteRoutes } from './site/routes.ts';
import { answerHeaders } from './site/security.ts';
import { createWatcher, type Watching, watchRoutes } from './watching/watching.ts';

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
    | 'trustedProxies'
    | 'answerCache'
    | 'objectCache'
    | 'cacheMaxAge'
  >;
  readonly log: FastifyBaseLogger;
  /** Who may ask, and how much; everybody may, without end, when absent. */
  readonly access?: Access | undefined;
  /** What those may see and do who run the server and have a key that says so. */
  readonly administration?: Administration | undefined;
  /** Where the server is in its life; decides what the health routes answer. */
  readonly phase: () => Phase;
  /** What came of the last reload, for `/health`. */
  readonly lastReload?: () => ToldReload | null;
  /** Where the pages for browsers lie; where the build puts them when absent. */
  readonly siteFolder?: string;
  readonly pictures?: PictureThreadOptions;
  readonly watching?: Watching;
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
  const { access, administration } = parts;
  const addressOf = createAddressOf(configuration.trustedProxies);
  const watcher = createWatcher(parts.watching, addressOf);
  const isDraining = (): boolean => parts.phase() === 'draining';
  const fastify = Fastify({
    loggerInstance: log,
    // Each request has one line, once it has ended: see createWatcher().
    logController: new LogController({ disableRequestLogging: true }),
    childLoggerFactory: (logger) => logger,
    genReqId: watcher.idOf,
    bodyLimit: limits.body,
    trustProxy: trustIn(configuration.trustedProxies),
    routerOptions: { maxParamLength: LONGEST_ID },
    // No route has a schema; what Fastify would load to compile them makes every start slower.
    schemaController: { compilersFactory: { buildValidator: none, buildSerializer: none } },
    // What the router cannot read never reaches the error handler.
    frameworkErrors: (error, request, reply) => {
      void reply.headers(answerHeaders).header('x-request-id', request.id);
      const why = 'the address is malformed';
      refuse(reply, error.statusCode ?? 400, new ProblemError('REQUEST_INVALID', { why }));
    },
  });

  refusals(fastify, limits.body, log, (error, { watch }) => bindFailures([error], watch)[0]!);

  // While the server drains, a connection ends with its answer, so that nothing waits for the next question.
  fastify.addHook('onSend', (_request, reply, _payload, done) => {
    if (isDraining()) void reply.header('connection', 'close');
    done();
  });

  watchRoutes(fastify, watcher);

  const headers = { ...answerHeaders, 'dataset-version': version };
  // Before the plugin that answers preflights, whose answers bear them too.
  fastify.addHook('onRequest', (_request, reply, done) => {
    void reply.headers(headers);
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
  const guard = access && createGuard({ access, addressOf, log });
  const isPrivate = access?.keyRequired ?? false;
  guardRoutes(fastify, guard, isPrivate);

  const texts = createKeptTexts(configuration.objectCache);
  const documents = createKnownDocuments({
    schema,
    operations,
    texts,
    measure: createDocumentMeasure(limits),
  });
  const apollo = new ApolloServer<HttpContext>({
    schema,
    introspection: true,
    // A GET shows by one of these headers that no form of another site sent it.
    csrfPrevention: true,
    // What was found right is kept as `documents`; beside that it would keep 30 MB of documents, measured as JSON, each a fifth of what it takes.
    documentStore: null,
    validationOptions: { maxErrors: VALIDATION_ERRORS },
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    formatError,
    stringifyResult: writeAnswer,
    logger: log,
    plugins: [
      limited(limits),
      planned(documents, formatError),
      statuses,
      failures,
      // It would wrap every resolver; the answers carry no cache hints.
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
  });
  await apollo.start();
  fastify.addHook('onClose', async () => apollo.stop());

  const answer = createAnswering({
    apollo,
    documents,
    format: formatError,
    store,
    operations,
    limits,
    trustedDocumentsOnly,
  });
  const answers = createAnswers({
    answer,
    capacity: configuration.answerCache,
    time: limits.time,
  });
  const respond = createRespond({
    answers,
    sendAnswer: createSendAnswer(configuration.cacheMaxAge, isPrivate),
    readJson: createReadJson(fastify),
    faultOf: createFaults(log, limits.body),
  });
  await fastify.register(graphqlRoute, { respond, isDraining });
  await fastify.register(operationRoutes, { operations, version });
  await fastify.register(healthRoutes, {
    phase: parts.phase,
    lastReload: parts.lastReload,
    version,
  });
  if (access?.keys !== undefined && administration !== undefined) {
    await fastify.register(adminRoutes, { administration, admit: adminInPublic(access) });
  }
  const ask = createAskWithin({ schema, store, operations, log, time: limits.time });
  const { siteFolder: folder = packagePath('dist/site') } = parts;
  await fastify.register(grafanaRoutes, { ask, publicUrl: configuration.publicUrl });
  await fastify.register(siteRoutes, { folder, store, ask, configuration, pictures });

  await fastify.ready();
  return {
    version,
    handle: createDirect({
      ...{ respond, guard, watcher, isDraining },
      head: headOf(headers),
      bodyLimit: limits.body,
      others: fastify.routing,
    }),
    forget() {
      answers.forget();
      texts.clear();
    },
    keptAnswers: answers.size,
    keptObjects: texts.size,
    close: () => fastify.close(),
  };
}

const none = () => () => {
  throw new Error('A route has a schema, for which nothing is loaded.');
};
