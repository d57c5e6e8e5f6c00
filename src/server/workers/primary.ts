import { ProblemError } from '../../errors/problem.ts';
import type { Configuration } from '../configuration.ts';
import { createLog } from '../log.ts';
import { packagePath } from '../package.ts';
import { checkData } from '../reload/check-data.ts';
import { logReload } from '../reload/log-reload.ts';
import { createReloader, type ReloadOutcome } from '../reload/reloader.ts';
import { watchData } from '../reload/watch-data.ts';
import type { Served } from '../serve.ts';
import { createExchange } from './exchange.ts';
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
 * This process itself answers nobody.
 * @throws ProblemError ADDRESS_UNAVAILABLE, WORKERS_LOST
 */
export async function serveWithWorkers(
  configuration: Configuration,
  { onLost }: WorkersOptions,
): Promise<Served> {
  const log = createLog(configuration);
  const stopped = new AbortController();
  const checked = await checkData(configuration, stopped.signal);
  if (!checked.ok) return checked;
  for (const warning of checked.warnings) log.warn({ problem: warning }, warning.message);

  let address: string | undefined;
  let lastReload: ReloadOutcome | undefined;

  const pool = createPool({
    count: configuration.workers,
    program: PROGRAM,
    log,
    duties: {},
    bring,
    onServing(member) {
      void exchange.align([member]);
      if (lastReload !== undefined) keepIn(member, lastReload);
    },
    onLost: (error) => onLost(asProblem(error)),
  });
  const exchange = createExchange({ first: checked, members: pool.members, replace: pool.replace });
  const { reload } = createReloader({
    async check() {
      const found = await checkData(configuration, stopped.signal);
      if (found.ok) exchange.renew(found);
      return found;
    },
    exchange: exchange.exchange,
    version: () => exchange.current().version,
    onEnd(outcome) {
      if (stopped.signal.aborted) return;
      lastReload = outcome;
      logReload(log, outcome);
      for (const member of pool.members()) keepIn(member, outcome);
    },
  });

  async function bring(member: Member): Promise<void> {
    // Where the system chose the port, those that come when all others are gone take the same.
    const port =
      pool.members().length > 0 || address === undefined
        ? configuration.port
        : Number(new URL(address).port);
    const serve = () =>
      member.ask('serve', { ...configuration, port }, member.number, exchange.current());
    try {
      address = await serve();
    } catch (error) {
      // The compiled form was removed, or is one of newer data: then all workers are to have that.
      if (!isChanged(error)) throw error;
      await reload('worker');
      address = await serve();
    }
  }

  try {
    await pool.start();
  } catch (error) {
    await pool.stop(0);
    throw asProblem(error as Error);
  }
  log.info({ address, version: checked.version, workers: configuration.workers }, 'serving');

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
      stopped.abort();
      await watcher?.close();
      await pool.stop(DRAIN_TIMEOUT);
      log.info('stopped');
    })();
    return stopping;
  };
  return { ok: true, address: address!, reload, stop };
}

/** Whoever has ended meanwhile needs to know no more. */
const keepIn = (member: Member, outcome: ReloadOutcome): void =>
  void member.ask('keep', outcome).catch(() => undefined);

const isChanged = (error: unknown): boolean =>
  error instanceof ProblemError && error.problem.code === 'DATA_CHANGING';

const asProblem = (error: Error): ProblemError =>
  error instanceof ProblemError ? error : new ProblemError('WORKERS_LOST', { why: error.message });
