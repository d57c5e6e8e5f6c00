import type { FastifyPluginAsync } from 'fastify';
import type { Operations } from '../../graphql/operations.ts';
import type { Meta } from '../../store/port.ts';
import { icon, script, style } from './assets.ts';
import { renderStartPage } from './page.ts';

/** `/` and the three small files that it needs. */
export const startPageRoutes: FastifyPluginAsync<{
  readonly meta: Meta;
  readonly operations: Operations;
}> = async (fastify, { meta, operations }) => {
  const page = renderStartPage(meta, operations);
  const files = [
    ['/', 'text/html; charset=utf-8', page],
    ['/start/icon.svg', 'image/svg+xml', icon],
    ['/start/page.css', 'text/css; charset=utf-8', style],
    ['/start/page.js', 'text/javascript; charset=utf-8', script],
  ] as const;
  for (const [path, type, content] of files) {
    fastify.get(path, async (_request, reply) => {
      void reply.type(type).header('cache-control', 'no-cache');
      return content;
    });
  }
};
