import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyPluginAsync } from 'fastify';
import { packagePath } from '../configuration.ts';
import { icon } from './icon.ts';
import { secure } from './security.ts';

const YEAR = 365 * 24 * 3_600_000;

/** `/`, `/playground`, `/embed.js` and the files that they load, as `src/site.js` built them. */
export const siteRoutes: FastifyPluginAsync = async (fastify) => {
  const folder = packagePath('dist/site');
  const page = (name: string) => readFile(join(folder, name, name, 'index.html'), 'utf8');
  const pages = [
    ['/', await page('web'), 'page'],
    ['/playground', await page('playground'), 'playground'],
  ] as const;
  for (const [path, content, policy] of pages) {
    fastify.get(path, async (_request, reply) => {
      secure(reply, policy);
      void reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache');
      return content;
    });
  }
  fastify.get('/icon.svg', async (_request, reply) => {
    void reply.type('image/svg+xml').header('cache-control', 'public, max-age=86400');
    return icon;
  });

  // The names of these files tell their content.
  const kept = { immutable: true, maxAge: YEAR, index: false, preCompressed: true } as const;
  await fastify.register(fastifyStatic, {
    ...kept,
    root: [join(folder, 'web'), join(folder, 'playground')],
    serve: false,
  });
  for (const [prefix, part] of [
    ['/site/web/', 'web'],
    ['/site/playground/', 'playground'],
    ['/embed-assets/', 'embed/embed-assets'],
  ] as const) {
    await fastify.register(fastifyStatic, {
      ...kept,
      root: join(folder, part),
      prefix,
      decorateReply: false,
    });
  }
  // Pages name these without a version, so that they are asked for anew.
  for (const [path, part] of [
    ['/embed.js', 'embed'],
    ['/frame.js', 'frame'],
  ] as const) {
    fastify.get(path, async (_request, reply) =>
      reply.sendFile(`${part}.js`, join(folder, part), { immutable: false, maxAge: 300_000 }),
    );
  }
};
