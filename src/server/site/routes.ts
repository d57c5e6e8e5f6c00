import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import { ProblemError } from '../../errors/problem.ts';
import { askFor } from '../ask.ts';
import { pageRoutes } from '../pages/routes.ts';
import { createPictures } from '../pictures/pictures.ts';
import { type PictureThreadOptions, pictureThread } from '../pictures/thread.ts';
import { refuse } from '../refuse.ts';
import { openAssets, type SiteAssets } from './assets.ts';
import { embedRoutes } from './embed-routes.ts';
import { icon } from './icon.ts';
import { oembedRoutes } from './oembed.ts';
import { sendText } from './send.ts';
import { shellRoutes } from './shell-routes.tsx';
import { createSite, type SiteParts } from './site.ts';

const YEAR = 365 * 24 * 3_600_000;

export interface SiteRoutesOptions extends Pick<SiteParts, 'store' | 'ask' | 'configuration'> {
  /** Where `src/site.js` put what browsers load. */
  readonly folder: string;
  readonly pictures?: PictureThreadOptions | undefined;
}

/** Everything for people: the explorer, the playground, the pages of entities, frames, pictures, and the files that they load. */
export const siteRoutes: FastifyPluginAsync<SiteRoutesOptions> = async (fastify, options) => {
  fastify.get('/icon.svg', async (_request, reply) => {
    void reply.type('image/svg+xml').header('cache-control', 'public, max-age=86400');
    return icon;
  });

  let assets: SiteAssets;
  try {
    assets = await openAssets(options.folder);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    fastify.log.warn({ problem: error.problem }, error.message);
    withoutSite(fastify, error);
    return;
  }

  const { theme, fonts } = assets;
  const thread = pictureThread(fastify.log, { theme, fonts }, options.pictures);
  fastify.addHook('onClose', async () => thread.close());
  const { store, ask, configuration } = options;
  const pictures = createPictures({
    draw: thread.draw,
    askIn: (language) => askFor(ask, language),
    version: store.meta().version,
  });
  const site = createSite({ store, assets, pictures, log: fastify.log, ask, configuration });

  await fastify.register(shellRoutes, { site });
  await fastify.register(embedRoutes, { site });
  await fastify.register(pageRoutes, { site });
  await fastify.register(oembedRoutes, { site });
  fastify.get(assets.stylesheet, async (_request, reply) =>
    sendText(reply, assets.styles, { type: 'text/css', age: YEAR / 1_000 }),
  );
  await files(fastify, assets.folder);
};

/** The paths that need what was built; the API does not. */
const builtPaths = [
  ...['/', '/playground', '/embed.js', '/frame.js', '/embed/*', '/entity/*', '/entities'],
  ...['/entities/*', '/oembed', '/sitemap.xml', '/sitemap/*', '/robots.txt'],
];

function withoutSite(fastify: FastifyInstance, error: ProblemError): void {
  for (const path of builtPaths) {
    fastify.get(path, async (_request, reply) => refuse(reply, 503, error));
  }
}

async function files(fastify: FastifyInstance, folder: string): Promise<void> {
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
    ['/site/fonts/', 'fonts'],
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
}
