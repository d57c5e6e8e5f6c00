import type { FastifyPluginAsync } from 'fastify';
import type { Site } from '../site/site.ts';

/** The pages that read without script. */
export const pageRoutes: FastifyPluginAsync<{ readonly site: Site }> = async (
  _fastify,
  _parts,
) => {};
