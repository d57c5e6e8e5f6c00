import { openDataset } from '../data/open.ts';
import type { ReadOptions } from '../data/read.ts';
import type { Problem } from '../errors/problem.ts';
import type { ComputeAnalytics } from '../graph/analytics/model.ts';
import { buildGraph } from '../graph/build.ts';
import { createMemoryStore } from '../store/memory.ts';
import type { GraphStore } from '../store/port.ts';
import type { Configuration } from './configuration.ts';
import { warmUp } from './warm-up.ts';

export type OpenedStore =
  | {
      readonly ok: true;
      readonly store: GraphStore;
      /**
       * Makes what is otherwise made for the first question that needs it, so that nobody waits for it: between requests, and
       * analytics elsewhere. Ends early when told so.
       */
      readonly warmUp: (signal: AbortSignal) => Promise<void>;
      /** Whether the data was read from its files or from the compiled form of the same content. */
      readonly origin: 'read' | 'compiled';
      /** What does not stop the program, such as a cache that cannot be written. */
      readonly warnings: readonly Problem[];
    }
  | { readonly ok: false; readonly problems: readonly Problem[]; readonly leftOut: number };

export interface StoreOptions extends Pick<ReadOptions, 'onProgress'> {
  /** Computes analytics; in the thread that asks when absent. */
  readonly compute?: ComputeAnalytics;
}

/** Reads and checks the graph data and makes it ready for questions. The one place that chooses an adapter. */
export async function openStore(
  configuration: Pick<Configuration, 'graphData' | 'cacheFolder'>,
  { compute, ...options }: StoreOptions = {},
): Promise<OpenedStore> {
  const opened = await openDataset({
    folder: configuration.graphData,
    cacheFolder: configuration.cacheFolder,
    ...options,
  });
  if (!opened.ok) return opened;
  const graph = buildGraph(opened.dataset);
  const store = createMemoryStore(graph, compute && { compute });
  return {
    ok: true,
    store,
    warmUp(signal) {
      // Without waiting for the answer; what goes wrong is logged where it is computed, and part of later answers.
      void store.analytics([null]);
      const rest = [
        graph.ownTimes,
        graph.dates,
        graph.byDate,
        graph.byLatest,
        graph.statementsBySoleSource,
      ];
      return warmUp(
        [
          graph.text.step,
          graph.beginnings.step,
          graph.time.step,
          graph.disagreements.step,
          ...rest.map((make) => () => {
            make();
            return true;
          }),
        ],
        signal,
      );
    },
    origin: opened.origin,
    warnings: opened.warnings,
  };
}
