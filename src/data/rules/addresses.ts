import type { Rule } from '../rule.ts';

/** An address is one of the web. */
export const addresses: Rule = ({ report }) => ({
  statement({ origin, values }) {
    for (const { path, value } of values) {
      if (value.type !== 'url') continue;
      const { url } = value;
      if (!/^https?:\/\/\S+$/.test(url) || !URL.canParse(url)) {
        report(origin, 'URL_MALFORMED', { url }, path);
      }
    }
  },
});
