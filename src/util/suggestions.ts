import { compareText } from './compare.ts';
import { editDistance } from './edit-distance.ts';

/** More differences than this make another word, however long the two are. */
const greatestDistance = 4;

const commonStart = (a: string, b: string): number => {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
};

/**
 * The candidate that somebody who wrote `word` most likely meant, or `undefined` where none is near. Case does
 * not count; of two that are equally near, the one that begins more alike wins, then the first in the alphabet.
 */
export function suggest(word: string, candidates: Iterable<string>): string | undefined {
  const folded = word.toLowerCase();
  let bound = Math.min(greatestDistance, Math.floor(word.length * 0.4) + 1);
  let best: string | undefined;
  let start = 0;
  for (const candidate of candidates) {
    const other = candidate.toLowerCase();
    const distance = editDistance(folded, other, bound);
    if (distance > bound) continue;
    const alike = commonStart(folded, other);
    const rival = distance === bound ? best : undefined;
    if (
      rival === undefined ||
      alike > start ||
      (alike === start && compareText(candidate, rival) < 0)
    ) {
      best = candidate;
      start = alike;
    }
    bound = distance;
  }
  return best;
}
