import type { Rule } from '../rule.ts';

/** A file does not begin with a byte order mark. */
export const byteOrderMark: Rule = ({ reportAt }) => ({
  file({ file, byteOrderMark }) {
    if (byteOrderMark) reportAt({ file: file.path, line: 1, column: 1 }, 'FILE_BYTE_ORDER_MARK');
  },
});
