import { matchSpans, type Span, wordEnd, wordStart } from './mention.ts';

/** The number of a document with the signs of its issuer: `25-CT/TW`, `35/2020/NQ-CP`. */
const documentNumber = new RegExp(
  `${wordStart}\\p{N}+(?:/\\p{N}{4}/\\p{Lu}{2,}|-\\p{Lu}{2,}/\\p{Lu}{2,})(?:-\\p{Lu}+)*${wordEnd}`,
  'gu',
);

const digits = '\\p{N}+(?:[.,]\\p{N}+)*';
const magnitude = '(?:chục|trăm|nghìn|ngàn|vạn|triệu|tỷ|tỉ)';

/** Digits, or a range of them, with the percent sign or the magnitude that belongs to them: `5,2%`, `800 tỷ`. */
const written = new RegExp(
  `(?<![\\p{L}\\p{M}\\p{N}])${digits}(?:[-–]${digits})?(?:\\s?%|\\s+phần\\s+trăm${wordEnd}|(?:\\s+${magnitude}${wordEnd})+)?`,
  'giu',
);

/** The number that opens an item of a list counts nothing. */
const listNumber = /^\s*\p{N}{1,2}[.)]\s/u;

const roman = new RegExp(`${wordStart}X{0,3}(?:IX|IV|V?I{0,3})${wordEnd}`, 'gu');
const alsoWordOrInitial = new Set(['I', 'V', 'X', 'VI', 'XI']);
/** Ends in a word that is numbered: "Đại hội", "lần thứ", "khóa". */
const numberedWord = /(?:thứ|khóa|khoá|quý|hội|kỳ|số|phần|chương|tập|kỷ)\s{1,4}$/iu;
const longestNumberedWord = 9;

export const findDocumentNumbers = (text: string): Span[] => matchSpans(text, documentNumber);

export function findWrittenNumbers(text: string): Span[] {
  const body = listNumber.exec(text)?.[0].length ?? 0;
  return matchSpans(text, written).filter(({ start }) => start >= body);
}

/**
 * Roman numerals up to 39, as congresses, terms and centuries have them. Those that may also be words or initials
 * count only after a word that is numbered.
 */
export const findRomanNumerals = (text: string): Span[] =>
  matchSpans(text, roman).filter(
    ({ start, end }) =>
      !alsoWordOrInitial.has(text.slice(start, end)) ||
      numberedWord.test(text.slice(Math.max(0, start - longestNumberedWord), start)),
  );
