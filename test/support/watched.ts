import { createMetrics } from '../../src/server/watching/metrics.ts';
import type { LoggedRequest } from '../../src/server/watching/request-log.ts';
import type { Watching } from '../../src/server/watching/watching.ts';

/** What watches a server for a test: its metrics, and the lines of the requests that have ended. */
export function watchForTest() {
  const ended: LoggedRequest[] = [];
  const metrics = createMetrics();
  const watching: Watching = {
    metrics,
    requestLog: {
      tells: () => true,
      ended: (request) => void ended.push(request),
      close: () => undefined,
    },
    tracing: undefined,
    work: (_name, run) => run(),
    close: async () => undefined,
  };
  return { ended, metrics, watching };
}
