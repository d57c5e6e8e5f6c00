import { StoppedError } from '../../errors/stopped.ts';
import type { Effort } from '../../graph/algorithms/effort.ts';

/** Refuses to pass off a part as the whole, where an answer has no way to say that it is one. */
export function checkWhole({ isSpent, visited }: Effort): void {
  if (isSpent) throw new StoppedError(visited);
}
