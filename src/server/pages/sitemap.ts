import { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import type { FastifyPluginAsync } from 'fastify';
import { ProblemError } from '../../errors/problem.ts';
import { languages } from '../../pieces/settings.ts';
import type { EntitiesRequest, GraphStore } from '../../store/port.ts';
import { refuse } from '../refuse.ts';
import { inLanguage } from '../site/document.tsx';
import { sendText } from '../site/send.ts';
import type { Site } from '../site/site.ts';

/** A sitemap may have 50,000 addresses (sitemaps.org); each entity has one in each language. */
const ENTITIES_IN_PART = 50_000 / languages.length;
/** How many entities are asked for at a time. */
const PAGE = 500;
const AGE = 3_600;

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);

async function pageAfter(store: GraphStore, after: string | undefined) {
  const request: EntitiesRequest = {
    order: 'name',
    page: { first: PAGE, ...(after !== undefined && { after }) },
  };
  const [page] = await store.entityPages([request]);
  if (page instanceof Error) throw page;
  return page ?? undefined;
}

/** The cursor behind which each part of the sitemap begins, found by going through the list once. */
async function findParts(
  store: GraphStore,
  size: number,
): Promise<readonly (string | undefined)[]> {
  const parts: (string | undefined)[] = [undefined];
  let after: string | undefined;
  for (let seen = 0; ; ) {
    const page = await pageAfter(store, after);
    after = page?.items.at(-1)?.cursor;
    if (page === undefined || !page.hasNextPage) return parts;
    seen += page.items.length;
    if (seen % size === 0) parts.push(after);
    await setImmediate();
  }
}

async function* addresses(
  store: GraphStore,
  origin: string,
  start: string | undefined,
  size: number,
): AsyncGenerator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n';
  let after = start;
  for (let seen = 0; seen < size; ) {
    const page = await pageAfter(store, after);
    if (page === undefined) break;
    yield page.items.map(({ value }) => entry(origin, `/entity/${encodeURI(value.id)}`)).join('');
    seen += page.items.length;
    after = page.items.at(-1)?.cursor;
    if (!page.hasNextPage) break;
    await setImmediate();
  }
  yield '</urlset>\n';
}

/** A page in each language, each of which names the others. When it last changed nobody knows. */
function entry(origin: string, path: string): string {
  const alternates = languages
    .map(
      (language) =>
        `<xhtml:link rel="alternate" hreflang="${language}" href="${escaped(origin + inLanguage(path, language))}"/>`,
    )
    .join('');
  return languages
    .map(
      (language) =>
        `<url><loc>${escaped(origin + inLanguage(path, language))}</loc>${alternates}</url>\n`,
    )
    .join('');
}

export interface SitemapOptions {
  readonly site: Pick<Site, 'store' | 'originOf'>;
  /** How many entities are in a part; a multiple of how many are asked for at a time. */
  readonly size?: number;
}

/** `/sitemap.xml`, the index of `/sitemap/<n>.xml`, which name the pages of all entities; and `/robots.txt`, which names it. */
export const sitemapRoutes: FastifyPluginAsync<SitemapOptions> = async (
  fastify,
  { site, size = ENTITIES_IN_PART },
) => {
  const { store, originOf } = site;
  let found: Promise<readonly (string | undefined)[]> | undefined;
  /** The data do not change while they are served. */
  const parts = async () => {
    found ??= findParts(store, size);
    try {
      return await found;
    } catch (error) {
      found = undefined;
      throw error;
    }
  };

  fastify.get('/sitemap.xml', async (request, reply) => {
    const origin = originOf(request);
    const listed = (await parts()).map(
      (_start, index) =>
        `<sitemap><loc>${escaped(`${origin}/sitemap/${index + 1}.xml`)}</loc></sitemap>\n`,
    );
    const index = `<?xml version="1.0" encoding="UTF-8"?>\n<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${listed.join('')}</sitemapindex>\n`;
    return sendText(reply, index, { type: 'application/xml', age: AGE });
  });

  fastify.get<{ Params: { file: string } }>('/sitemap/:file', async (request, reply) => {
    const [, number] = /^([1-9]\d{0,5})\.xml$/.exec(request.params.file) ?? [];
    const starts = await parts();
    const index = Number(number) - 1;
    if (!(index < starts.length)) {
      return refuse(reply, 404, new ProblemError('NOT_FOUND', { path: '/sitemap/…' }));
    }
    void reply
      .type('application/xml; charset=utf-8')
      .header('cache-control', `public, max-age=${AGE}`);
    return reply.send(Readable.from(addresses(store, originOf(request), starts[index], size)));
  });

  fastify.get('/robots.txt', async (request, reply) => {
    const lines = ['User-agent: *', 'Allow: /', `Sitemap: ${originOf(request)}/sitemap.xml`];
    return sendText(reply, `${lines.join('\n')}\n`, { type: 'text/plain', age: AGE });
  });
};
