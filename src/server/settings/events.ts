import { setting, wholeNumber } from './setting.ts';

/** Who is told of new data. */
export const eventSettings = {
  eventStreams: setting({
    variable: 'EVENT_STREAMS',
    description: 'how many clients may follow /events at a time',
    fallback: '1000',
    read: wholeNumber(0, 100_000)('EVENT_STREAMS'),
  }),
};
