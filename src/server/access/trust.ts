import type { TrustedProxies } from '../settings/access.ts';

/** Whose X-Forwarded headers are believed, as Fastify takes it. It takes a number for nobody, so that hops are counted here. */
export function trustIn(
  proxies: TrustedProxies,
): string[] | false | ((address: string, hop: number) => boolean) {
  if (typeof proxies !== 'number') return [...proxies];
  return proxies === 0 ? false : (_address, hop) => hop < proxies;
}
