import { setting, wholeNumber } from './setting.ts';

const MEGABYTE = 1024 * 1024;
/** More than a process has. */
const MOST_MEGABYTES = 65_536;
const YEAR = 365 * 24 * 3_600;

/** How answers are kept to be given again. */
export const answerSettings = {
  /** In bytes. */
  answerCache: setting({
    variable: 'ANSWER_CACHE',
    description: 'memory for answers that are kept to be given again, in megabytes; 0 keeps none',
    fallback: '64',
    read: (given) => wholeNumber(0, MOST_MEGABYTES)('ANSWER_CACHE')(given) * MEGABYTE,
  }),
  cacheMaxAge: setting({
    variable: 'CACHE_MAX_AGE',
    description: 'how long browsers and caches may keep an answer to a GET, in seconds',
    fallback: '60',
    read: wholeNumber(0, YEAR)('CACHE_MAX_AGE'),
  }),
};
