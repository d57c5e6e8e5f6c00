import { countedNoun } from './counted-nouns.ts';
import { matchSpans, type Span, wordEnd } from './mention.ts';

const day = '(?:0?[1-9]|[12][0-9]|3[01])';
const month = '(?:0?[1-9]|1[0-2])';
const year = '(?:1[5-9][0-9]{2}|20[0-9]{2})';
const time = '(?:[01]?[0-9]|2[0-3])(?::[0-5][0-9](?::[0-5][0-9])?|h(?:[0-5][0-9])?)';
const dash = '\\s?[-–—]\\s?';

/** The first alternative that fits wins, so the longer forms stand first. */
const forms = [
  `${year}-(?:0[1-9]|1[0-2])-[0-9]{2}(?:T${time})?`,
  `${day}([/.-])${month}\\1${year}`,
  `${day}\\s+tháng\\s+${month}(?:\\s+năm\\s+${year})?`,
  `${day}[-–]${day}/${month}(?:/${year})?`,
  `${month}/${year}`,
  `${day}/${month}`,
  time,
  `${year}${dash}${year}`,
  // A span of time told by two numbers: "2-3 năm".
  `[0-9]{1,3}${dash}[0-9]{1,3}(?=\\s+(?:năm|tháng|tuần|ngày|giờ|phút)${wordEnd})`,
  `(?<=tháng\\s)${month}(?:\\s+năm\\s+${year})?`,
  `(?<=ngày\\s)${day}`,
  `(?<=năm\\s)${year}`,
  // Four bare digits are a year unless something is counted by them; thousands are printed with a full stop.
  `${year}(?!\\s*%|\\s+(?:${countedNoun}|nghìn|ngàn)${wordEnd})`,
];

const date = new RegExp(
  `(?<![\\p{L}\\p{M}\\p{N}]|\\p{N}[.,/:])(?:${forms.join('|')})(?![\\p{L}\\p{M}\\p{N}]|[.,/:]\\p{N})`,
  'giu',
);

/** Days of the week and spelled months, known from the ordinal "thứ hai" and the like by their capital. */
const namedDay = new RegExp(
  `(?:[Tt]hứ (?:Hai|Ba|Tư|Năm|Sáu|Bảy)|THỨ (?:HAI|BA|TƯ|NĂM|SÁU|BẢY)|[Cc]hủ [Nn]hật|(?<=[Tt]háng )(?:Giêng|Hai|Ba|Tư|Năm|Sáu|Bảy|Tám|Chín|Mười(?: (?:một|hai|Một|Hai))?|Chạp))${wordEnd}`,
  'gu',
);

/**
 * Dates, years, times of day and ranges of them, days of the week. The words around them ("ngày", "năm") help
 * to know them and are not part of them, except between the parts of one date.
 */
export const findDates = (text: string): Span[] => matchSpans(text, date);
export const findNamedDays = (text: string): Span[] => matchSpans(text, namedDay);
