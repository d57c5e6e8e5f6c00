import { realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import type { FastifyBaseLogger } from 'fastify';
import { explain } from '../data/explain.ts';
import { ProblemError } from '../errors/problem.ts';
import type { Access } from './access/access.ts';
import type { Administration } from './access/administration.ts';
import { createAddressOf } from './access/client-address.ts';
import { createGuard } from './access/guard.ts';
import type { AnalyticsThread } from './analytics/thread.ts';
import type { Configuration } from './configuration.ts';
import { createEventHub } from './events/hub.ts';
import { createFront, type Edition } from './front.ts';
import type { Phase } from './health.ts';
import { openGate } from './overload/open-gate.ts';
import type { EditionParts, OpenedEdition } from './reload/open-edition.ts';
import type { ReloadOutcome } from './reload/reloader.ts';
import { type ToldReload, told } from './reload/told.ts';
import { keptSchema } from './schema.ts';
import type { Watching } from './watching/watching.ts';

/** How long answers in progress may take once the server is told to stop, in milliseconds. */
const DRAIN_TIMEOUT = 8_000;
/** How long the first requests go before what only some of them need, in milliseconds. */
const WARM_UP_DELAY = 1_000;

/** What serves in one process: all that outlives an edition, and the edition that is shown. */
export interface Serving {
  /** For each edition that is opened. */
  readonly parts: EditionParts;
  /** Serves this edition from now on. */
  readonly show: (edition: OpenedEdition) => void;
  /** Tells all who follow which version is served; where several processes serve, once all of them show it. */
  readonly announce: () => void;
  /** The dataset version that is served. */
  readonly version: () => string;
  /** What those who run the server are told of it. */
  readonly health: () => object;
  /** Keeps what came of a reload, for `/health`. */
  readonly keep: (outcome: ReloadOutcome) => void;
  /**
   * Listens, once an edition is shown; the address by which it answers.
   * @throws ProblemError ADDRESS_UNAVAILABLE
   */
  readonly listen: () => Promise<string>;
  /** Stops taking requests, lets those in progress end, and closes. Safe to call more than once. */
  readonly stop: () => Promise<void>;
}

export interface ServingOptions {
  readonly configuration: Configuration;
  readonly log: FastifyBaseLogger;
  readonly access: Access;
  readonly administration: Administration;
  readonly watching: Watching;
  /** Where analytics of an edition are computed; in a thread of the program's own when absent. */
  readonly analytics?: (() => AnalyticsThread) | undefined;
}

export function createServing(options: ServingOptions): Serving {
  const { configuration, log, watching } = options;
  const { metrics } = watching;
  let phase: Phase = 'starting';
  let lastReload: ToldReload | null = null;
  let stopping: Promise<void> | undefined;
  let warmUp: NodeJS.Timeout | undefined;
  const addressOf = createAddressOf(configuration.trustedProxies);
  const hub = createEventHub({
    streams: configuration.eventStreams,
    guard: createGuard({ access: options.access, addressOf, log }),
  });
  metrics.read('eventStreams', hub.size);
  const gate = openGate({
    configuration,
    log,
    metrics,
    onMemoryFull: () => front.shown().forget(),
  });
  const front = createFront(undefined, hub.take, gate);
  const ofShown = (read: (edition: Edition) => number) => () =>
    phase === 'starting' ? 0 : read(front.shown());
  metrics.read(
    'cacheBytes',
    ofShown((edition) => edition.keptAnswers()),
  );
  metrics.read(
    'objectBytes',
    ofShown((edition) => edition.keptObjects()),
  );

  return {
    parts: {
      ...options,
      openSchema: keptSchema(),
      phase: () => phase,
      lastReload: () => lastReload,
    },
    show(edition) {
      front.show(edition);
      metrics.shows({ version: edition.version, ...edition.counts });
      clearTimeout(warmUp);
      warmUp = setTimeout(edition.warmUp, WARM_UP_DELAY).unref();
    },
    announce: () => hub.announce(front.shown().version),
    version: () => front.shown().version,
    health: () => ({ status: phase, datasetVersion: front.shown().version, lastReload }),
    keep(outcome) {
      lastReload = told(outcome, hidden(configuration));
    },
    async listen() {
      const { host, port } = configuration;
      try {
        const address = await front.listen({ host, port });
        phase = 'serving';
        return address;
      } catch (error) {
        await front.shown().close();
        hub.close();
        const variables = 'HOST and PORT';
        throw new ProblemError('ADDRESS_UNAVAILABLE', {
          host,
          port,
          variables,
          why: explain(error),
        });
      }
    },
    stop() {
      stopping ??= (async () => {
        phase = 'draining';
        clearTimeout(warmUp);
        hub.close();
        await front.close(DRAIN_TIMEOUT);
        await watching.close();
        phase = 'stopped';
        log.info('stopped');
      })();
      return stopping;
    },
  };
}

/** The places on the disk that are nobody's business, the longest first, for one may lie in another. */
function hidden({ graphData, cacheFolder }: Configuration): string[] {
  const places = [graphData, cacheFolder].flatMap((folder) => {
    try {
      return [folder, resolve(folder), realpathSync(folder)];
    } catch {
      return [folder, resolve(folder)];
    }
  });
  return [...new Set(places)].sort((a, b) => b.length - a.length);
}
