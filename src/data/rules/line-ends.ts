import type { Rule } from '../rule.ts';

/** Lines end with a line feed alone. The first that does not stands for all of its file. */
export const lineEnds: Rule = ({ reportAt }) => ({
  file({ file, carriageReturn }) {
    if (carriageReturn !== null) {
      reportAt({ file: file.path, line: carriageReturn }, 'FILE_CARRIAGE_RETURN');
    }
  },
});
