import type { FastifyPluginAsync } from 'fastify';
import type { ToldReload } from './reload/told.ts';

/** A server's life, one phase after the other. */
export type Phase = 'starting' | 'serving' | 'draining' | 'stopped';

interface HealthOptions {
  readonly phase: () => Phase;
  /** The dataset version that is served. */
  readonly version: string;
  /** What came of the last reload, if there was any. */
  readonly lastReload: (() => ToldReload | null) | undefined;
}

/**
 * `/health/live`: the process runs. `/health/ready`: it takes new requests; 503 while it starts or drains. `/health`: the same
 * with more words, for people.
 */
export const healthRoutes: FastifyPluginAsync<HealthOptions> = async (
  fastify,
  { phase, version, lastReload = () => null },
) => {
  const since = new Date().toISOString();
  const status = (): string => (phase() === 'serving' ? 'ready' : phase());
  const answered = (path: string, answer: () => object): void => {
    fastify.get(path, { logLevel: 'warn' }, async (_request, reply) => {
      void reply.header('cache-control', 'no-store').code(phase() === 'serving' ? 200 : 503);
      return answer();
    });
  };
  fastify.get('/health/live', { logLevel: 'warn' }, async (_request, reply) => {
    void reply.header('cache-control', 'no-store');
    return { status: 'live' };
  });
  answered('/health/ready', () => ({ status: status(), datasetVersion: version }));
  answered('/health', () => ({
    status: status(),
    datasetVersion: version,
    since,
    lastReload: lastReload(),
  }));
};
