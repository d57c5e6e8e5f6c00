import type { IncomingHttpHeaders } from 'node:http';
import type { LoggedRequest } from './request-log.ts';
import type { Stage } from './request-watch.ts';

/** The spans of one request. */
export interface RequestSpan {
  readonly stage: (name: Stage) => () => void;
  /** Ends the span; without what was answered where the client left before. */
  readonly end: (answered?: LoggedRequest) => void;
}

/** Traces requests and what else takes its time. */
export interface Tracing {
  /** Begins the span of a request, under that of whoever asks where its headers name one. */
  readonly request: (method: string, route: string, headers: IncomingHttpHeaders) => RequestSpan;
  /** A span for what is done beside requests. */
  readonly work: <Result>(name: string, run: () => Promise<Result>) => Promise<Result>;
  /** Sends what has not been sent; gives up after a while. */
  readonly close: () => Promise<void>;
}

export interface TracingOptions {
  /** The address of a collector of OpenTelemetry, to which `/v1/traces` is added. */
  readonly endpoint: string;
  /** The part of the requests that is traced, from 0 to 1, where whoever asks has not decided it. */
  readonly sampled: number;
  readonly log: { readonly warn: (details: object, message: string) => void };
}

/** Traces to a collector. What that takes is read only here, so that a start without it costs nothing. */
export const openTracing = async (options: TracingOptions): Promise<Tracing> =>
  (await import('./open-telemetry.ts')).createTracing(options);
