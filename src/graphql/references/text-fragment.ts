/**
 * The address of a page that opens at words in it: a fragment directive `text=` for each term (WICG, Scroll To Text
 * Fragment, section 3.3). Browsers that do not know text fragments open the page at its top.
 */
export function atWords(url: string, terms: readonly string[]): string {
  if (terms.length === 0) return url;
  const [page = ''] = url.split(':~:', 1);
  const directives = terms.map((term) => `text=${encoded(term)}`).join('&');
  return `${page}${page.includes('#') ? '' : '#'}:~:${directives}`;
}

/**
 * Percent-encoded, the hyphen included: it marks a prefix or suffix, as the comma parts the two ends of a stretch. Half a
 * surrogate pair has no bytes in UTF-8.
 */
const encoded = (term: string): string =>
  encodeURIComponent(term.normalize('NFC').replace(/\p{Cs}/gu, '\ufffd')).replaceAll('-', '%2D');
