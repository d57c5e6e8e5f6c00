import { explain } from '../data/explain.ts';
import type { ReadOptions } from '../data/read.ts';
import { type Problem, ProblemError } from '../errors/problem.ts';
import { type AnalyticsThread, analyticsThread } from './analytics/thread.ts';
import { createApplication } from './application.ts';
import type { Configuration } from './configuration.ts';
import { createFront } from './front.ts';
import type { Phase } from './health.ts';
import { createLog } from './log.ts';
import { openOperations } from './operations.ts';
import { openSchema } from './schema.ts';
import { openStore } from './store.ts';

/** How long answers in progress may take once the server is told to stop, in milliseconds. */
const DRAIN_TIMEOUT = 8_000;
/** How long the first requests go before what only some of them need, in milliseconds. */
const WARM_UP_DELAY = 1_000;

export type Served =
  | {
      readonly ok: true;
      readonly address: string;
      /** Stops taking requests, lets those in progress end, and closes. Safe to call more than once. */
      readonly stop: () => Promise<void>;
    }
  | { readonly ok: false; readonly problems: readonly Problem[]; readonly leftOut: number };

export interface ServeOptions extends Pick<ReadOptions, 'onProgress'> {
  /** Where analytics are computed; in a thread of the program's own when absent. */
  readonly analytics?: AnalyticsThread;
}

/**
 * Opens the data, then serves it; answers once the address answers.
 * @throws ProblemError ADDRESS_UNAVAILABLE
 */
export async function serve(
  configuration: Configuration,
  options: ServeOptions = {},
): Promise<Served> {
  let phase: Phase = 'starting';
  const log = createLog(configuration);

  const { analytics = analyticsThread(log), ...reading } = options;
  const opened = await openStore(configuration, { ...reading, compute: analytics.compute });
  if (!opened.ok) return opened;
  for (const warning of opened.warnings) log.warn({ problem: warning }, warning.message);
  const { store } = opened;
  const { version, counts, ontology } = store.meta();

  const front = createFront();
  front.show(
    await createApplication({
      schema: await openSchema(ontology),
      store,
      operations: await openOperations(),
      configuration,
      log,
      phase: () => phase,
    }),
  );
  let address: string;
  try {
    address = await front.listen({ host: configuration.host, port: configuration.port });
  } catch (error) {
    await front.shown().close();
    throw new ProblemError('ADDRESS_UNAVAILABLE', {
      host: configuration.host,
      port: configuration.port,
      why: explain(error),
    });
  }
  phase = 'serving';
  const stopped = new AbortController();
  const warmUp = setTimeout(() => void opened.warmUp(stopped.signal), WARM_UP_DELAY).unref();
  log.info({ address, version, ...counts, origin: opened.origin }, 'serving');

  let stopping: Promise<void> | undefined;
  const stop = (): Promise<void> => {
    stopping ??= (async () => {
      phase = 'draining';
      clearTimeout(warmUp);
      stopped.abort();
      await front.close(DRAIN_TIMEOUT);
      await analytics.close();
      phase = 'stopped';
      log.info('stopped');
    })();
    return stopping;
  };
  return { ok: true, address, stop };
}
