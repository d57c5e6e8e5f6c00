import { availableParallelism } from 'node:os';
import { reader, setting, wholeNumber } from './setting.ts';

const GREATEST = 256;

const count = reader(`auto, or a whole number from 1 to ${GREATEST}`, (text) => {
  if (text === 'auto') return availableParallelism();
  const number = Number(text);
  return /^\d+$/.test(text) && number >= 1 && number <= GREATEST ? number : undefined;
});

/** How much of the machine is used. */
export const workerSettings = {
  workers: setting({
    variable: 'WORKERS',
    description: 'how many processes serve; auto for one on each core',
    fallback: '1',
    read: count('WORKERS'),
  }),
  workerSilence: setting({
    variable: 'WORKER_SILENCE',
    description:
      'milliseconds for which a worker may answer nothing to the process that keeps it, before it is ended and replaced',
    fallback: '30000',
    read: wholeNumber(100, 2 ** 31 - 1)('WORKER_SILENCE'),
  }),
};
