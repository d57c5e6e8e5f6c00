import type { FastifyPluginAsync } from 'fastify';

/** A server's life, one phase after the other. */
export type Phase = 'starting' | 'serving' | 'draining' | 'stopped';

interface HealthOptions {
  readonly phase: () => Phase;
  /** The dataset version that is served. */
  readonly version: string;
}

/** `/health/live`: the process runs. `/health/ready`: it takes new requests; 503 while it starts or drains. */
export const healthRoutes: FastifyPluginAsync<HealthOptions> = async (
  fastify,
  { phase, version },
) => {
  fastify.get('/health/live', { logLevel: 'warn' }, async (_request, reply) => {
    void reply.header('cache-control', 'no-store');
    return { status: 'live' };
  });
  fastify.get('/health/ready', { logLevel: 'warn' }, async (_request, reply) => {
    const ready = phase() === 'serving';
    void reply.header('cache-control', 'no-store').code(ready ? 200 : 503);
    return { status: ready ? 'ready' : phase(), datasetVersion: version };
  });
};
