import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Configuration } from '../configuration.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { networkOf } from './network.ts';
import { createRequestLog, type LoggedRequest, type RequestLog } from './request-log.ts';
import type { Learnt, RequestWatch, Stage } from './request-watch.ts';
import { openTracing, type RequestSpan, type Tracing, type TracingOptions } from './tracing.ts';

/** All that watches a process. Made once; it outlives every version of the data. */
export interface Watching {
  readonly metrics: Metrics;
  readonly requestLog: RequestLog;
  /** Where there is a collector. */
  readonly tracing: Tracing | undefined;
  /** Does something that is no request, in a span of its own. */
  readonly work: Tracing['work'];
  /** Writes and sends what is held back. */
  readonly close: () => Promise<void>;
}

export async function openWatching(
  configuration: Pick<
    Configuration,
    'requestLog' | 'logLevel' | 'tracesEndpoint' | 'tracesSampled'
  >,
  log: TracingOptions['log'],
): Promise<Watching> {
  const { requestLog: logged, logLevel: level, tracesEndpoint, tracesSampled } = configuration;
  const requestLog = createRequestLog({ logged, level });
  const tracing =
    tracesEndpoint === undefined
      ? undefined
      : await openTracing({ endpoint: tracesEndpoint, sampled: tracesSampled, log });
  return {
    metrics: createMetrics(),
    requestLog,
    tracing,
    work: tracing?.work ?? ((_name, run) => run()),
    async close() {
      await tracing?.close();
      requestLog.close();
    },
  };
}

declare module 'fastify' {
  interface FastifyRequest {
    watch: RequestWatch;
  }
}

class Watched implements RequestWatch {
  readonly id: string;
  readonly learnt: Learnt = {};
  readonly span: RequestSpan | undefined;

  constructor(id: string, span: RequestSpan | undefined) {
    this.id = id;
    this.span = span;
  }

  note(learnt: Learnt): void {
    Object.assign(this.learnt, learnt);
  }

  stage(name: Stage): () => void {
    return this.span?.stage(name) ?? nothing;
  }
}

const nothing = (): void => undefined;

/** Gives each answer the id of its request, and tells of each request once it has ended. */
export function watchRequests(fastify: FastifyInstance, watching: Watching | undefined): void {
  fastify.decorateRequest('watch');
  fastify.addHook('onRequest', (request, reply, done) => {
    const { method, id, headers } = request;
    const span = watching?.tracing?.request(method, routeOf(request), headers);
    request.watch = new Watched(id, span);
    // Not told twice: a span that has ended takes no more.
    if (span !== undefined) reply.raw.once('close', () => span.end());
    void reply.header('x-request-id', id);
    done();
  });
  if (watching === undefined) return;
  const { metrics, requestLog } = watching;
  fastify.addHook('onResponse', (request, reply, done) => {
    const { learnt, span } = request.watch as Watched;
    const route = routeOf(request);
    const status = reply.statusCode;
    metrics.answered({ ...learnt, route, status, seconds: reply.elapsedTime / 1_000 });
    // Who looks after the server asks for its health every few seconds.
    const isLogged = requestLog.tells(status) && !route.startsWith('/health');
    if (isLogged || span !== undefined) {
      const told = describe(request, reply);
      if (isLogged) requestLog.ended(told);
      span?.end(told);
    }
    done();
  });
}

/** The pattern of an address; all that is nowhere is one. */
const routeOf = (request: FastifyRequest): string => request.routeOptions.url ?? 'none';

const LONGEST_PATH = 200;

function describe(request: FastifyRequest, reply: FastifyReply): LoggedRequest {
  const { id, method, url, ip, watch } = request;
  const bytes = Number(reply.getHeader('content-length'));
  const end = url.indexOf('?');
  return {
    requestId: id,
    method,
    route: routeOf(request),
    path: (end === -1 ? url : url.slice(0, end)).slice(0, LONGEST_PATH),
    status: reply.statusCode,
    seconds: reply.elapsedTime / 1_000,
    bytes: Number.isNaN(bytes) ? undefined : bytes,
    network: networkOf(ip),
    ...(watch as Watched).learnt,
  };
}
