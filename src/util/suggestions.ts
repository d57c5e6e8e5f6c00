import { compareText } from './compare.ts';
import { editDistance } from './edit-distance.ts';

/** More differences than this make another word, however long the two are. */
const greatestDistance = 4;

/**
 * The candidate that somebody who wrote `word` most likely meant, or `undefined` where none is near. Case does
 * not count; of two that are equally near, the first in the alphabet wins.
 */
export function suggest(word: string, candidates: Iterable<string>): string | undefined {
  const folded = word.toLowerCase();
  let bound = Math.min(greatestDistance, Math.floor(word.length * 0.4) + 1);
  let best: string | undefined;
  for (const candidate of candidates) {
    const distance = editDistance(folded, candidate.toLowerCase(), bound);
    if (distance > bound) continue;
    if (best === undefined || distance < bound || compareText(candidate, best) < 0) {
      best = candidate;
    }
    bound = distance;
  }
  return best;
}
