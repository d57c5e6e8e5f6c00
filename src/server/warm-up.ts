import { setImmediate } from 'node:timers/promises';

/** How long the work keeps the thread before requests have their turn, in milliseconds. */
const SLICE = 10;

/**
 * Does work piece by piece, so that requests need not wait for more than a slice or one step of it.
 * @param pieces each does one step when called, and tells whether it has no more; one that throws is left there, for whoever
 *   asks for what it makes is told
 */
export async function warmUp(
  pieces: readonly (() => boolean)[],
  signal: AbortSignal,
): Promise<void> {
  let until = performance.now() + SLICE;
  for (const piece of pieces) {
    while (!isDone(piece)) {
      if (performance.now() < until) continue;
      await setImmediate();
      if (signal.aborted) return;
      until = performance.now() + SLICE;
    }
    await setImmediate();
    if (signal.aborted) return;
    until = performance.now() + SLICE;
  }
}

function isDone(piece: () => boolean): boolean {
  try {
    return piece();
  } catch {
    return true;
  }
}
