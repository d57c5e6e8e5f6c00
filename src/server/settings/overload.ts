import { setting, wholeNumber } from './setting.ts';

const GREATEST = 2 ** 31 - 1;

/** How much at once is more than can be answered in good time. */
export const overloadSettings = {
  maxWaiting: setting({
    variable: 'MAX_WAITING',
    description: 'requests that may wait for their turn; others are refused with status 503',
    fallback: '1000',
    read: wholeNumber(0, GREATEST)('MAX_WAITING'),
  }),
  longestWait: setting({
    variable: 'LONGEST_WAIT',
    description: 'milliseconds that a request may wait for its turn before others are refused',
    fallback: '1000',
    read: wholeNumber(1, GREATEST)('LONGEST_WAIT'),
  }),
  connections: setting({
    variable: 'CONNECTIONS',
    description: 'connections that may be open at once',
    fallback: '5000',
    read: wholeNumber(1, GREATEST)('CONNECTIONS'),
  }),
};
