import { matchSpans, type Span, wordEnd, wordStart } from './mention.ts';

const domainEndings = 'vn|com|org|net|gov|edu|int|info|eu|asia|io';

/** Addresses of pages (without the punctuation that ends a sentence) and names of hosts: `baoquocte.vn`. */
const webAddress = new RegExp(
  `https?://\\S*[\\p{L}\\p{N}/]|(?<![\\p{L}\\p{M}\\p{N}.-])(?:[a-z0-9-]+\\.)+(?:${domainEndings})${wordEnd}`,
  'gu',
);

/** Capital letters with digits, which are a name and no number: `Covid-19`, `G20`, `5G`. */
const designation = new RegExp(
  `${wordStart}(?:\\p{Lu}[\\p{L}\\p{M}]*(?:-\\p{N}{1,3}|\\p{N}+[\\p{L}\\p{N}]*)|\\p{N}+\\p{Lu}[\\p{Lu}\\p{N}]*)${wordEnd}`,
  'gu',
);

export const findWebAddresses = (text: string): Span[] => matchSpans(text, webAddress);
export const findDesignations = (text: string): Span[] => matchSpans(text, designation);
