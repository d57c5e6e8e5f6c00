import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Browser, Page, Request } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { packagePath } from '../../src/server/package.ts';
import { viewNames } from '../../src/web/state/view-state.ts';
import { type Running, startServer } from '../support/serve.ts';
import { openBrowser } from './browser.ts';
import { type Elsewhere, openElsewhere, pageWith, startElsewhere } from './elsewhere.ts';
import { open } from './open.ts';

const KILOBYTE = 1_000;

let browser: Browser;
let server: Running;
let elsewhere: Elsewhere;

beforeAll(async () => {
  [browser, server, elsewhere] = await Promise.all([
    openBrowser(),
    startServer(),
    startElsewhere(),
  ]);
});
afterAll(async () => {
  await browser?.close();
  await elsewhere?.stop();
  await server?.stop();
});

interface Loaded {
  readonly url: string;
  /** Bytes of the body as they came, compressed. */
  readonly size: number;
}

/** The scripts that a page has loaded, those of its threads too, in the order in which they came. */
function watchScripts(
  page: Page,
): readonly Loaded[] & { readonly counted: () => Promise<unknown> } {
  const scripts: Loaded[] = [];
  const counting: Promise<void>[] = [];
  const count = async (request: Request): Promise<void> => {
    const response = await request.response();
    expect(await response?.headerValue('content-encoding'), request.url()).toBe('gzip');
    const { responseBodySize } = await request.sizes();
    scripts.push({ url: request.url(), size: responseBodySize });
  };
  page.on('requestfinished', (request) => {
    if (/\.js(\?|$)/.test(request.url())) counting.push(count(request));
  });
  // Those that have come are counted a little later.
  return Object.assign(scripts, { counted: () => Promise.all(counting) });
}

const total = (scripts: readonly Loaded[]): number =>
  scripts.reduce((sum, { size }) => sum + size, 0);

const interactive = (page: Page) =>
  page.waitForFunction(() => performance.getEntriesByName('caytre:interactive').length > 0);

