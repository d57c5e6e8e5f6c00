import { setting, wholeNumber } from './setting.ts';

const MEGABYTE = 1024 * 1024;
/** More than a process has. */
const MOST_MEGABYTES = 65_536;
const YEAR = 365 * 24 * 3_600;

const megabytes = (variable: string) => (given: string) =>
  wholeNumber(0, MOST_MEGABYTES)(variable)(given) * MEGABYTE;

/** How answers, and parts of them, are kept to be given again. */
export const answerSettings = {
  /** In bytes. */
  answerCache: setting({
    variable: 'ANSWER_CACHE',
    description: 'memory for answers that are kept to be given again, in megabytes; 0 keeps none',
    fallback: '64',
    read: megabytes('ANSWER_CACHE'),
  }),
  /** In bytes. */
  objectCache: setting({
    variable: 'OBJECT_CACHE',
    description:
      'memory for entities and statements as they were written for earlier answers, in megabytes; 0 keeps none',
    fallback: '32',
    read: megabytes('OBJECT_CACHE'),
  }),
  cacheMaxAge: setting({
    variable: 'CACHE_MAX_AGE',
    description: 'how long browsers and caches may keep an answer to a GET, in seconds',
    fallback: '60',
    read: wholeNumber(0, YEAR)('CACHE_MAX_AGE'),
  }),
};
