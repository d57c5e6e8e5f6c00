import type { ComputeAnalytics } from './model.ts';

/** Computes in the thread that asks, which waits; the libraries are loaded only then. */
export const computeInThread: ComputeAnalytics = async (graph) => {
  const { computeAnalytics } = await import('./compute.ts');
  return computeAnalytics(graph);
};
