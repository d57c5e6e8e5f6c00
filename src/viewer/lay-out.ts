import type { Drawing, Positions } from '../pieces/drawing/drawing.ts';
import { layOutGradually, type Progress } from '../pieces/drawing/layout.ts';
import type { LayoutMessage } from './layout-worker.ts';

export interface LayOutOptions {
  /** Told how far it has come, from 0 to 1. */
  readonly progress?: Progress;
  /** Ends the work; the promise is then rejected with its reason. */
  readonly signal?: AbortSignal;
  /** Starts the thread; a page of another host needs a way of its own. May throw, or answer nothing, where there is none. */
  readonly start?: () => Worker | undefined;
}

const startWorker = (): Worker =>
  new Worker(new URL('./layout-worker.ts', import.meta.url), { type: 'module' });

/** Lays a drawing out in a thread of its own; where none can be had, in this one, a little at a time. */
export async function layOutApart(
  drawing: Drawing,
  { progress, signal, start = startWorker }: LayOutOptions = {},
): Promise<Positions> {
  signal?.throwIfAborted();
  let worker: Worker | undefined;
  try {
    worker = start();
  } catch {
    // The other way does it too.
  }
  if (worker === undefined) return layOutHere(drawing, progress, signal);
  try {
    return await inWorker(worker, drawing, progress, signal);
  } catch (error) {
    signal?.throwIfAborted();
    if (!(error instanceof WorkerFailure)) throw error;
    return await layOutHere(drawing, progress, signal);
  } finally {
    worker.terminate();
  }
}

class WorkerFailure extends Error {}

function inWorker(
  worker: Worker,
  drawing: Drawing,
  progress: Progress | undefined,
  signal: AbortSignal | undefined,
): Promise<Positions> {
  return new Promise((resolve, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
    worker.addEventListener('error', () => reject(new WorkerFailure()));
    worker.addEventListener('message', ({ data }: MessageEvent<LayoutMessage>) => {
      if ('done' in data) progress?.(data.done);
      else resolve(data);
    });
    worker.postMessage(drawing);
  });
}

/** Milliseconds of work at a time, so that frames go on. */
const SLICE = 10;

async function layOutHere(
  drawing: Drawing,
  progress: Progress | undefined,
  signal: AbortSignal | undefined,
): Promise<Positions> {
  const work = layOutGradually(drawing);
  for (;;) {
    const until = performance.now() + SLICE;
    do {
      const { done, value } = work.next();
      if (done) return value;
      progress?.(value);
    } while (performance.now() < until);
    await new Promise((resolve) => setTimeout(resolve));
    signal?.throwIfAborted();
  }
}
