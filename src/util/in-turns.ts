import { setImmediate } from 'node:timers/promises';

/** How long the work keeps the thread before others have their turn, in milliseconds. */
const SLICE = 10;

/** Lets others have their turn when the thread was kept for a slice; to be waited for between parts of a longer work. */
export function turns(slice: number = SLICE): () => Promise<void> | undefined {
  let until = performance.now() + slice;
  return () => {
    if (performance.now() < until) return undefined;
    return setImmediate().then(() => {
      until = performance.now() + slice;
    });
  };
}

/** Does a work that yields between its parts, slice by slice. */
export async function inTurns<T>(work: Generator<void, T>): Promise<T> {
  const turn = turns();
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
    await turn();
  }
}
