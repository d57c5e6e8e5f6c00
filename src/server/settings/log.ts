import { reader, setting, text } from './setting.ts';

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

const level = reader<LogLevel | undefined>(`one of ${logLevels.join(', ')}`, (given) =>
  logLevels.find((known) => known === given.toLowerCase()),
);

/** How much is logged. */
export const logSettings = {
  logLevel: setting<LogLevel | undefined>({
    variable: 'LOG_LEVEL',
    description: 'fatal, error, warn, info, debug, trace or silent',
    fallback: 'info; debug when NODE_ENV is development',
    read: level('LOG_LEVEL'),
    unset: () => undefined,
  }),
  nodeEnvironment: setting({
    variable: 'NODE_ENV',
    description: 'development makes the log talkative; production and test are the same',
    fallback: 'production',
    read: text('NODE_ENV'),
  }),
};
