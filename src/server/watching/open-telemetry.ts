import type { IncomingHttpHeaders } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import {
  type Attributes,
  type Context,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import {
  BasicTracerProvider,
  BatchSpanProcessor,
  ParentBasedSampler,
  type SpanExporter,
  TraceIdRatioBasedSampler,
} from '@opentelemetry/sdk-trace-base';
import { packageVersion } from '../package.ts';
import type { LoggedRequest } from './request-log.ts';
import type { Tracing, TracingOptions } from './tracing.ts';

/** How long a stop waits for the collector, in milliseconds. */
const LAST_WAIT = 2_000;

export function createTracing({ endpoint, sampled, log }: TracingOptions): Tracing {
  const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/+$/, '')}/v1/traces` });
  const provider = new BasicTracerProvider({
    resource: resourceFromAttributes({
      'service.name': 'caytre',
      'service.version': packageVersion(),
    }),
    sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(sampled) }),
    // It keeps a bounded number of spans, and drops what a collector that is away cannot take.
    spanProcessors: [new BatchSpanProcessor(telling(exporter, log))],
  });
  const tracer = provider.getTracer('caytre', packageVersion());

  return {
    request(method, route, headers) {
      const name = `${method} ${route}`;
      const span = tracer.startSpan(
        name,
        {
          kind: SpanKind.SERVER,
          attributes: { 'http.request.method': method, 'http.route': route },
        },
        callerOf(headers),
      );
      const own = trace.setSpan(ROOT_CONTEXT, span);
      return {
        stage(stage) {
          const part = tracer.startSpan(stage, {}, own);
          return () => part.end();
        },
        end(answered) {
          if (answered === undefined) span.addEvent('the client left');
          else describe(span, answered);
          span.end();
        },
      };
    },
    async work(name, run) {
      const span = tracer.startSpan(name, {}, ROOT_CONTEXT);
      try {
        return await run();
      } catch (error) {
        span.setStatus({ code: SpanStatusCode.ERROR });
        throw error;
      } finally {
        span.end();
      }
    },
    async close() {
      const stopped = new AbortController();
      const closed = provider.shutdown().catch(() => undefined);
      await Promise.race([
        closed,
        setTimeout(LAST_WAIT, undefined, { signal: stopped.signal }).catch(() => undefined),
      ]);
      stopped.abort();
    },
  };
}

const TRACE_PARENT = /^(?!ff)[\da-f]{2}-([\da-f]{32})-([\da-f]{16})-([\da-f]{2})(?:-.*)?$/;

/** The span of whoever asks, by the header of W3C Trace Context. */
function callerOf({ traceparent }: IncomingHttpHeaders): Context {
  const [, traceId, spanId, flags] =
    (typeof traceparent === 'string' && TRACE_PARENT.exec(traceparent)) || [];
  if (traceId === undefined || spanId === undefined || flags === undefined) return ROOT_CONTEXT;
  // The library takes an id of zeros for none.
  const traceFlags = Number.parseInt(flags, 16) & 1;
  return trace.setSpanContext(ROOT_CONTEXT, { traceId, spanId, traceFlags, isRemote: true });
}

/** What an answer was, by the semantic conventions of OpenTelemetry where they have a name for it. */
function describe(span: Span, answered: LoggedRequest): void {
  const { status, path, operation, document, cost, cache, requestId } = answered;
  const attributes: Attributes = {
    'http.response.status_code': status,
    'url.path': path,
    'caytre.request.id': requestId,
    ...(operation !== undefined && { 'graphql.operation.name': operation }),
    ...(document !== undefined && {
      'graphql.operation.type': 'query',
      'caytre.document': document,
    }),
    ...(cost !== undefined && { 'caytre.cost': cost }),
    ...(cache !== undefined && { 'caytre.cache': cache }),
  };
  span.setAttributes(attributes);
  if (status < 500) return;
  span.setAttribute('error.type', String(status));
  span.setStatus({ code: SpanStatusCode.ERROR });
}

/** Says once that spans cannot be sent, until they can again. */
function telling(exporter: SpanExporter, log: TracingOptions['log']): SpanExporter {
  let failing = false;
  return {
    export(spans, done) {
      exporter.export(spans, (result) => {
        if (result.error !== undefined && !failing) {
          log.warn({ why: result.error.message }, 'traces cannot be sent to the collector');
        }
        failing = result.error !== undefined;
        done(result);
      });
    },
    shutdown: () => exporter.shutdown(),
    forceFlush: async () => exporter.forceFlush?.(),
  };
}
