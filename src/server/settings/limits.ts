import {
  type Allowed,
  type LimitName,
  limitNames,
  limits as named,
} from '../../graphql/limits/limits.ts';
import { flag, type Setting, setting, wholeNumber } from './setting.ts';

/** The parser of documents recurses, so that nesting has a bound however generous the limit. */
const GREATEST_NESTING = 500;
/** The greatest delay that a timer can have, and enough for all that is counted. */
const GREATEST_LIMIT = 2 ** 31 - 1;

/** What a request may use. */
export const limitSettings = Object.fromEntries(
  limitNames.map((name) => {
    const { variable, description, fallback } = named[name];
    const greatest = name === 'nesting' ? GREATEST_NESTING : GREATEST_LIMIT;
    const read = wholeNumber(1, greatest)(variable);
    return [name, setting({ variable, description, fallback: String(fallback), read })];
  }),
) as Record<LimitName, Setting<number>>;

/** The limits among all values. */
export const limitsOf = (values: Allowed): Allowed =>
  Object.fromEntries(limitNames.map((name) => [name, values[name]])) as Record<LimitName, number>;

/** What a request may ask at all. */
export const documentSettings = {
  /** Whether only the operations that come with the program are run. */
  trustedDocumentsOnly: setting({
    variable: 'TRUSTED_DOCUMENTS_ONLY',
    description: 'true refuses every document but the operations of /operations.json',
    fallback: 'false',
    read: flag('TRUSTED_DOCUMENTS_ONLY'),
  }),
};
