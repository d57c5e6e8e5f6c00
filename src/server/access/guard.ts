import { isIP } from 'node:net';
import rateLimit, { type FastifyRateLimitStoreCtor, normalizeIP } from '@fastify/rate-limit';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ProblemError } from '../../errors/problem.ts';
import { refuse } from '../refuse.ts';
import type { Access } from './access.ts';
import { findKey, type Key } from './keys.ts';
import { presentedKey } from './presented.ts';
import type { RateCounter } from './rate-counter.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** The key that it bears, where the server knows it. */
    apiKey: Key | undefined;
  }
}

/** Rates are requests a minute. */
const WINDOW = 60_000;

/** What is neither counted nor asked for a key: health, for those who watch, and what is the same for everybody forever. */
const openPaths = new Set(['/icon.svg', '/embed.js', '/frame.js', '/robots.txt']);
const openFolders = ['/health/', '/site/', '/embed-assets/'];

export const isOpen = (route: string | undefined): boolean =>
  route !== undefined &&
  (openPaths.has(route) ||
    openFolders.some((folder) => route.startsWith(folder) || `${route}/` === folder));

/**
 * Lets a request in, or refuses it before anything of it is read: too many come from its client, its key is none, or it needs one.
 * A key that is wrong is refused, never taken for none, and counts for the address that it comes from.
 */
export async function guard(fastify: FastifyInstance, access: Access | undefined): Promise<void> {
  fastify.decorateRequest('apiKey', undefined);
  if (access === undefined || (access.keys === undefined && access.rateLimit === 0)) return;
  const { keys, keyRequired, counter, onRefused } = access;
  const rateOf = ({ apiKey }: FastifyRequest): number => apiKey?.rate ?? access.rateLimit;

  await fastify.register(rateLimit, {
    global: false,
    timeWindow: WINDOW,
    max: rateOf,
    keyGenerator: clientOf,
    store: storeOver(counter, (error) => {
      fastify.log.error({ err: error }, 'requests are not counted');
    }),
  });
  const countIn = fastify.createRateLimit();

  fastify.addHook('onRequest', async (request, reply) => {
    if (isOpen(request.routeOptions.url)) return;
    const presented = keys && presentedKey(request.headers);
    if (presented !== undefined) request.apiKey = findKey(keys!(), presented.text);

    if (rateOf(request) > 0) {
      const counted = await countIn(request);
      if (!counted.isAllowed) {
        const { max: allowed, remaining, ttlInSeconds: seconds } = counted;
        void reply.headers({
          'ratelimit-limit': allowed,
          'ratelimit-remaining': remaining,
          'ratelimit-reset': seconds,
        });
        if (counted.isExceeded) {
          onRefused?.('rate');
          void reply.headers({ 'retry-after': seconds, 'cache-control': 'no-store' });
          return refuse(reply, 429, new ProblemError('RATE_LIMITED', { allowed, seconds }));
        }
      }
    }
    if (request.apiKey !== undefined || (presented === undefined && !keyRequired)) return;
    onRefused?.('key');
    // A browser may ask its user for a password where a program has not already said what it is.
    const offersPassword = presented === undefined || !presented.deliberate;
    return refuseKey(reply, presented === undefined ? 'API_KEY_MISSING' : 'API_KEY_UNKNOWN', {
      offersPassword,
    });
  });

  if (keyRequired) fastify.addHook('onSend', keepPrivate);
}

/** Answers 401 with what RFC 9110 and RFC 6750 ask for. */
export function refuseKey(
  reply: FastifyReply,
  code: 'API_KEY_MISSING' | 'API_KEY_UNKNOWN',
  { offersPassword }: { readonly offersPassword: boolean },
): FastifyReply {
  const bearer = 'Bearer realm="caytre"';
  const challenges = [
    code === 'API_KEY_UNKNOWN' ? `${bearer}, error="invalid_token"` : bearer,
    ...(offersPassword ? ['Basic realm="caytre", charset="UTF-8"'] : []),
  ];
  void reply.headers({ 'www-authenticate': challenges, 'cache-control': 'no-store' });
  return refuse(reply, 401, new ProblemError(code));
}

/** Whom a request is counted for: whoever has its key, or all who share its address, or its network of IPv6. */
const clientOf = ({ apiKey, ip }: FastifyRequest): string => {
  if (apiKey !== undefined) return `key ${apiKey.name}`;
  // A client that has left has no address any more, and a proxy may give what is none.
  return `address ${isIP(ip ?? '') === 0 ? 'unknown' : normalizeIP(ip)}`;
};

/** The counter in the form that the plugin takes. Where it fails, people are answered rather than refused. */
const storeOver = (
  counter: RateCounter,
  onError: (error: unknown) => void,
): FastifyRateLimitStoreCtor =>
  class {
    incr(
      client: string,
      done: (error: Error | null, result?: { current: number; ttl: number }) => void,
      window: number,
    ): void {
      void (async () => {
        try {
          const { count, ttl } = await counter.increment(client, window);
          done(null, { current: count, ttl });
        } catch (error) {
          onError(error);
          done(null, { current: 1, ttl: window });
        }
      })();
    }
    child(): this {
      return this;
    }
  };

/** What only some may have is not kept by a cache that serves all. */
const keepPrivate = async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
  const given = reply.getHeader('cache-control');
  if (isOpen(request.routeOptions.url)) return;
  if (given === undefined) void reply.header('cache-control', 'private');
  else void reply.header('cache-control', String(given).replace(/\bpublic\b/, 'private'));
};
