import diagnostics from 'node:diagnostics_channel';
import type { FastifyInstance } from 'fastify';
import { getIntrospectionQuery, type IntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isOpen } from '../../../src/server/access/guarded-routes.ts';
import { ask, bearer, type Guarded, keys, startGuarded } from './support.ts';

/** Every route of the public side but those of files, with all methods that it takes. A new one is put here with open eyes. */
const surface: Readonly<Record<string, readonly string[]>> = {
  '/': ['GET', 'HEAD'],
  '/playground': ['GET', 'HEAD'],
  '/graphql': ['GET', 'HEAD', 'POST'],
  '/operations.json': ['GET', 'HEAD'],
  '/entity': ['GET', 'HEAD'],
  '/entity/:id': ['GET', 'HEAD'],
  '/entities': ['GET', 'HEAD'],
  '/embed/:file': ['GET', 'HEAD'],
  '/oembed': ['GET', 'HEAD'],
  '/grafana/*': ['GET', 'HEAD'],
  '/grafana': ['GET', 'HEAD'],
  // What is nowhere, as a page.
  '/*': ['GET', 'HEAD'],
  '/sitemap.xml': ['GET', 'HEAD'],
  '/sitemap/:file': ['GET', 'HEAD'],
  // For those who run the server: an admin key.
  '/metrics': ['GET', 'HEAD'],
  '/reload': ['POST'],
  // Neither counted nor asked for a key.
  '/health/live': ['GET', 'HEAD'],
  '/health/ready': ['GET', 'HEAD'],
  '/health': ['GET', 'HEAD'],
  '/robots.txt': ['GET', 'HEAD'],
  '/icon.svg': ['GET', 'HEAD'],
  '/embed.js': ['GET', 'HEAD'],
  '/frame.js': ['GET', 'HEAD'],
  '/site/*': ['GET', 'HEAD'],
  '/embed-assets/*': ['GET', 'HEAD'],
};
const open = ['/health/live', '/health/ready', '/health', '/robots.txt', '/icon.svg'];
open.push('/embed.js', '/frame.js', '/site/*', '/embed-assets/*');

/** Routes of one sort as one. */
const sortOf = (url: string): string =>
  /^\/(grafana|site|embed-assets)\//.test(url) ? `/${url.split('/')[1]}/*` : url;

const found = new Map<string, Set<string>>();
const urls = new Set<string>();
let server: Guarded;
beforeAll(async () => {
  const listen = (message: unknown): void => {
    const { fastify } = message as { readonly fastify: FastifyInstance };
    fastify.addHook('onRoute', ({ method, url }) => {
      urls.add(url);
      const methods = found.get(sortOf(url)) ?? new Set();
      for (const one of [method].flat()) methods.add(one);
      found.set(sortOf(url), methods);
    });
  };
  diagnostics.subscribe('fastify.initialization', listen);
  server = await startGuarded(Object.values(keys));
  diagnostics.unsubscribe('fastify.initialization', listen);
});
afterAll(() => server?.stop());

describe('the public side', () => {
  it('has these routes and methods and no others', () => {
    // Browsers of other pages ask beforehand, at any path.
    found.delete('*');
    const listed = [...found].map(([url, methods]) => [url, [...methods].toSorted()]);
    expect(Object.fromEntries(listed)).toEqual(surface);
  });

  it('asks for a key everywhere but at health and the files of the pages', () => {
    const unasked = [...urls].filter((url) => isOpen(url)).map(sortOf);
    expect([...new Set(unasked)].toSorted()).toEqual(open.toSorted());
  });

  it('takes nothing that could write, whoever sends it', async () => {
    for (const url of urls) {
      const path = url.replace(':id', 'country:vnm').replace(/:file|\*/, 'card.svg');
      for (const method of ['PUT', 'PATCH', 'DELETE', 'POST', 'LINK', 'MKCOL', 'PROPFIND']) {
        if (surface[sortOf(url)]?.includes(method)) continue;
        for (const headers of [{}, bearer(keys.admin)]) {
          const { status, text } = await ask(server.address, path, headers, method);
          expect([404, 405], `${method} ${path}`).toContain(status);
          expect(text, `${method} ${path}`).toMatch(/"code":"(NOT_FOUND|REQUEST_INVALID)"/);
        }
      }
    }
  });

  it('does not take another method for the one that a header names', async () => {
    for (const name of ['x-http-method-override', 'x-http-method', 'x-method-override']) {
      const { status } = await ask(server.address, '/entities', { [name]: 'DELETE' });
      expect(status).toBe(200);
    }
  });

  it('has a schema that reads and does nothing else', async () => {
    const { answer } = await server.ask({ query: getIntrospectionQuery() });
    const { __schema } = answer.data as IntrospectionQuery;
    expect(__schema.mutationType).toBeNull();
    expect(__schema.subscriptionType).toBeNull();
  });
});
