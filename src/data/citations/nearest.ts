import { fold } from '../../util/fold.ts';

/** A text without case and marks, and for each of its characters the place of its original. */
interface Folded {
  readonly text: string;
  /** `starts[i]` is where, in the original, the character that gave the folded character i begins; one more at the end. */
  readonly starts: readonly number[];
}

function foldInPlace(original: string): Folded {
  let text = '';
  const starts: number[] = [];
  let offset = 0;
  for (const character of original) {
    const folded = /\s/u.test(character) ? (text.endsWith(' ') ? '' : ' ') : fold(character);
    text += folded;
    for (let index = 0; index < folded.length; index++) starts.push(offset);
    offset += character.length;
  }
  return { text, starts: [...starts, offset] };
}

const letterOrDigit = /[\p{L}\p{M}\p{N}]/u;

/** The words of the original that the folded places `start` to `end` lie in. */
function wordsAround(original: string, folded: Folded, start: number, end: number): string {
  let from = folded.starts[start] ?? 0;
  let to = folded.starts[end] ?? original.length;
  while (from > 0 && letterOrDigit.test(original.charAt(from - 1))) from--;
  while (to < original.length && letterOrDigit.test(original.charAt(to))) to++;
  return original.slice(from, to).trim();
}

/** What stands in the paragraph where the term would, were it not for case and marks; `null` when nothing does. */
export function printedAs(term: string, paragraph: string): string | null {
  const wanted = foldInPlace(term.trim()).text;
  const folded = foldInPlace(paragraph);
  const start = wanted === '' ? -1 : folded.text.indexOf(wanted);
  return start < 0 ? null : wordsAround(paragraph, folded, start, start + wanted.length);
}

/**
 * The part of the paragraph most like the term, in whole words, or `null` when even that differs from it in more
 * than a third of its characters. Edit distance of a pattern to all parts of a text: P. H. Sellers, "The theory
 * and computation of evolutionary distances: pattern recognition", Journal of Algorithms 1 (1980).
 * Time: the product of both lengths.
 */
export function nearest(term: string, paragraph: string): string | null {
  const wanted = foldInPlace(term.trim()).text;
  if (wanted === '') return null;
  const folded = foldInPlace(paragraph);
  // Row by row over the text: the least distance of each prefix of the term to a part that ends here, and where that part begins.
  let row = Array.from({ length: wanted.length + 1 }, (_, cost) => ({ cost, start: 0 }));
  let best = { cost: Math.floor(wanted.length / 3) + 1, start: 0, end: 0 };
  for (let end = 1; end <= folded.text.length; end++) {
    const next = [{ cost: 0, start: end }];
    for (let length = 1; length <= wanted.length; length++) {
      const kept = row[length - 1]!;
      const same = wanted[length - 1] === folded.text[end - 1];
      const candidates = [
        { cost: kept.cost + (same ? 0 : 1), start: kept.start },
        { cost: row[length]!.cost + 1, start: row[length]!.start },
        { cost: next[length - 1]!.cost + 1, start: next[length - 1]!.start },
      ];
      next.push(candidates.reduce((least, other) => (other.cost < least.cost ? other : least)));
    }
    row = next;
    const whole = row[wanted.length]!;
    if (whole.cost < best.cost) best = { ...whole, end };
  }
  return best.end === 0 ? null : wordsAround(paragraph, folded, best.start, best.end);
}
