import cluster, { type Worker } from 'node:cluster';
import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyBaseLogger } from 'fastify';
import { explain } from '../../data/explain.ts';
import { ProblemError } from '../../errors/problem.ts';
import { backoff } from './backoff.ts';
import { type Ask, createCalls, type Given } from './calls.ts';
import type { PrimaryDuties, WorkerDuties } from './duties.ts';
import { watchHeartbeat } from './heartbeat.ts';

/** A process that ran so long before it ended is not one that cannot be started, in milliseconds. */
const STEADY = 10_000;
/** How often in a row each process may fail to start while none serves, before the whole is given up. */
const ATTEMPTS = 4;

/** One process of the pool, as the primary sees it. Another one that takes its place has its number. */
export interface Member {
  /** Counted from 1. */
  readonly number: number;
  readonly pid: number;
  readonly ask: Ask<WorkerDuties>;
}

export interface PoolParts {
  readonly count: number;
  /** The program that each process runs. */
  readonly program: string;
  /** How long one that serves may answer nothing before it is ended, in milliseconds. */
  readonly silence: number;
  readonly log: FastifyBaseLogger;
  /** Makes a process that has just been started serve. */
  readonly bring: (member: Member) => Promise<void>;
  /** What processes may ask of the primary. */
  readonly duties: Omit<PrimaryDuties, 'begin'>;
  /** A process serves from now on. */
  readonly onServing: (member: Member) => void;
  /** A process that served has ended, and another takes its place. */
  readonly onReplaced?: (() => void) | undefined;
  /** None serves, and none can be started. */
  readonly onLost: (error: Error) => void;
}

type Tell = <Name extends 'takeKeys' | 'keep'>(
  name: Name,
  ...given: Given<WorkerDuties, Name>
) => void;

export interface Pool {
  /** Answers once all serve. Rejects with what keeps them from it. */
  readonly start: () => Promise<void>;
  /** Those that serve now. */
  readonly members: () => readonly Member[];
  /** Tells all that serve, without waiting; whoever has ended meanwhile needs to know no more. */
  readonly tell: Tell;
  /** Ends a process at once; another takes its place. */
  readonly replace: (member: Member) => void;
  /** Lets all end what they are at, but no longer than so many milliseconds. */
  readonly stop: (patience: number) => Promise<void>;
}

interface Started {
  readonly member: Member;
  readonly worker: Worker;
  /** When it can be asked. */
  readonly begun: Promise<void>;
  /** Why it ended, once it has. */
  readonly ended: Promise<Error>;
}

/** Keeps so many processes running: one that ends is replaced, at once or, where that happens again and again, after a while. */
export function createPool(parts: PoolParts): Pool {
  const { log } = parts;
  const running = new Set<Started>();
  const serving = new Map<Member, Started>();
  const stopping = new AbortController();
  /** How often in a row starts failed. */
  let failedStarts = 0;

  // The processes share one socket: whoever is free takes the next connection. If the primary dealt connections out, as Node
  // does by default, one that was dealt to a process that dies would hang for ever, and a busy process would be dealt its share.
  cluster.schedulingPolicy = cluster.SCHED_NONE;
  cluster.setupPrimary({ exec: parts.program, args: [], serialization: 'advanced' });

  const launch = (number: number): Started => {
    const worker = cluster.fork();
    const ended = new Promise<Error>((resolve) => {
      worker.once('error', resolve);
      worker.once('exit', (code, signal) => resolve(new Error(`it ended with ${signal ?? code}`)));
    });
    let begin = (): void => undefined;
    const begun = new Promise<void>((resolve) => {
      begin = resolve;
    });
    const ask = createCalls<WorkerDuties>(
      {
        send: (message, sent) => void worker.send(message, undefined, sent as () => void),
        onMessage: (take) => worker.on('message', take),
        onClose: (take) => worker.once('exit', take),
      },
      { ...parts.duties, begin },
    );
    const started = { worker, begun, ended, member: { number, pid: worker.process.pid!, ask } };
    running.add(started);
    void ended.then(() => running.delete(started));
    return started;
  };

  /** Whether it came to serve. */
  const bring = async ({ member, worker, begun, ended }: Started): Promise<boolean> => {
    try {
      await Promise.race([
        begun.then(() => parts.bring(member)),
        ended.then((error) => {
          throw error;
        }),
      ]);
      return true;
    } catch (error) {
      worker.process.kill('SIGKILL');
      failedStarts += 1;
      if (!stopping.signal.aborted) failStart(member, error as Error);
      return false;
    }
  };
  const failStart = ({ number, pid }: Member, error: Error): void => {
    log.error({ worker: number, pid, why: explain(error) }, 'worker could not start');
    const isHopeless = failedStarts >= ATTEMPTS * parts.count || error instanceof ProblemError;
    if (serving.size === 0 && isHopeless) lose(error);
  };
  let lose = parts.onLost;
  const watch = ({ member, worker }: Started): (() => void) => {
    const { number, pid, ask } = member;
    return watchHeartbeat({
      beat: () => ask('beat'),
      silence: parts.silence,
      onSilent() {
        log.error({ worker: number, pid }, 'worker does not answer and is ended');
        worker.process.kill('SIGKILL');
      },
    });
  };

  /** Has one process after the other in one place. */
  const keep = async (number: number, onFirst: () => void): Promise<void> => {
    let failures = 0;
    while (!stopping.signal.aborted) {
      const started = launch(number);
      const { member, ended } = started;
      const isServing = await bring(started);
      const began = performance.now();
      const endWatch = isServing ? watch(started) : undefined;
      if (isServing) {
        failedStarts = 0;
        serving.set(member, started);
        log.info({ worker: number, pid: member.pid }, 'worker serves');
        parts.onServing(member);
        onFirst();
      }
      const why = await ended;
      endWatch?.();
      serving.delete(member);
      if (stopping.signal.aborted) return;
      failures = performance.now() - began > STEADY ? 1 : failures + 1;
      const milliseconds = backoff(failures);
      if (isServing) {
        parts.onReplaced?.();
        log.error(
          { worker: number, pid: member.pid, why: why.message, milliseconds },
          'worker ended and is replaced',
        );
      }
      await wait(milliseconds, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  };

  return {
    start: () =>
      new Promise((resolve, reject) => {
        lose = reject;
        const first = Array.from(
          { length: parts.count },
          (_, index) => new Promise<void>((served) => void keep(index + 1, served)),
        );
        void Promise.all(first).then(() => {
          lose = parts.onLost;
          resolve();
        });
      }),
    members: () => [...serving.keys()],
    tell(name, ...given) {
      for (const { ask } of serving.keys()) void ask(name, ...given).catch(() => undefined);
    },
    replace: (member) => void serving.get(member)?.worker.process.kill('SIGKILL'),
    async stop(patience) {
      stopping.abort();
      const all = [...running];
      for (const { member } of all) void member.ask('drain').catch(() => undefined);
      const cut = setTimeout(() => {
        for (const { worker } of all) worker.process.kill('SIGKILL');
      }, patience);
      await Promise.all(all.map(({ ended }) => ended));
      clearTimeout(cut);
    },
  };
}
