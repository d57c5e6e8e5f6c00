import type { Path } from '../util/path.ts';
import type { Parameters } from './problem.ts';
import type { Code } from './registry.ts';

/** Says that something is wrong with the value at a path of the record in hand, or with its key. */
export type Report = (
  code: Code,
  parameters: Parameters,
  path: Path,
  more?: {
    readonly end?: 'key' | 'value';
    /** Called only when the problem is shown, for it may have to search. */
    readonly suggestion?: () => string | undefined;
  },
) => void;
