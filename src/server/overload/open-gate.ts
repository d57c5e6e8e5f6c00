import { waits } from '../../graphql/beginners.ts';
import type { Configuration } from '../configuration.ts';
import type { Metrics } from '../watching/metrics.ts';
import { createGate, type Gate, type GateOptions } from './gate.ts';

/** How long a client may take to read its answer, in milliseconds. */
const SENDING_TIME = 60_000;

export interface GateParts extends Pick<GateOptions, 'log' | 'onMemoryFull'> {
  readonly configuration: Pick<
    Configuration,
    'maxWaiting' | 'longestWait' | 'connections' | 'limits'
  >;
  readonly metrics: Metrics;
}

/** The gate of a process, by its settings and with its metrics. */
export function openGate({ configuration, metrics, ...parts }: GateParts): Gate {
  const gate = createGate({
    ...parts,
    waiting: configuration.maxWaiting,
    longestWait: configuration.longestWait,
    connections: configuration.connections,
    longestAnswer: configuration.limits.time + SENDING_TIME,
    onShed: (reason) => metrics.count('shed', reason),
    onConnectionRefused: () => metrics.count('connectionRefused'),
    onAbandoned: () => metrics.count('abandoned'),
    onSlowReader: () => metrics.count('slowReader'),
  });
  metrics.read('requestsInProgress', gate.inProgress);
  metrics.read('answersSending', gate.sending);
  metrics.read('requestsWaiting', () => waits().count);
  metrics.read('connections', gate.connections);
  return gate;
}
