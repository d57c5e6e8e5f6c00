import type { Dataset } from '../data/dataset.ts';
import { openDataset } from '../data/open.ts';
import type { ReadOptions } from '../data/read.ts';
import type { Problem } from '../errors/problem.ts';
import type { ComputeAnalytics } from '../graph/analytics/model.ts';
import { buildGradually } from '../graph/build.ts';
import { createMemoryStore } from '../store/memory.ts';
import type { GraphStore } from '../store/port.ts';
import { inTurns } from '../util/in-turns.ts';
import type { Configuration } from './configuration.ts';
import { warmUp } from './warm-up.ts';

/** A store, and how to make it quick from the first question on. */
export interface WarmStore {
  readonly store: GraphStore;
  /** The part of the warm-up that is done in short steps, without what is computed elsewhere. Ends early when told so. */
  readonly prepare: (signal: AbortSignal) => Promise<void>;
  /**
   * Makes what is otherwise made for the first question that needs it, so that nobody waits for it: between requests, and
   * analytics elsewhere. Ends early when told so.
   */
  readonly warmUp: (signal: AbortSignal) => Promise<void>;
}

export type OpenedStore =
  | (WarmStore & {
      readonly ok: true;
      /** What does not stop the program, such as a cache that cannot be written. */
      readonly warnings: readonly Problem[];
    })
  | { readonly ok: false; readonly problems: readonly Problem[]; readonly leftOut: number };

export interface StoreOptions extends Pick<ReadOptions, 'onProgress'> {
  /** Computes analytics; in the thread that asks when absent. */
  readonly compute?: ComputeAnalytics;
}

/** Reads and checks the graph data and makes it ready for questions. */
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
  return { ok: true, ...(await storeOf(opened.dataset, compute)), warnings: opened.warnings };
}

/** Makes a dataset ready for questions, slice by slice. The one place that chooses an adapter. */
export async function storeOf(dataset: Dataset, compute?: ComputeAnalytics): Promise<WarmStore> {
  const graph = await inTurns(buildGradually(dataset));
  const store = createMemoryStore(graph, compute && { compute });
  const steps = [graph.text, graph.beginnings, graph.time, graph.disagreements, ...graph.later].map(
    ({ step }) => step,
  );
  return {
    store,
    prepare: (signal) => warmUp(steps, signal),
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
          ...steps,
          ...rest.map((make) => () => {
            make();
            return true;
          }),
        ],
        signal,
      );
    },
  };
}
