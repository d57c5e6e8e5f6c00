import type { Rule } from '../rule.ts';

/** `Đ` is U+0110, not the look-alike U+00D0; only evidence repeats what is printed. */
export const letterEth: Rule = ({ report }) => ({
  scalar({ text, path, end, verbatim, origin }) {
    const at = text.indexOf('\u00d0');
    if (at < 0 || verbatim) return;
    const excerpt = text.slice(Math.max(0, at - 10), at + 10);
    report(origin, 'LETTER_ETH', { excerpt }, path, { end });
  },
});
