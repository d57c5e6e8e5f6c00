import type { Configuration } from '../configuration.ts';
import type { CheckedData } from '../reload/checked.ts';
import type { ReloadOutcome } from '../reload/reloader.ts';

/** What the primary asks of a worker: all that goes between them in this direction. */
export type WorkerDuties = {
  /** Serves this data by these settings, as the worker of this number; answers with the address once it does. */
  readonly serve: (
    configuration: Configuration,
    number: number,
    data: CheckedData,
  ) => Promise<string>;
  /** Makes new data ready beside what is shown. Does nothing where it is ready or shown. */
  readonly prepare: (data: CheckedData) => Promise<void>;
  /** Shows what was made ready of this dataset version. Does nothing where it is shown. */
  readonly show: (version: string) => Promise<void>;
  /** Forgets what was made ready. */
  readonly drop: () => Promise<void>;
  /** Tells those who follow which version is served. */
  readonly announce: () => void;
  /** Keeps what came of a reload, for `/health`. */
  readonly keep: (outcome: ReloadOutcome) => void;
  /** Takes no new requests, lets those in progress end, and ends. */
  readonly drain: () => Promise<void>;
};

/** What a worker asks of the primary. */
export type PrimaryDuties = {
  /** It has come so far that it can be asked; what was asked before is lost. */
  readonly begin: () => void;
};
