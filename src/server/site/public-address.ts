import type { FastifyRequest } from 'fastify';

/** A host name or address, perhaps with a port, and nothing that could mean something else within an address. */
const HOST = /^(?:[a-z0-9](?:[a-z0-9.-]{0,250}[a-z0-9])?|\[[0-9a-f:.]{2,45}\])(?::\d{1,5})?$/i;

/**
 * The origin in addresses that leave the server: as it was set, or else what the request names, or the proxy before it that is
 * trusted.
 */
export function publicOrigin(
  { protocol, host, socket }: Pick<FastifyRequest, 'protocol' | 'host' | 'socket'>,
  publicUrl: string | undefined,
): string {
  if (publicUrl !== undefined) return publicUrl;
  if (HOST.test(host)) {
    return `${protocol === 'https' ? 'https' : 'http'}://${host.toLowerCase()}`;
  }
  return `http://127.0.0.1:${socket.localPort ?? 80}`;
}
