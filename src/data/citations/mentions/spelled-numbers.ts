import { countedNoun, countedNounAfterFive } from './counted-nouns.ts';
import { matchSpans, type Span, taken, wordEnd, wordStart } from './mention.ts';

const digit = 'một|hai|ba|bốn|năm|sáu|bảy|bẩy|tám|chín';
const lastDigit = 'một|mốt|hai|ba|bốn|tư|lăm|nhăm|sáu|bảy|bẩy|tám|chín';
const magnitude = '(?:nghìn|ngàn|vạn|triệu|(?:tỷ|tỉ)(?!\\s+(?:lệ|trọng|giá|số)))';

const tens = `(?:mười\\s+(?:${lastDigit})|(?:${digit})\\s+mươi(?:\\s+(?:${lastDigit}))?)`;
const hundreds = `(?:${digit})\\s+trăm(?:\\s+(?:(?:linh|lẻ)\\s+(?:${digit})|${tens}|mười))?`;
const belowThousand = `(?:${hundreds}|${tens}|mười|${digit})`;

const thousands = `${belowThousand}(?:\\s+${magnitude})+`;

/** Two words or more that together can only be a number. */
const composed = `(?:${thousands}(?:\\s+${thousands})*(?:\\s+(?:${hundreds}|${tens}))?|${hundreds}|${tens})`;
/** "hàng nghìn", "hàng chục tỷ", "vài trăm". */
const vague = `(?:hàng|vài|mấy)(?:\\s+(?:chục|trăm|${magnitude}))+`;
/** "thứ nhất", "thứ hai": the word after "thứ". */
const ordinal = `(?<=thứ\\s+)(?:nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)`;
/** One word before a noun that is counted, perhaps in quotation marks. `một` is left out: it is mostly an article. */
const counting = `(?:hai|ba|bốn|sáu|bảy|bẩy|tám|chín|mười|nửa)(?=\\s+["“]?(?:${countedNoun})${wordEnd})`;
/** `năm` is five before such a noun, unless what stands before it makes it a year ("35 năm", "những năm"). */
const five = `(?<!(?:${taken}|${wordStart}(?:${digit}|mười|nửa|các|những|mỗi|từng|hằng|hàng|cả|nhiều))\\s+)năm(?=\\s+["“]?(?:${countedNounAfterFive})${wordEnd})`;
/** "Một là", "Chín là" at the head of a paragraph that stands in a list. */
const listed = `(?<=^[\\s+*•–-]*)(?:${digit}|mười|mười\\s+(?:${lastDigit}))(?=\\s+là${wordEnd})`;

// Words alone are looked at, so that the looks back over white space stay linear in all.
const spelled = new RegExp(
  `${wordStart}(?=\\p{L})(?:${vague}|${composed}|${ordinal}|${listed}|${counting}|${five})${wordEnd}`,
  'giu',
);

/**
 * Numbers in words, where they can be nothing else: composed numbers ("mười hai", "ba trăm"), a word before a
 * counted noun ("chín phiên"), "X là" at the head of a paragraph, ordinals after "thứ". Written numbers must have
 * been taken out of the text before, so that "35 năm" is not read as five.
 */
export const findSpelledNumbers = (text: string): Span[] => matchSpans(text, spelled);
