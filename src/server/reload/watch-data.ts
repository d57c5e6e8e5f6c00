import { type FSWatcher, watch as watchFolder } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { watch } from 'chokidar';

/** How long nothing must change before the data is read, in milliseconds: an editor or git changes many files in a row. */
const QUIET = 250;

export interface DataWatcher {
  /** When no change is missed any more. */
  readonly ready: Promise<void>;
  readonly close: () => Promise<void>;
}

interface WatchOptions {
  readonly folder: string;
  /** Is called when something has changed, and then nothing for a while. Changes from the moment of the call on lead to one more. */
  readonly onChange: () => void;
  /** That some changes may be missed. */
  readonly onError: (error: unknown) => void;
}

/** Tells when the data changes: its files, its folders, or the folder as a whole, which may be put in the place of another. */
export function watchData({ folder, onChange, onError }: WatchOptions): DataWatcher {
  const root = resolve(folder);
  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;

  const changed = (): void => {
    clearTimeout(timer);
    if (!isClosed) timer = setTimeout(() => void settle(), QUIET).unref();
  };
  const beginInside = () => {
    const watcher = watch(root, { ignoreInitial: true, persistent: false });
    // Of a link that now leads elsewhere only the raw event tells.
    watcher.on('all', changed).on('raw', changed).on('error', onError);
    const ready = new Promise<void>((done) => void watcher.once('ready', done));
    return { watcher, ready };
  };
  let inside = beginInside();
  const beside = watchBeside(root, changed, onError);

  /** Watches anew what is there now, for folders may be others under the same names; only then lets it be read. */
  const settle = async (): Promise<void> => {
    const before = inside;
    inside = beginInside();
    await before.watcher.close();
    await inside.ready;
    if (!isClosed) onChange();
  };

  return {
    ready: inside.ready,
    async close() {
      isClosed = true;
      clearTimeout(timer);
      beside?.close();
      await inside.watcher.close();
    },
  };
}

/** Watches the name of a folder in the folder that holds it. */
function watchBeside(
  root: string,
  onChange: () => void,
  onError: (error: unknown) => void,
): FSWatcher | undefined {
  try {
    const watcher = watchFolder(dirname(root), { persistent: false }, (_event, name) => {
      if (name === basename(root)) onChange();
    });
    return watcher.on('error', onError);
  } catch (error) {
    onError(error);
    return undefined;
  }
}
