import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sitemapRoutes } from '../../../src/server/pages/sitemap.ts';
import { openStore } from '../../../src/server/store.ts';
import type { GraphStore } from '../../../src/store/port.ts';
import { testConfiguration } from '../../support/serve.ts';

let store: GraphStore;
let server: FastifyInstance;
beforeAll(async () => {
  const opened = await openStore(testConfiguration(join(tmpdir(), `caytre-map-${process.pid}`)));
  if (!opened.ok) throw new Error('The data have problems.');
  store = opened.store;
  server = Fastify();
  await server.register(sitemapRoutes, {
    site: { store, originOf: () => 'https://caytre.example' },
    size: 500,
  });
});
afterAll(() => server?.close());

const get = async (url: string) => server.inject({ url });
const locations = (xml: string): string[] =>
  [...xml.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address]) => address!);

describe('the sitemap', () => {
  it('is an index of parts, which name the pages of every entity in each language, once', async () => {
    const index = await get('/sitemap.xml');
    expect(index.headers['content-type']).toContain('application/xml');
    const parts = locations(index.body);
    expect(parts).toEqual([1, 2].map((number) => `https://caytre.example/sitemap/${number}.xml`));
    const named: string[] = [];
    for (const part of parts) {
      const { body } = await get(new URL(part).pathname);
      const addresses = locations(body);
      expect(addresses.length).toBeLessThanOrEqual(2 * 500);
      named.push(...addresses);
    }
    const { entities } = store.meta().counts;
    expect(named).toHaveLength(2 * entities);
    expect(new Set(named).size).toBe(2 * entities);
    expect(named).toContain('https://caytre.example/entity/country:jpn?lang=en');
  });

  it('names the other language of each page', async () => {
    const { body } = await get('/sitemap/1.xml');
    expect(body.match(/hreflang="vi"/g)).toHaveLength(locations(body).length);
  });

  it.each(['0', '3', '01', '1e1', '-1', 'x'])('has no part %s', async (name) => {
    expect((await get(`/sitemap/${name}.xml`)).statusCode).toBe(404);
  });

  it('is named by robots.txt', async () => {
    const { body } = await get('/robots.txt');
    expect(body).toContain('Sitemap: https://caytre.example/sitemap.xml');
  });
});
