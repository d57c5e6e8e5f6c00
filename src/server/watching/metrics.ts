import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { createRequestSeries } from './request-series.ts';
import type { Learnt } from './request-watch.ts';

/** The answer to a request. */
export interface Answered {
  /** The pattern of its address, one of few. */
  readonly route: string;
  readonly status: number;
  readonly seconds: number;
}

/** The version of the data that is shown, and how much it holds. */
export interface ShownDataset {
  readonly version: string;
  readonly entities: number;
  readonly statements: number;
}

/** What others know at any moment, by the name of its metric. */
const gauges = {
  requestsInProgress: ['requests_in_progress', 'Requests whose answer is not ready yet'],
  requestsWaiting: ['requests_waiting', 'Requests that wait for the thread'],
  answersSending: ['answers_sending', 'Answers that are ready, and that their clients take slowly'],
  connections: ['connections', 'Connections that are open'],
  eventStreams: ['event_streams', 'Streams of events that are open'],
  cacheBytes: ['answer_cache_bytes', 'Bytes of answers and their keys that are kept'],
  objectBytes: [
    'object_cache_bytes',
    'Bytes of entities and statements as written for earlier answers that are kept',
  ],
} as const satisfies Record<string, readonly [name: string, help: string]>;

export type GaugeName = keyof typeof gauges;

/** What happens now and then, by the name of its metric; the kinds of each are few. */
const counters = {
  shed: ['requests_shed_total', 'Requests refused because too many wait', 'reason'],
  abandoned: ['requests_abandoned_total', 'Requests whose client left before its answer was sent'],
  slowReader: ['slow_readers_total', 'Connections ended because an answer was not taken in time'],
  connectionRefused: ['connections_refused_total', 'Connections beyond those that are allowed'],
  rateLimited: ['requests_rate_limited_total', 'Requests refused by the limit of their client'],
  keyRefused: ['keys_refused_total', 'Requests with a key that is not known, or without one'],
  workerReplaced: ['workers_replaced_total', 'Worker processes that ended and were replaced'],
} as const satisfies Record<string, readonly [name: string, help: string, label?: string]>;

export type CounterName = keyof typeof counters;

/** What is counted and measured, for Prometheus. Made once for a process; it outlives every version of the data. */
export interface Metrics {
  /** For `AggregatorRegistry.setRegistries` of a worker. */
  readonly registry: Registry;
  readonly contentType: string;
  readonly text: () => Promise<string>;
  readonly answered: (learnt: Learnt, answer: Answered) => void;
  readonly count: (name: CounterName, kind?: string) => void;
  /** From now on the gauge shows what this tells. */
  readonly read: (name: GaugeName, now: () => number) => void;
  readonly reloaded: (outcome: string, seconds: number) => void;
  readonly shows: (dataset: ShownDataset) => void;
}

const PREFIX = 'caytre_';
const COSTS = [1, 10, 30, 100, 300, 1_000, 3_000, 10_000, 30_000, 100_000, 300_000];
const RELOAD_SECONDS = [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300];

export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });

  const requests = createRequestSeries(registers);
  const costs = new Histogram({
    name: `${PREFIX}query_cost`,
    help: 'What the documents that were executed cost, in about so many objects',
    buckets: COSTS,
    registers,
  });
  // To count in the library's own counter is felt where an answer is kept.
  const found = { kept: 0, shared: 0, made: 0 };
  new Counter({
    name: `${PREFIX}answer_cache_requests_total`,
    help: 'Questions of the API by how their answers were found: kept, shared with others who waited, or made',
    labelNames: ['result'],
    registers,
    collect() {
      this.reset();
      for (const [result, count] of Object.entries(found)) this.inc({ result }, count);
    },
  });
  const reloads = new Counter({
    name: `${PREFIX}reloads_total`,
    help: 'Times that the data was read anew',
    labelNames: ['outcome'],
    registers,
  });
  const reloadSeconds = new Histogram({
    name: `${PREFIX}reload_duration_seconds`,
    help: 'How long it took to read the data anew, check it and show it',
    buckets: RELOAD_SECONDS,
    registers,
  });
  const dataset = new Gauge({
    name: `${PREFIX}dataset_info`,
    help: 'The version of the data that is shown; always 1',
    labelNames: ['version'],
    aggregator: 'max',
    registers,
  });
  // Every worker holds the same data.
  const ofDataset = (name: string, help: string) =>
    new Gauge({ name: `${PREFIX}dataset_${name}`, help, aggregator: 'max', registers });
  const shownSince = ofDataset('shown_timestamp_seconds', 'When the data that is shown was first');
  const entities = ofDataset('entities', 'Entities of the data that is shown');
  const statements = ofDataset('statements', 'Statements of the data that is shown');

  const counts = mapValues(counters, ([name, help, label]) => {
    const labelNames = label === undefined ? [] : [label];
    const counter = new Counter({ name: PREFIX + name, help, labelNames, registers });
    return (kind?: string) =>
      label === undefined ? counter.inc() : counter.inc({ [label]: kind ?? 'other' });
  });
  const reads = mapValues(gauges, ([name, help]) => {
    let now = (): number => 0;
    new Gauge({
      name: PREFIX + name,
      help,
      registers,
      collect() {
        this.set(now());
      },
    });
    return (next: () => number) => {
      now = next;
    };
  });

  return {
    registry,
    contentType: registry.contentType,
    text: () => registry.metrics(),
    answered({ operation = 'other', cost, cache }, { route, status, seconds }) {
      requests.add(route, route === '/graphql' ? operation : '', status, seconds);
      if (cost !== undefined && (cache ?? 'made') === 'made') costs.observe(cost);
      if (cache !== undefined) found[cache] += 1;
    },
    count: (name, kind) => counts[name](kind),
    read: (name, now) => reads[name](now),
    reloaded(outcome, seconds) {
      reloads.inc({ outcome });
      reloadSeconds.observe(seconds);
    },
    shows(shown) {
      dataset.reset();
      dataset.set({ version: shown.version }, 1);
      shownSince.setToCurrentTime();
      entities.set(shown.entities);
      statements.set(shown.statements);
    },
  };
}

const mapValues = <Name extends string, Value, Made>(
  all: Readonly<Record<Name, Value>>,
  make: (value: Value) => Made,
): Record<Name, Made> =>
  Object.fromEntries(
    Object.entries<Value>(all).map(([name, value]) => [name, make(value)]),
  ) as Record<Name, Made>;
