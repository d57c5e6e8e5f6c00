import type { Compiled } from '../../data/open.ts';
import type { Problem } from '../../errors/problem.ts';

/** Data that was found right, in a form that can be sent to another thread or process. */
export interface CheckedData {
  readonly ok: true;
  /** The dataset version. */
  readonly version: string;
  /** Where whoever serves it loads it from; where nothing could be written, it reads the files itself. */
  readonly compiled: Compiled | null;
  /** What does not keep the data from being served. */
  readonly warnings: readonly Problem[];
}

/** What came of reading and checking the data folder. */
export type Checked =
  | CheckedData
  | { readonly ok: false; readonly problems: readonly Problem[]; readonly leftOut: number };
