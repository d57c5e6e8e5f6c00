import { findDesignations, findWebAddresses } from './addresses.ts';
import { findBanners } from './banners.ts';
import { findDates, findNamedDays } from './dates.ts';
import { KnownNames } from './known-names.ts';
import { LetterCase } from './letter-case.ts';
import { type Mention, type MentionClass, type Span, take } from './mention.ts';
import { findNames } from './names.ts';
import { findDocumentNumbers, findRomanNumerals, findWrittenNumbers } from './numbers.ts';
import { findSpelledNumbers } from './spelled-numbers.ts';
import { splitWords } from './words.ts';

/** Each finder sees only what those before it have left, so that no two mentions overlap. */
const finders: readonly (readonly [MentionClass, (text: string) => Span[]])[] = [
  ['name', findWebAddresses],
  ['number', findDocumentNumbers],
  ['date', findNamedDays],
  ['date', findDates],
  ['name', findDesignations],
  ['number', findWrittenNumbers],
  ['number', findRomanNumerals],
  ['number', findSpelledNumbers],
];

/** All that is found without knowing other texts, and the text without it. */
function findPatterns(paragraph: string): { mentions: Mention[]; rest: string } {
  const mentions: Mention[] = [];
  // Publishers print the Icelandic letter for the Vietnamese one; both are one code unit long.
  let rest = paragraph.replaceAll('Ð', 'Đ');
  for (const [mentionClass, find] of finders) {
    const spans = find(rest);
    for (const span of spans) mentions.push({ class: mentionClass, ...span });
    rest = take(rest, spans);
  }
  return { mentions, rest };
}

/**
 * The numbers, dates and proper names of articles, given as lists of paragraphs in Unicode NFC: for each article,
 * for each paragraph, its mentions in order; no two overlap. Names are judged by all articles together.
 */
export function findMentions(articles: readonly (readonly string[])[]): Mention[][][] {
  const letterCase = new LetterCase();
  const knownNames = new KnownNames();
  const read = articles.map((paragraphs) => {
    const ownCase = new LetterCase(letterCase);
    const texts = paragraphs.map((paragraph) => {
      const { mentions, rest } = findPatterns(paragraph);
      const words = splitWords(rest);
      ownCase.learn(words);
      return { mentions, words, inBanner: findBanners(words) };
    });
    return { ownCase, texts };
  });
  // Only now is the letter case of all articles known.
  const named = read.map(({ ownCase, texts }) =>
    texts.map((text) => {
      const names = findNames(text.words, text.inBanner, ownCase);
      knownNames.learn(text.words, names, letterCase);
      return { ...text, names };
    }),
  );
  // And only now are the names known that banners may hold.
  return named.map((texts) =>
    texts.map(({ mentions, words, inBanner, names }) => {
      const spans = [...names, ...knownNames.find(words, inBanner)];
      const nameMentions = spans.map((span): Mention => ({ class: 'name', ...span }));
      return [...mentions, ...nameMentions].sort((a, b) => a.start - b.start);
    }),
  );
}
