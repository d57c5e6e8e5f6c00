import type { IncomingMessage, OutgoingHttpHeaders } from 'node:http';
import { isIP } from 'node:net';
import { normalizeIP } from '@fastify/rate-limit';
import { ProblemError } from '../../errors/problem.ts';
import type { Access } from './access.ts';
import type { AddressOf } from './client-address.ts';
import { findKey, type Key } from './keys.ts';
import { type Presented, presentedKey } from './presented.ts';
import type { Count } from './rate-counter.ts';

/** What is said to a request before anything else. */
export interface Admission {
  /** What its answer says of the limit, be it let in or not. */
  readonly headers: OutgoingHttpHeaders;
  /** With what it is refused. */
  readonly refusal?: { readonly status: number; readonly problem: ProblemError };
}

/**
 * Lets a request in, or refuses it before anything of it is read: too many come from its client, its key is none, or it needs one.
 * A key that is wrong is refused, never taken for none, and counts for the address that it comes from. At once where the counter
 * counts at once; nothing where there is nothing to say.
 */
export type Guard = (
  request: IncomingMessage,
) => Admission | undefined | Promise<Admission | undefined>;

export interface GuardParts {
  readonly access: Access;
  readonly addressOf: AddressOf;
  readonly log: { readonly error: (details: object, message: string) => void };
}

/** Rates are requests a minute. */
const WINDOW = 60_000;

/** Nothing where everybody may ask without end. */
export function createGuard({ access, addressOf, log }: GuardParts): Guard | undefined {
  const { keys, keyRequired, rateLimit, counter, onRefused } = access;
  if (keys === undefined && rateLimit === 0) return undefined;

  /** Where nobody can count, people are answered rather than refused. */
  const uncounted = (error: unknown): Count => {
    log.error({ err: error }, 'requests are not counted');
    return { count: 1, ttl: WINDOW };
  };
  const count = (client: string): Count | Promise<Count> => {
    try {
      const counted = counter.increment(client, WINDOW);
      return counted instanceof Promise ? counted.catch(uncounted) : counted;
    } catch (error) {
      return uncounted(error);
    }
  };

  const byRate = (allowed: number, { count: made, ttl }: Count): Admission => {
    const seconds = Math.ceil(ttl / 1_000);
    const headers: OutgoingHttpHeaders = {
      'ratelimit-limit': allowed,
      'ratelimit-remaining': Math.max(0, allowed - made),
      'ratelimit-reset': seconds,
    };
    if (made <= allowed) return { headers };
    onRefused?.('rate');
    return {
      headers: { ...headers, 'retry-after': String(seconds) },
      refusal: { status: 429, problem: new ProblemError('RATE_LIMITED', { allowed, seconds }) },
    };
  };

  const byKey = (presented: Presented | undefined, key: Key | undefined): Admission | undefined => {
    if (key !== undefined || (presented === undefined && !keyRequired)) return undefined;
    onRefused?.('key');
    // A browser may ask its user for a password where a program has not already said what it is.
    const offersPassword = presented === undefined || !presented.deliberate;
    const code = presented === undefined ? 'API_KEY_MISSING' : 'API_KEY_UNKNOWN';
    return refusedKey(code, { offersPassword });
  };

  return (request) => {
    const presented = keys && presentedKey(request.headers);
    const key = presented && findKey(keys!(), presented.text);
    const allowed = key?.rate ?? rateLimit;
    if (allowed === 0) return byKey(presented, key);
    const decide = (counted: Count): Admission => {
      const admission = byRate(allowed, counted);
      const refused = admission.refusal === undefined ? byKey(presented, key) : undefined;
      return refused === undefined
        ? admission
        : { ...refused, headers: { ...admission.headers, ...refused.headers } };
    };
    const counted = count(key === undefined ? clientAt(addressOf(request)) : `key ${key.name}`);
    return counted instanceof Promise ? counted.then(decide) : decide(counted);
  };
}

/** Answers 401 with what RFC 9110 and RFC 6750 ask for. */
export function refusedKey(
  code: 'API_KEY_MISSING' | 'API_KEY_UNKNOWN',
  { offersPassword }: { readonly offersPassword: boolean },
): Required<Admission> {
  const bearer = 'Bearer realm="caytre"';
  const challenges = [
    code === 'API_KEY_UNKNOWN' ? `${bearer}, error="invalid_token"` : bearer,
    ...(offersPassword ? ['Basic realm="caytre", charset="UTF-8"'] : []),
  ];
  return {
    headers: { 'www-authenticate': challenges },
    refusal: { status: 401, problem: new ProblemError(code) },
  };
}

/** All who share an address, or a network of IPv6, and have no key. */
const clientAt = (address = ''): string =>
  // A client that has left has no address any more, and a proxy may give what is none.
  `address ${isIP(address) === 0 ? 'unknown' : normalizeIP(address)}`;
