import type { MetricObject } from 'prom-client';
import type { Reloaded } from '../access/administration.ts';
import type { Key } from '../access/keys.ts';
import type { RateCounter } from '../access/rate-counter.ts';
import type { Configuration } from '../configuration.ts';
import type { CheckedData } from '../reload/checked.ts';
import type { ReloadOutcome } from '../reload/reloader.ts';

/** What a worker is given once, when it begins. */
export interface Outfit {
  readonly configuration: Configuration;
  /** Which of the workers it is, counted from 1. */
  readonly number: number;
  readonly keys: readonly Key[] | undefined;
}

/** What the primary asks of a worker: all that goes between them in this direction. */
export type WorkerDuties = {
  /** Serves this data; answers with the address once it does. */
  readonly serve: (outfit: Outfit, data: CheckedData) => Promise<string>;
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
  /** Takes these API keys from now on. */
  readonly takeKeys: (keys: readonly Key[]) => void;
  /** What it has counted and measured. */
  readonly metrics: () => Promise<MetricObject[]>;
  /** Shows that it still does what it is asked. */
  readonly beat: () => void;
  /** Takes no new requests, lets those in progress end, and ends. */
  readonly drain: () => Promise<void>;
};

/** What a worker asks of the primary. */
export type PrimaryDuties = {
  /** It has come so far that it can be asked; what was asked before is lost. */
  readonly begin: () => void;
  /** Counts one more request of a client, in whichever worker the others were. */
  readonly increment: RateCounter['increment'];
  /** Reads the data anew, for all workers. */
  readonly reload: () => Promise<Reloaded>;
  /** The metrics of all, as Prometheus reads them. */
  readonly metrics: () => Promise<string>;
};
