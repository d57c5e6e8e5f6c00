import script from '../../viewer/layout-worker.ts?worker&url';

let starter: string | undefined;

/**
 * Starts the thread that lays graphs out. A page may start none from a script of another server, but one of its own that imports
 * it; where its content security policy forbids even that, the thread fails, and the layout is done without.
 */
export function startLayoutWorker(): Worker {
  const address = new URL(script, import.meta.url).href;
  starter ??= URL.createObjectURL(
    new Blob([`import ${JSON.stringify(address)};`], { type: 'text/javascript' }),
  );
  return new Worker(starter, { type: 'module' });
}
