import { fold } from '../../../util/fold.ts';
import { type Span, taken } from './mention.ts';

/** How a word is capitalised. A capital that is a word by itself counts as `initial`. */
export type Capitals = 'none' | 'initial' | 'all';

export interface Word extends Span {
  /** The word in lower case. */
  readonly key: string;
  readonly capitals: Capitals;
  /** It opens a sentence, a quotation, a bracket or an item, so that its capital may say nothing. */
  readonly opens: boolean;
  /** It follows the word before it after white space or a hyphen alone. */
  readonly joined: 'space' | 'hyphen' | null;
}

const listMarker = /^\s*(?:[-–—•*+]|\p{L}[.)](?=\s))\s*/u;
/** Ends in something after which a sentence, a quotation or an item begins. */
const opening =
  /[.!?…:;|•]["'”’»)\]\s]*["'“‘«([]?$|(?:^|[\s,–—-])["'“‘«([]+$|\s[-–—]\s*$|[-–—]\s+$/u;

/** The words of a text, in order. Its taken parts are no words, and nothing is joined across them. */
export function splitWords(text: string): Word[] {
  const found: Word[] = [];
  const body = listMarker.exec(text)?.[0].length ?? 0;
  let end = 0;
  for (const match of text.matchAll(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu)) {
    const [word] = match;
    const start = match.index;
    const gap = text.slice(end, start);
    const nearGap = gap.slice(gap.lastIndexOf(taken) + 1);
    found.push({
      start,
      end: start + word.length,
      key: word.toLowerCase(),
      capitals: capitalsOf(word),
      opens: start <= body || (end === 0 && nearGap === gap) || opening.test(nearGap),
      joined: end === 0 ? null : /^\s+$/u.test(gap) ? 'space' : gap === '-' ? 'hyphen' : null,
    });
    end = start + word.length;
  }
  return found;
}

function capitalsOf(word: string): Capitals {
  if (!/^\p{Lu}/u.test(word)) return 'none';
  return /^\p{Lu}[\p{Lu}\p{M}\p{N}]+$/u.test(word) ? 'all' : 'initial';
}

const syllable =
  /^(?:ngh|ng|nh|n|gh|gi|g|kh|k|ph|p|qu|th|tr|t|ch|c|b|d|h|l|m|r|s|v|x)?[aeiouy]{1,3}(?:ch|c|m|ng|nh|n|p|t)?$/;

/** Whether the letters could be a Vietnamese syllable: at most one onset, one vowel group, one coda. */
export function isVietnameseSyllable(key: string): boolean {
  return syllable.test(fold(key));
}
