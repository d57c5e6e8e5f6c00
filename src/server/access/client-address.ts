import type { IncomingMessage } from 'node:http';
import { all, compile } from '@fastify/proxy-addr';
import type { TrustedProxies } from '../settings/access.ts';
import { trustIn } from './trust.ts';

/** Where a request comes from: as its connection says, or the proxies before the server that are trusted. */
export type AddressOf = (request: IncomingMessage) => string | undefined;

/** The same as `request.ip` of Fastify, for requests that it does not see. */
export function createAddressOf(proxies: TrustedProxies): AddressOf {
  const trusted = trustIn(proxies);
  if (trusted === false) return ({ socket }) => socket.remoteAddress;
  const trust = typeof trusted === 'function' ? trusted : compile([...trusted]);
  return (request) => all(request, trust).at(-1);
}
