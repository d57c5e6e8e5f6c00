import { ProblemError } from '../../errors/problem.ts';
import { openAccess } from '../access/access.ts';
import { startAdminServer } from '../access/admin-server.ts';
import { createAdministration } from '../access/administration.ts';
import { createRateCounter } from '../access/rate-counter.ts';
import type { Configuration } from '../configuration.ts';
import type { Phase } from '../health.ts';
import { createLog } from '../log.ts';
import { packagePath } from '../package.ts';
import { checkData } from '../reload/check-data.ts';
import { logReload } from '../reload/log-reload.ts';
import { createReloader, type ReloadOutcome } from '../reload/reloader.ts';
import { told } from '../reload/told.ts';
import { watchData } from '../reload/watch-data.ts';
import type { Served } from '../serve.ts';
import { openWatching } from '../watching/watching.ts';
import { createExchange } from './exchange.ts';
import { metricsOfAll } from './metrics.ts';
import { createPool, type Member } from './pool.ts';

/** The program of a worker; `npm run build` makes it. */
const PROGRAM = packagePath('dist/bundle/server-worker.js');
/** A little longer than a worker gives the answers in progress, in milliseconds. */
const DRAIN_TIMEOUT = 10_000;

export interface WorkersOptions {
  /** Is told that nothing is served any more, as no worker can be started. */
  readonly onLost: (error: ProblemError) => void;
}

/**
 * Serves the data with several processes, and keeps them at it: those that end are replaced, and all of them are given new data.
 * This process itself answers only those who run the server.
 * @throws ProblemError ADDRESS_UNAVAILABLE, SETTING_INVALID, WORKERS_LOST
 */
export async function serveWithWorkers(
  configuration: Configuration,
  { onLost }: WorkersOptions,
): Promise<Served> {
  const log = createLog(configuration);
  const stopped = new AbortController();
  let phase: Phase = 'starting';
  let address: string | undefined;
  let lastReload: ReloadOutcome | undefined;

  const watching = await openWatching(configuration, log);
  const metrics = metricsOfAll(watching.metrics, () => pool.members());
  const opened = await openAccess(configuration, log, {
    onKeys: (keys) => pool.tell('takeKeys', keys),
  });
  if (!opened.ok) return { ...opened, leftOut: 0 };
  const { access } = opened;
  const checked = await checkData(configuration, stopped.signal);
  if (!checked.ok) {
    await access.close();
    return checked;
  }
  for (const warning of checked.warnings) log.warn({ problem: warning }, warning.message);

  const pool = createPool({
    count: configuration.workers,
    program: PROGRAM,
    silence: configuration.workerSilence,
    log,
    duties: {
      increment: createRateCounter().increment,
      reload: () => reload('asked'),
      metrics: metrics.text,
    },
    onReplaced: () => watching.metrics.count('workerReplaced'),
    bring,
    onServing(member) {
      void exchange.align([member]);
      // What was told to all while this one was not yet among them.
      const keys = access.keys?.();
      if (keys !== undefined) pool.tell('takeKeys', keys);
      if (lastReload !== undefined) pool.tell('keep', lastReload);
    },
    onLost: (error) => onLost(asProblem(error)),
  });
  const exchange = createExchange({ first: checked, members: pool.members, replace: pool.replace });
  const { reload } = createReloader({
    async check() {
      const found = await watching.work('check data', () =>
        checkData(configuration, stopped.signal),
      );
      if (found.ok) exchange.renew(found);
      return found;
    },
    exchange: (data) => watching.work('open data', () => exchange.exchange(data)),
    version: () => exchange.current().version,
    onEnd(outcome) {
      if (stopped.signal.aborted) return;
      lastReload = outcome;
      logReload(log, outcome);
      watching.metrics.reloaded(outcome.outcome, outcome.milliseconds / 1_000);
      pool.tell('keep', outcome);
    },
  });

  async function bring({ number, ask }: Member): Promise<void> {
    // Where the system chose the port, those that come when all others are gone take the same.
    const isFirst = address === undefined || pool.members().length > 0;
    const port = isFirst ? configuration.port : Number(new URL(address!).port);
    const outfit = { configuration: { ...configuration, port }, number, keys: access.keys?.() };
    const serve = () => ask('serve', outfit, exchange.current());
    try {
      address = await serve();
    } catch (error) {
      // The compiled form was removed, or is one of newer data: then all workers are to have that.
      if (!isChanged(error)) throw error;
      await reload('worker');
      address = await serve();
    }
  }

  let admin: Awaited<ReturnType<typeof startAdminServer>>;
  try {
    await pool.start();
    phase = 'serving';
    admin = await startAdminServer({
      ...{ configuration, access, log },
      administration: createAdministration({ metrics, reload: () => reload('asked') }),
      health: () => ({
        status: phase,
        datasetVersion: exchange.current().version,
        workers: pool.members().map(({ number, pid }) => ({ number, pid })),
        lastReload: lastReload === undefined ? null : told(lastReload, []),
      }),
    });
  } catch (error) {
    await pool.stop(0);
    await access.close();
    throw asProblem(error as Error);
  }
  const adminAddress = admin?.address;
  const { version } = exchange.current();
  log.info({ address, adminAddress, version, workers: configuration.workers }, 'serving');

  const watcher = configuration.watch
    ? watchData({
        folder: configuration.graphData,
        onChange: () => void reload('watched'),
        onError: (error) => log.warn({ err: error }, 'changes of the data may go unnoticed'),
      })
    : undefined;
  await watcher?.ready;

  let stopping: Promise<void> | undefined;
  const stop = (): Promise<void> => {
    stopping ??= (async () => {
      phase = 'draining';
      stopped.abort();
      await watcher?.close();
      await admin?.close();
      await pool.stop(DRAIN_TIMEOUT);
      await access.close();
      await watching.close();
      log.info('stopped');
    })();
    return stopping;
  };
  return { ok: true, address: address!, adminAddress, reload, readKeys: access.readKeys, stop };
}

const isChanged = (error: unknown): boolean =>
  error instanceof ProblemError && error.problem.code === 'DATA_CHANGING';

const asProblem = (error: Error): ProblemError =>
  error instanceof ProblemError ? error : new ProblemError('WORKERS_LOST', { why: error.message });
