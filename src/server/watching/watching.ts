import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { AddressOf } from '../access/client-address.ts';
import type { Configuration } from '../configuration.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { networkOf } from './network.ts';
import { createRequestIds } from './request-id.ts';
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
    watch: Watched;
  }
}

const nothing = (): void => undefined;

/** A request that is watched, and what is known of it by now. */
export class Watched implements RequestWatch {
  readonly id: string;
  readonly request: IncomingMessage;
  readonly span: RequestSpan | undefined;
  learnt: Learnt = {};
  /** How many bytes the body of its answer has. */
  bytes: number | undefined;
  #isNoted = false;
  readonly #began = performance.now();

  constructor(id: string, request: IncomingMessage, span: RequestSpan | undefined) {
    this.id = id;
    this.request = request;
    this.span = span;
  }

  note(learnt: Learnt): void {
    // Of an answer that is kept all is known at once.
    this.learnt = this.#isNoted ? { ...this.learnt, ...learnt } : learnt;
    this.#isNoted = true;
  }

  stage(name: Stage): () => void {
    return this.span?.stage(name) ?? nothing;
  }

  /** For how many milliseconds it has been here. */
  get elapsed(): number {
    return performance.now() - this.#began;
  }
}

/** Watches the requests of an application, whichever part of it answers. */
export interface Watcher {
  readonly idOf: (request: IncomingMessage) => string;
  readonly begin: (
    request: IncomingMessage,
    response: ServerResponse,
    route: string,
    id?: string,
  ) => Watched;
  /** Tells of a request that has been answered. */
  readonly ended: (watched: Watched, route: string, status: number) => void;
}

export function createWatcher(watching: Watching | undefined, addressOf: AddressOf): Watcher {
  const idOf = createRequestIds();
  return {
    idOf,
    begin(request, response, route, id = idOf(request)) {
      const { method = '', headers } = request;
      const span = watching?.tracing?.request(method, route, headers);
      // Not told twice: a span that has ended takes no more.
      if (span !== undefined) response.once('close', () => span.end());
      return new Watched(id, request, span);
    },
    ended(watched, route, status) {
      if (watching === undefined) return;
      const { learnt, span, elapsed, bytes } = watched;
      const seconds = elapsed / 1_000;
      watching.metrics.answered(learnt, { route, status, seconds });
      // Who looks after the server asks for its health every few seconds.
      const isLogged = watching.requestLog.tells(status) && !route.startsWith('/health');
      if (!isLogged && span === undefined) return;
      const { id: requestId, request } = watched;
      const { method = '', url = '' } = request;
      const told: LoggedRequest = {
        ...{ requestId, method, route, path: pathOf(url), status, seconds, bytes },
        network: networkOf(addressOf(request) ?? ''),
        ...learnt,
      };
      if (isLogged) watching.requestLog.ended(told);
      span?.end(told);
    },
  };
}

const LONGEST_PATH = 200;

function pathOf(url: string): string {
  const end = url.indexOf('?');
  return (end === -1 ? url : url.slice(0, end)).slice(0, LONGEST_PATH);
}

/** Gives each answer of a route the id of its request, and tells of each request once it has ended. */
export function watchRoutes(fastify: FastifyInstance, { begin, ended }: Watcher): void {
  fastify.decorateRequest('watch');
  fastify.addHook('onRequest', (request, reply, done) => {
    request.watch = begin(request.raw, reply.raw, routeOf(request), request.id);
    void reply.header('x-request-id', request.id);
    done();
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    const { watch } = request;
    const bytes = Number(reply.getHeader('content-length'));
    if (!Number.isNaN(bytes)) watch.bytes = bytes;
    // A route may have found that nothing is there.
    ended(watch, routeOf(request), reply.statusCode);
    done();
  });
}

/** The pattern of an address; all that is nowhere is one. */
const routeOf = (request: FastifyRequest): string => request.routeOptions.url ?? 'none';