describe('the budget of scripts', () => {
  test('at most 250 kB come before the canvas of / is interactive, and none of playground, map or other views', async () => {
    const context = await browser.newContext({ locale: 'en-GB' });
    const page = await context.newPage();
    const scripts = watchScripts(page);
    await page.goto(`${server.address}/`);
    await interactive(page);
    await scripts.counted();
    const before = [...scripts];
    expect(before.length).toBeGreaterThan(0);
    expect(total(before)).toBeGreaterThan(20 * KILOBYTE);
    expect(
      total(before),
      before.map(({ url, size }) => `${size} ${url}`).join('\n'),
    ).toBeLessThanOrEqual(250 * KILOBYTE);
    const pathsOf = (loaded: readonly Loaded[]) => loaded.map(({ url }) => new URL(url).pathname);
    expect(pathsOf(before).filter((path) => path.includes('playground'))).toEqual([]);
    // The shapes of the world lie in a script of their own.
    const folder = packagePath('dist/site/web');
    const world = readdirSync(folder, { recursive: true })
      .map(String)
      .filter((name) => name.endsWith('.js'))
      .filter((name) => readFileSync(`${folder}/${name}`, 'utf8').includes('Topology'))
      .map((name) => `/site/web/${name}`);
    expect(world.length).toBeGreaterThan(0);
    expect(pathsOf(before).filter((path) => world.includes(path))).toEqual([]);

    // Asked for, the map comes.
    await page.goto(`${server.address}/?view=map`);
    await expect
      .poll(() => pathsOf(scripts).filter((path) => world.includes(path)).length, {
        timeout: 30_000,
      })
      .toBeGreaterThan(0);
    await context.close();
  });

  test('the scripts as built say the same: what / loads at once is small, and all of it is compressed', () => {
    const folder = packagePath('dist/site/web');
    const [page] = readdirSync(folder, { recursive: true }).filter((name) =>
      String(name).endsWith('index.html'),
    );
    const html = readFileSync(`${folder}/${page}`, 'utf8');
    const named = [...html.matchAll(/(?:src|href)="\/site\/web\/([^"]+\.js)"/g)].map(
      ([, name]) => name!,
    );
    expect(named.length).toBeGreaterThan(0);
    const size = named.reduce(
      (sum, name) => sum + gzipSync(readFileSync(`${folder}/${name}`)).length,
      0,
    );
    expect(size).toBeLessThanOrEqual(250 * KILOBYTE);
  });

  test('/embed.js and all that it loads at once are at most 40 kB, and it stays at that until an element is used', async () => {
    const folder = packagePath('dist/site/embed');
    /** A script and those that it imports, but for what it imports when it is needed. */
    const withImports = (name: string, known = new Set<string>()): ReadonlySet<string> => {
      if (known.has(name)) return known;
      known.add(name);
      const text = readFileSync(`${folder}/${name}`, 'utf8');
      for (const [, path] of text.matchAll(
        /(?:^|[;}])\s*(?:import|export)\b[^;'"(]*["']([^"']+)["']/g,
      )) {
        withImports(new URL(path!, `file:///${name}`).pathname.slice(1), known);
      }
      return known;
    };
    const files = [...withImports('embed.js')];
    expect(files.length).toBeGreaterThan(1);
    const size = files.reduce((sum, name) => sum + readFileSync(`${folder}/${name}.gz`).length, 0);
    expect(size).toBeLessThanOrEqual(40 * KILOBYTE);
    // Nothing that is loaded later imports embed.js, which may be there under another address.
    const others = readdirSync(`${folder}/embed-assets`).filter((name) => name.endsWith('.js'));
    for (const name of others) {
      expect(readFileSync(`${folder}/embed-assets/${name}`, 'utf8')).not.toMatch(
        /["'`]\.\.\/embed\.js/,
      );
    }

    const url = elsewhere.put('/bare.html', pageWith(server.address, '<div id="place"></div>'));
    const { page, close } = await openElsewhere(browser, 'about:blank', []);
    const scripts = watchScripts(page);
    await page.goto(url);
    await page.waitForFunction(() => customElements.get('caytre-table') !== undefined);
    await page.waitForLoadState('networkidle');
    await scripts.counted();
    expect(scripts.map(({ url }) => new URL(url).pathname.slice(1)).sort()).toEqual(
      [...files].sort(),
    );
    expect(total(scripts)).toBeLessThanOrEqual(40 * KILOBYTE);

    // Of the pieces only the one that is used comes, and the viewer only with the graph.
    const place = (html: string) =>
      page.evaluate((html) => {
        document.querySelector('#place')!.innerHTML = html;
        return new Promise((resolve) => addEventListener('caytre-load', resolve, { once: true }));
      }, html);
    await place('<caytre-card entity="country:jpn"></caytre-card>').then(() => undefined);
    await page.waitForLoadState('networkidle');
    await scripts.counted();
    const withCard = total(scripts);
    const texts = await Promise.all(scripts.map(async ({ url }) => (await fetch(url)).text()));
    expect(texts.filter((text) => text.includes('webgl2'))).toEqual([]);
    expect(withCard).toBeLessThanOrEqual(80 * KILOBYTE);
    await place('<caytre-graph entity="country:jpn"></caytre-graph>').then(() => undefined);
    await expect.poll(() => total(scripts)).toBeGreaterThan(withCard);
    await close();
  });
});

test('no request leaves the host, whatever view is opened', async () => {
  const { page, left, complaints, close } = await open(browser, server.address, '/');
  await interactive(page);
  const paths = [
    ...viewNames.map((view) => `/?view=${view}`),
    '/?view=path&between=document:chi-thi-25,country:bra',
    '/?view=common&between=conference:hoi-nghi-ngoai-giao-31,conference:hoi-nghi-ngoai-giao-32',
    '/?view=compare&dates=2021,2024',
    '/?selected=country:vnm&asOf=2023',
    '/playground',
  ];
  // All but the stream of events, which never ends.
  const pending = new Set<Request>();
  page.on('request', (request) => {
    if (request.resourceType() !== 'eventsource') pending.add(request);
  });
  const ended = (request: Request) => void pending.delete(request);
  page.on('requestfinished', ended).on('requestfailed', ended);
  for (const path of paths) {
    pending.clear();
    await page.goto(server.address + path);
    let quiet = 0;
    const looksQuiet = () => {
      quiet = pending.size === 0 ? quiet + 1 : 0;
      return quiet;
    };
    await expect.poll(looksQuiet, { interval: 100, timeout: 30_000 }).toBeGreaterThan(4);
  }
  expect({ left, complaints }).toEqual({ left: [], complaints: [] });
  await close();
});
