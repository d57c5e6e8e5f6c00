import { Worker } from 'node:worker_threads';
import { packagePath } from '../package.ts';
import type { Folders } from './check-folder.ts';
import type { Checked } from './checked.ts';

/** The program of the thread; `npm run build` makes it, as no thread can be started from TypeScript. */
const PROGRAM = packagePath('dist/bundle/data-worker.js');

/**
 * Reads and checks the data folder in a thread with a heap of its own, and writes the compiled form; nobody who is served
 * meanwhile waits for it.
 * @throws why the thread failed, or that it was told to end
 */
export function checkData(
  { graphData, cacheFolder }: Folders,
  signal?: AbortSignal,
  program: string = PROGRAM,
): Promise<Checked> {
  return new Promise((resolve, reject) => {
    const folders: Folders = { graphData, cacheFolder };
    const worker = new Worker(program, { workerData: folders });
    const end = (): void => void worker.terminate();
    signal?.addEventListener('abort', end, { once: true });
    if (signal?.aborted) end();
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => {
      signal?.removeEventListener('abort', end);
      reject(new Error(`the thread that checks data ended with code ${code} and sent nothing`));
    });
  });
}
