import type { FastifyBaseLogger } from 'fastify';
import { type Problem, ProblemError } from '../../errors/problem.ts';
import type { Configuration } from '../configuration.ts';
import { type KeyFile, openKeys } from './key-file.ts';
import type { Key } from './keys.ts';
import { isLoopback } from './loopback.ts';
import { createRateCounter, type RateCounter } from './rate-counter.ts';

/** Who may ask, and how much: made once for a process, whatever is served. */
export interface Access {
  /** The keys that hold now; `undefined` where there are none to be had, and then nobody is asked for one. */
  readonly keys: (() => readonly Key[]) | undefined;
  readonly keyRequired: boolean;
  /** Requests a minute for a client that has no rate of its own; 0 where they are not counted. */
  readonly rateLimit: number;
  readonly counter: RateCounter;
  /** Told of each request that was refused, and why. */
  readonly onRefused?: ((why: 'key' | 'rate') => void) | undefined;
}

export interface OpenedAccess extends Access {
  /** Reads the file of keys anew, if there is one. */
  readonly readKeys: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface AccessOptions extends Partial<Pick<Access, 'counter' | 'onRefused'>> {}

export type AccessSettings = Pick<
  Configuration,
  'keyFile' | 'keyRequired' | 'rateLimit' | 'adminHost' | 'adminPort'
>;

/** @throws ProblemError SETTING_INVALID where settings do not go together */
export async function openAccess(
  configuration: AccessSettings,
  log: FastifyBaseLogger,
  { counter = createRateCounter(), onRefused }: AccessOptions = {},
): Promise<
  | { readonly ok: true; readonly access: OpenedAccess }
  | { readonly ok: false; readonly problems: readonly Problem[] }
> {
  const { keyFile, keyRequired, rateLimit } = configuration;
  let file: KeyFile | undefined;
  if (keyFile !== undefined) {
    const opened = await openKeys(keyFile, log);
    if (!opened.ok) return opened;
    ({ file } = opened);
  }
  try {
    checkTogether(configuration, file?.keys() ?? []);
  } catch (error) {
    await file?.close();
    throw error;
  }
  return {
    ok: true,
    access: {
      keys: file?.keys,
      keyRequired,
      rateLimit,
      counter,
      onRefused,
      readKeys: async () => file?.read(),
      close: async () => file?.close(),
    },
  };
}

function checkTogether(configuration: AccessSettings, keys: readonly Key[]): void {
  const { keyFile, keyRequired, adminHost, adminPort } = configuration;
  const invalid = (variable: string, value: string, expected: string): ProblemError =>
    new ProblemError('SETTING_INVALID', { variable, value, expected });
  if (keyRequired && keyFile === undefined) {
    throw invalid('KEY_REQUIRED', 'true', 'false where API_KEYS names no file');
  }
  const hasAdmin = keys.some(({ role }) => role === 'admin');
  if (adminPort !== 'off' && !isLoopback(adminHost) && !hasAdmin) {
    throw invalid('ADMIN_HOST', adminHost, 'a loopback address where no key of API_KEYS is admin');
  }
}
