import pino, { type Logger } from 'pino';
import type { Configuration } from './configuration.ts';
import { logLines } from './log-lines.ts';

/** The log of a process, to standard error, so that standard output holds only what a person asked for. */
export const createLog = (
  { logLevel }: Pick<Configuration, 'logLevel'>,
  fields: object = {},
): Logger =>
  pino({ level: logLevel, base: fields, timestamp: pino.stdTimeFunctions.isoTime }, logLines(2));
