import type { Rule } from '../rule.ts';

/** What YAML 1.1 takes for true or false, https://yaml.org/type/bool.html */
const booleans = /^(?:y|yes|true|on|n|no|false|off)$/i;

/** A text such as `NO` stands in quotes, for a reader of YAML 1.1 takes it for a truth value. */
export const plainBooleans: Rule = ({ report }) => ({
  scalar({ text, plain, path, end, origin }) {
    if (plain && booleans.test(text)) report(origin, 'PLAIN_BOOLEAN', { text }, path, { end });
  },
});
