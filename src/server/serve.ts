import { openDataset } from '../data/open.ts';
import type { ReadOptions } from '../data/read.ts';
import type { Problem } from '../errors/problem.ts';
import { openAccess } from './access/access.ts';
import { startAdminServer } from './access/admin-server.ts';
import { createAdministration } from './access/administration.ts';
import type { Configuration } from './configuration.ts';
import { createLog } from './log.ts';
import { checkData } from './reload/check-data.ts';
import { logReload } from './reload/log-reload.ts';
import { editionOf, openNextEdition } from './reload/open-edition.ts';
import { createReloader, type Reloader, type ReloadOutcome } from './reload/reloader.ts';
import { watchData } from './reload/watch-data.ts';
import { createServing, type Serving, type ServingOptions } from './serving.ts';
import { openWatching } from './watching/watching.ts';

export type Served =
  | {
      readonly ok: true;
      readonly address: string;
      /** Where those who run the server find what is for them; `undefined` where that is nowhere. */
      readonly adminAddress: string | undefined;
      /** Reads the data anew and serves it, if it is right. */
      readonly reload: Reloader['reload'];
      /** Reads the API keys anew. */
      readonly readKeys: () => Promise<void>;
      /** Stops taking requests, lets those in progress end, and closes. Safe to call more than once. */
      readonly stop: () => Promise<void>;
    }
  | NotServed;

interface NotServed {
  readonly ok: false;
  readonly problems: readonly Problem[];
  readonly leftOut: number;
}

export interface ServeOptions
  extends Pick<ReadOptions, 'onProgress'>,
    Pick<ServingOptions, 'analytics'> {
  /** Is told the end of each reload. */
  readonly onReload?: (outcome: ReloadOutcome) => void;
}

/**
 * Opens the data, then serves it; answers once the address answers.
 * @throws ProblemError ADDRESS_UNAVAILABLE, SETTING_INVALID
 */
export async function serve(
  configuration: Configuration,
  { analytics, onProgress, onReload }: ServeOptions = {},
): Promise<Served> {
  const log = createLog(configuration);
  const watching = await openWatching(configuration, log);
  const opened = await openAccess(configuration, log, {
    onRefused: (why) => watching.metrics.count(why === 'rate' ? 'rateLimited' : 'keyRefused'),
  });
  if (!opened.ok) {
    await watching.close();
    return { ...opened, leftOut: 0 };
  }
  const { access } = opened;
  const administration = createAdministration({
    reload: () => reload('asked'),
    metrics: watching.metrics,
  });
  const serving = createServing({
    configuration,
    log,
    analytics,
    access,
    administration,
    watching,
  });
  const problems = await showFirst(serving, onProgress && { onProgress });
  if (problems !== undefined) {
    await access.close();
    return problems;
  }

  const stopped = new AbortController();
  const { reload } = createReloader({
    check: () => watching.work('check data', () => checkData(configuration, stopped.signal)),
    async exchange(data) {
      const edition = await watching.work('open data', () => openNextEdition(data, serving.parts));
      if (stopped.signal.aborted) return edition.close();
      serving.show(edition);
      serving.announce();
    },
    version: serving.version,
    onEnd(outcome) {
      if (stopped.signal.aborted) return;
      logReload(log, outcome);
      watching.metrics.reloaded(outcome.outcome, outcome.milliseconds / 1_000);
      serving.keep(outcome);
      onReload?.(outcome);
    },
  });

  const address = await serving.listen().catch(async (error: unknown) => {
    await access.close();
    throw error;
  });
  const admin = await startAdminServer({
    ...{ configuration, access, administration, log },
    health: serving.health,
  }).catch(async (error: unknown) => {
    await serving.stop();
    await access.close();
    throw error;
  });
  const adminAddress = admin?.address;
  log.info({ address, adminAddress, version: serving.version() }, 'serving');

  const watcher = configuration.watch
    ? watchData({
        folder: configuration.graphData,
        onChange: () => void reload('watched'),
        onError: (error) => log.warn({ err: error }, 'changes of the data may go unnoticed'),
      })
    : undefined;
  await watcher?.ready;

  const stop = async (): Promise<void> => {
    stopped.abort();
    await watcher?.close();
    await admin?.close();
    await serving.stop();
    await access.close();
  };
  return { ok: true, address, adminAddress, reload, readKeys: access.readKeys, stop };
}

/** A function of its own, so that nothing keeps the first dataset once another has taken its place. */
async function showFirst(
  serving: Serving,
  reading: Pick<ReadOptions, 'onProgress'> | undefined,
): Promise<NotServed | undefined> {
  const { configuration, log } = serving.parts;
  const { graphData: folder, cacheFolder } = configuration;
  const opened = await openDataset({ folder, cacheFolder, ...reading });
  if (!opened.ok) return opened;
  for (const warning of opened.warnings) log.warn({ problem: warning }, warning.message);
  const edition = await editionOf(opened.dataset, serving.parts);
  serving.show(edition);
  serving.announce();
  log.info({ ...edition.counts, version: edition.version, origin: opened.origin }, 'data opened');
  return undefined;
}
