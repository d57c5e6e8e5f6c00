import { Worker } from 'node:worker_threads';
import type { FastifyBaseLogger } from 'fastify';
import { ProblemError } from '../../errors/problem.ts';
import { packagePath } from '../package.ts';
import type { Draw, DrawingMaterial, DrawRequest } from './draw.ts';

/** The program of the thread; `npm run build` makes it, as no thread can be started from TypeScript. */
const PROGRAM = packagePath('dist/bundle/picture-worker.js');
/** How many pictures may wait for the one that is drawn. */
const QUEUE = 32;
/** How long one picture may take, in milliseconds. */
const PATIENCE = 20_000;
/** How much memory the thread may use, in megabytes. */
const MEMORY = 512;

export interface PictureThread {
  /** Rejects with PICTURE_UNAVAILABLE, and logs why where that is nobody's haste. */
  readonly draw: Draw;
  /** Ends what is being drawn. */
  readonly close: () => Promise<void>;
}

interface Waiting {
  readonly request: DrawRequest;
  readonly resolve: (bytes: Uint8Array) => void;
  readonly reject: (error: ProblemError) => void;
}

interface Drawn {
  readonly bytes?: Uint8Array;
  readonly error?: Error;
}

export interface PictureThreadOptions {
  readonly program?: string;
  readonly queue?: number;
  readonly patience?: number;
}

/** Draws pictures in a thread of their own, one after the other; it is started with the first, and anew when it fails. */
export function pictureThread(
  log: Pick<FastifyBaseLogger, 'error'>,
  material: DrawingMaterial,
  { program = PROGRAM, queue = QUEUE, patience = PATIENCE }: PictureThreadOptions = {},
): PictureThread {
  const waiting: Waiting[] = [];
  let worker: Worker | undefined;
  let current: Waiting | undefined;
  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;

  const unavailable = (why: string) => new ProblemError('PICTURE_UNAVAILABLE', { why });

  const start = (): Worker => {
    const started = new Worker(program, {
      workerData: material,
      resourceLimits: { maxOldGenerationSizeMb: MEMORY },
    });
    started.unref();
    started.on('message', ({ bytes, error }: Drawn) => {
      if (bytes !== undefined) finish((one) => one.resolve(bytes));
      else fail(error, 'drawing it failed');
    });
    started.on('error', (error) => replace(started, error, 'the thread that draws failed'));
    started.on('exit', (code) => {
      const error = new Error(`The thread ended with code ${code}.`);
      if (worker === started && !isClosed) replace(started, error, 'the thread that draws failed');
    });
    return started;
  };

  const finish = (settle: (one: Waiting) => void): void => {
    clearTimeout(timer);
    const one = current;
    current = undefined;
    if (one !== undefined) settle(one);
    next();
  };

  const fail = (error: unknown, why: string): void => {
    if (!isClosed) {
      const { piece, settings, format } = current?.request ?? {};
      log.error({ err: error, piece, settings, format }, 'a picture could not be drawn');
    }
    finish((one) => one.reject(unavailable(why)));
  };

  const replace = (failed: Worker, error: unknown, why: string): void => {
    if (worker === failed) worker = undefined;
    void failed.terminate();
    fail(error, why);
  };

  const next = (): void => {
    if (current !== undefined || isClosed) return;
    current = waiting.shift();
    if (current === undefined) return;
    try {
      worker ??= start();
      const drawing = worker;
      timer = setTimeout(
        () => replace(drawing, new Error(`Not done in ${patience} ms.`), 'it takes too long'),
        patience,
      );
      worker.postMessage(current.request);
    } catch (error) {
      // An answer that holds what cannot be sent to a thread, such as a function.
      fail(error, 'drawing it failed');
    }
  };

  return {
    draw: (request) =>
      new Promise((resolve, reject) => {
        if (isClosed) reject(unavailable('the server stops'));
        else if (waiting.length >= queue) reject(unavailable('too many others are being drawn'));
        else {
          waiting.push({ request, resolve, reject });
          next();
        }
      }),
    async close() {
      isClosed = true;
      clearTimeout(timer);
      for (const one of [...(current ? [current] : []), ...waiting.splice(0)]) {
        one.reject(unavailable('the server stops'));
      }
      current = undefined;
      await worker?.terminate();
    },
  };
}
