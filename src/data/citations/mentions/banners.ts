import { isVietnameseSyllable, type Word } from './words.ts';

/** A text in which at least so many words one after the other are all capitals is a banner. */
const bannerLength = 4;

/**
 * Which words stand in a banner: a run of all-capital words, most of which could be Vietnamese (so that a list of
 * acronyms is none), or a text that has nothing else. There, capitals do not tell names.
 */
export function findBanners(words: readonly Word[]): boolean[] {
  const inBanner = words.map(() => false);
  for (let from = 0; from < words.length; ) {
    let to = from;
    while (to < words.length && isAllCapital(words[to]!)) to++;
    const vietnamese = words.slice(from, to).filter(({ key }) => isVietnameseSyllable(key)).length;
    const whole = to - from === words.length && words.length > 1;
    if ((whole || to - from >= bannerLength) && vietnamese * 2 > to - from) {
      inBanner.fill(true, from, to);
    }
    from = Math.max(to, from + 1);
  }
  return inBanner;
}

const isAllCapital = (word: Word): boolean =>
  word.capitals === 'all' || (word.capitals === 'initial' && word.end - word.start === 1);
