import { Worker } from 'node:worker_threads';
import type { FastifyBaseLogger } from 'fastify';
import { ProblemError } from '../../errors/problem.ts';
import type { Analytics, ComputeAnalytics } from '../../graph/analytics/model.ts';
import { packagePath } from '../package.ts';
import { buffersOf } from './transfer.ts';

/** The program of the thread; `npm run build` makes it, as no thread can be started from TypeScript. */
const PROGRAM = packagePath('dist/bundle/analytics-worker.js');
/** Room for what a large graph makes at a time, in megabytes: with less, the collection of garbage takes most of the time. */
const YOUNG_GENERATION = 256;

export interface AnalyticsThread {
  /** Rejects with ANALYTICS_UNAVAILABLE, and logs why. */
  readonly compute: ComputeAnalytics;
  /** Ends what is being computed. */
  readonly close: () => Promise<void>;
}

/** Computes analytics in threads of their own, so that the one that serves goes on serving. */
export function analyticsThread(
  log: Pick<FastifyBaseLogger, 'info' | 'error'>,
  program: string = PROGRAM,
): AnalyticsThread {
  const running = new Set<Worker>();
  let isClosed = false;

  const run = (graph: Parameters<ComputeAnalytics>[0]): Promise<Analytics> =>
    new Promise((resolve, reject) => {
      const worker = new Worker(program, {
        workerData: graph,
        transferList: buffersOf(graph),
        resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION },
      });
      running.add(worker);
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.once('exit', (code) => {
        running.delete(worker);
        reject(new Error(`The thread ended with code ${code} and sent nothing.`));
      });
    });

  return {
    async compute(graph) {
      const began = performance.now();
      try {
        if (isClosed) throw new Error('The server has stopped.');
        const analytics = await run(graph);
        const { pivots, exact, sizes, modularity } = analytics;
        log.info(
          {
            milliseconds: Math.round(performance.now() - began),
            pivots,
            exact,
            communities: sizes.length,
            modularity,
          },
          'analytics computed',
        );
        return analytics;
      } catch (error) {
        if (!isClosed) log.error({ err: error }, 'analytics could not be computed');
        throw new ProblemError('ANALYTICS_UNAVAILABLE');
      }
    },
    async close() {
      isClosed = true;
      await Promise.all([...running].map((worker) => worker.terminate()));
    },
  };
}
