import { type RequestsLogged, requestLogs } from '../watching/request-log.ts';
import { reader, setting } from './setting.ts';

const logged = reader<RequestsLogged>(`one of ${requestLogs.join(', ')}`, (given) =>
  requestLogs.find((known) => known === given.toLowerCase()),
);

const address = reader('an address such as http://127.0.0.1:4318', (given) =>
  URL.canParse(given) && /^https?:$/.test(new URL(given).protocol) ? given : undefined,
);

const part = reader('a number from 0 to 1', (given) => {
  const number = Number(given);
  return /^[\d.]+$/.test(given) && number >= 0 && number <= 1 ? number : undefined;
});

/** What is told of requests, and to whom. */
export const watchingSettings = {
  requestLog: setting({
    variable: 'REQUEST_LOG',
    description: 'which requests have a line in the log: all, failures or off',
    fallback: 'all',
    read: logged('REQUEST_LOG'),
  }),
  /** Where traces are sent; nowhere when not set. */
  tracesEndpoint: setting<string | undefined>({
    variable: 'OTEL_EXPORTER_OTLP_ENDPOINT',
    description: 'collector of OpenTelemetry to which traces are sent, by OTLP over HTTP',
    fallback: 'none: nothing is traced',
    read: address('OTEL_EXPORTER_OTLP_ENDPOINT'),
    unset: () => undefined,
  }),
  tracesSampled: setting({
    variable: 'OTEL_TRACES_SAMPLER_ARG',
    description: 'part of the requests that is traced, where whoever asks has not decided it',
    fallback: '1',
    read: part('OTEL_TRACES_SAMPLER_ARG'),
  }),
};
