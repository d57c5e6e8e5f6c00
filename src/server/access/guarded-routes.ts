import type { FastifyInstance } from 'fastify';
import { refuse } from '../refuse.ts';
import type { Guard } from './guard.ts';

/** What is neither counted nor asked for a key: health, for those who watch, and what is the same for everybody forever. */
const openPaths = new Set(['/icon.svg', '/embed.js', '/frame.js', '/robots.txt']);
const openFolders = ['/health/', '/site/', '/embed-assets/'];

export const isOpen = (route: string | undefined): boolean =>
  route !== undefined &&
  (openPaths.has(route) ||
    openFolders.some((folder) => route.startsWith(folder) || `${route}/` === folder));

/** Sets the guard before all routes that are added from now on and are not open to all. */
export function guardRoutes(
  fastify: FastifyInstance,
  guard: Guard | undefined,
  keyRequired: boolean,
): void {
  if (guard === undefined) return;
  fastify.addHook('onRequest', async (request, reply) => {
    if (isOpen(request.routeOptions.url)) return;
    const admission = await guard(request.raw);
    if (admission === undefined) return;
    void reply.headers(admission.headers);
    const { refusal } = admission;
    if (refusal !== undefined) return refuse(reply, refusal.status, refusal.problem);
  });
  if (!keyRequired) return;
  // What only some may have is not kept by a cache that serves all.
  fastify.addHook('onSend', (request, reply, _payload, done) => {
    if (!isOpen(request.routeOptions.url)) {
      const given = reply.getHeader('cache-control');
      void reply.header('cache-control', privately(given === undefined ? '' : String(given)));
    }
    done();
  });
}

/** What `cache-control` says to caches where it is for those alone who have a key. */
export const privately = (given: string): string =>
  given === '' ? 'private' : given.replace(/\bpublic\b/, 'private');
