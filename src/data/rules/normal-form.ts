import type { Rule } from '../rule.ts';

const ascii = /^[\x20-\x7e]*$/;

/** Text is in Unicode normal form NFC, evidence included: articles are normalised before they are searched. */
export const normalForm: Rule = ({ report }) => ({
  scalar({ text, path, end, origin }) {
    if (ascii.test(text)) return;
    const composed = text.normalize('NFC');
    if (composed === text) return;
    let at = 0;
    while (text[at] === composed[at]) at += 1;
    const from = Math.max(0, at - 10);
    report(
      origin,
      'TEXT_NOT_NFC',
      { excerpt: text.slice(from, at + 10), composed: composed.slice(from, at + 10) },
      path,
      { end },
    );
  },
});
