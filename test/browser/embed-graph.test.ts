import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Running, startServer } from '../support/serve.ts';
import { axeIn } from './axe.ts';
import { openBrowser } from './browser.ts';
import { type Elsewhere, openElsewhere, pageWith, startElsewhere } from './elsewhere.ts';

let browser: Browser;
let server: Running;
let elsewhere: Elsewhere;
let pages = 0;

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

const element =
  '<caytre-graph id="one" height="480" entity="country:jpn"></caytre-graph><div style="height: 2000px"></div>';

async function openGraph(head = '', options = {}) {
  const url = elsewhere.put(`/${++pages}.html`, pageWith(server.address, element, head));
  const opened = await openElsewhere(browser, url, [server.address, elsewhere.address], options);
  await opened.page.locator('#one [part=canvas] canvas').first().waitFor();
  return opened;
}
const canvas = (page: Page) => page.locator('#one [part=canvas]');
const selected = (page: Page) =>
  page
    .locator('#one')
    .evaluate((element) => (element as HTMLElement & { selected: string }).selected);
const tool = (page: Page, name: string) => page.locator('#one').getByRole('button', { name });
const entries = (page: Page) => page.locator('#one .live-list button');

test('is laid out in a thread, though the page is on another origin, and is walked by keys', async () => {
  const url = elsewhere.put(`/${++pages}.html`, pageWith(server.address, element));
  const allowed = [server.address, elsewhere.address];
  const { page, left, complaints, close } = await openElsewhere(browser, 'about:blank', allowed);
  const threads: string[] = [];
  page.on('worker', (worker) => threads.push(worker.url()));
  await page.goto(url);
  await canvas(page).locator('canvas').first().waitFor();
  expect(threads).toEqual([expect.stringMatching(`^blob:${elsewhere.address}/`)]);
  await canvas(page).focus();
  const announced = page.locator('#one [aria-live=polite]');
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => announced.textContent()).toContain('Japan');
  const seen = new Set<string>();
  for (const key of ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']) {
    await page.keyboard.press(key);
    seen.add((await announced.textContent())!);
  }
  expect(seen.size).toBeGreaterThan(1);
  await page.keyboard.press('Enter');
  await expect.poll(() => selected(page)).toMatch(/^[a-z]+:/);
  await page.keyboard.press('+');
  await page.keyboard.press('0');
  expect({ left, complaints }).toEqual({ left: [], complaints: [] });
  await close();
});

test('is expanded by button and by key, and tells what has come', async () => {
  const { page, close } = await openGraph();
  await tool(page, 'List').click();
  const before = await entries(page).count();
  await entries(page).getByText('Raising of relations').first().click();
  await expect.poll(() => selected(page)).toMatch(/^partnership:/);
  await tool(page, 'List').click();
  await tool(page, 'Expand around').click();
  await page.locator('#one .live [role=status]').getByText('more').waitFor();
  await tool(page, 'List').click();
  const after = await entries(page).count();
  expect(after).toBeGreaterThan(before);
  await tool(page, 'List').click();
  await canvas(page).focus();
  await page.keyboard.press('Shift+Enter');
  await page.locator('#one .live [role=status]').getByText('nothing more').waitFor();

  // Another answer begins anew.
  await page.locator('#one').evaluate((element) => element.setAttribute('entity', 'country:kor'));
  await page.locator('#one [id="title"]').getByText('South Korea').waitFor();
  await tool(page, 'List').click();
  expect(await entries(page).count()).toBeLessThan(after);
  await close();
});

test('tells a chosen statement with its citations', async () => {
  const { page, close } = await openGraph();
  const { data } = await (
    await fetch(`${server.address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ documentId: 'DrawingAround', variables: { ids: ['country:jpn'] } }),
    })
  ).json();
  const [{ id }] = data.neighborhood.edges;
  await page.locator('#one').evaluate((element, id) => {
    (element as HTMLElement & { selected: string }).selected = id;
  }, id);
  const told = page.locator('#one .live-told');
  await told.waitFor();
  expect(await told.textContent()).toContain('Japan');
  expect(await told.locator('.paragraph-mark').first().textContent()).toContain('¶');
  await close();
});

test('leaves the wheel to the page until somebody uses it', async () => {
  const { page, close } = await openGraph('', { viewport: { width: 900, height: 600 } });
  const box = (await canvas(page).boundingBox())!;
  await page.mouse.move(box.x + 20, box.y + box.height - 60);
  await page.mouse.wheel(0, 120);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(0);
  await page.locator('#one .live-hint').waitFor();
  const scrolled = await page.evaluate(() => scrollY);
  const again = (await canvas(page).boundingBox())!;
  await page.mouse.click(again.x + 20, again.y + again.height - 60);
  await page.mouse.wheel(0, 120);
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  );
  expect(await page.evaluate(() => scrollY)).toBe(scrolled);
  await close();
});

test('does without threads where the page forbids them, and without WebGL where there is none', async () => {
  const policy = `<meta http-equiv="content-security-policy" content="worker-src 'none'">`;
  const forbidden = await openGraph(policy);
  await canvas(forbidden.page).focus();
  await forbidden.page.keyboard.press('ArrowRight');
  await expect
    .poll(() => forbidden.page.locator('#one [aria-live=polite]').textContent())
    .toContain('Japan');
  await forbidden.close();

  const url = elsewhere.put(
    `/${++pages}.html`,
    pageWith(
      server.address,
      element,
      '<script>HTMLCanvasElement.prototype.getContext = () => null;</script>',
    ),
  );
  const without = await openElsewhere(browser, url, [server.address, elsewhere.address]);
  await without.page.locator('#one svg [role=button]').first().waitFor();
  await without.page.locator('#one .live-note').getByText('WebGL').waitFor();
  await without.close();
});

test('gives WebGL back when it goes', async () => {
  const { page, complaints, close } = await openGraph(`<script>
    window.contexts = [];
    const get = HTMLCanvasElement.prototype.getContext;
    HTMLCanvasElement.prototype.getContext = function (type, ...rest) {
      const context = get.call(this, type, ...rest);
      if (/webgl/.test(type) && context && !contexts.includes(context)) contexts.push(context);
      return context;
    };
  </script>`);
  const alive = () =>
    page.evaluate(
      () =>
        (window as unknown as { contexts: WebGLRenderingContext[] }).contexts.filter(
          (context) => !context.isContextLost(),
        ).length,
    );
  await expect.poll(alive).toBeGreaterThan(0);
  await page.locator('#one').evaluate((element) => element.remove());
  await expect.poll(alive).toBe(0);
  expect(complaints).toEqual([]);
  await close();
});

test('axe finds nothing in it, light and dark, wide and narrow', async () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const viewport of [
      { width: 1440, height: 900 },
      { width: 360, height: 740 },
    ]) {
      const { page, close } = await openGraph(
        '<style>:root { color-scheme: light dark; } body { background: Canvas; color: CanvasText; margin: 8px; }</style>',
        { colorScheme, viewport },
      );
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width).toBeLessThanOrEqual(viewport.width);
      const drawn = await axeIn(page).analyze();
      await tool(page, 'List').click();
      const listed = await axeIn(page).analyze();
      for (const { violations } of [drawn, listed]) {
        expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
      }
      await close();
    }
  }
});
