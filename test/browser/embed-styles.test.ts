import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Running, startServer } from '../support/serve.ts';
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
  '<caytre-graph id="one" height="400" entity="country:jpn"></caytre-graph><p id="own">The page\'s own <a class="embed embed-short" href="#own">words</a></p>';

const openStyled = (style: string, scheme: 'light' | 'dark' = 'light', elements = element) => {
  const head = `<style>${style}</style>`;
  const url = elsewhere.put(`/${++pages}.html`, pageWith(server.address, elements, head));
  return openElsewhere(browser, url, [server.address, elsewhere.address], { colorScheme: scheme });
};

const styleOf = (locator: Locator, ...properties: string[]): Promise<readonly string[]> =>
  locator.evaluate(
    (node, properties) => properties.map((name) => getComputedStyle(node).getPropertyValue(name)),
    properties,
  );
const ready = (page: Page) => page.locator('#one [part=sources] a.embed-short').first().waitFor();

/** What a reader sees of an element. */
async function looks(page: Page): Promise<unknown> {
  await ready(page);
  const properties = ['color', 'font-family', 'font-size', 'font-weight', 'letter-spacing'];
  const more = ['text-transform', 'text-align', 'visibility', 'direction', 'line-height'];
  const parts = ['figcaption', '.embed-body', '.embed-foot', '.embed-sources', '[part=link]'];
  return Promise.all(
    parts.map((part) => styleOf(page.locator(`#one ${part}`), ...properties, ...more)),
  );
}

test('styles of a hostile page do not come in', async () => {
  const calm = await openStyled('');
  const usual = await looks(calm.page);
  const hostile = await openStyled(`
    html { font-size: 9px; }
    * { all: unset; color: red !important; font: italic 40px fantasy !important; letter-spacing: 9px !important;
        text-transform: uppercase !important; line-height: 4 !important; text-align: right !important; visibility: visible; }
    figure, figcaption, div, p, a, svg, button { display: none !important; }
    .embed, .embed-body, .embed-state, .embed-foot { background: red !important; opacity: 0.1 !important; }
    style, script, head, title { display: none !important; }
  `);
  expect(await looks(hostile.page)).toEqual(usual);
  const box = await hostile.page.locator('#one figure').boundingBox();
  expect(box!.height).toBeGreaterThan(250);
  expect(box!.width).toBeGreaterThan(600);
  expect(hostile.complaints).toEqual([]);
  await Promise.all([calm.close(), hostile.close()]);
});

test('styles of an element do not get out', async () => {
  const { page, close } = await openStyled('');
  await ready(page);
  const own = await styleOf(
    page.locator('#own a'),
    'display',
    'border-top-width',
    'overflow',
    'all',
  );
  const plain = await openStyled(
    '',
    'light',
    '<p id="own"><a class="embed embed-short" href="#own">words</a></p>',
  );
  expect(own).toEqual(
    await styleOf(plain.page.locator('#own a'), 'display', 'border-top-width', 'overflow', 'all'),
  );
  expect(await page.locator('head link, head style').count()).toBe(1);
  await Promise.all([close(), plain.close()]);
});

test('custom properties theme it from anywhere above, on the element itself above all, and parts have names', async () => {
  const { page, close } = await openStyled(`
    main { --caytre-card: rgb(1, 2, 3); --caytre-accent: light-dark(rgb(4, 5, 6), rgb(7, 8, 9)); --caytre-font: monospace; }
    #one { --caytre-card: rgb(10, 11, 12); }
    #one::part(title) { color: rgb(13, 14, 15); }
  `);
  await ready(page);
  const frame = page.locator('#one figure');
  expect(await styleOf(frame, 'background-color', 'font-family')).toEqual([
    'rgb(10, 11, 12)',
    'monospace',
  ]);
  expect(await styleOf(page.locator('#one [part=link]'), 'color')).toEqual(['rgb(4, 5, 6)']);
  expect(await styleOf(page.locator('#one [part=title]'), 'color')).toEqual(['rgb(13, 14, 15)']);
  await close();
});

test('light and dark follow the page, unless the element is told', async () => {
  const elements = `<caytre-graph id="one" entity="country:jpn"></caytre-graph>
    <caytre-graph id="light" theme="light" entity="country:jpn"></caytre-graph>
    <caytre-graph id="dark" theme="dark" entity="country:jpn"></caytre-graph>`;
  const paper = { light: 'rgb(255, 255, 255)', dark: 'rgb(27, 35, 31)' };
  for (const [style, scheme, expected] of [
    // A page that says nothing of dark is light, whatever its reader likes.
    ['', 'dark', 'light'],
    [':root { color-scheme: light dark; }', 'dark', 'dark'],
    [':root { color-scheme: light dark; }', 'light', 'light'],
    ['main { color-scheme: dark; }', 'light', 'dark'],
  ] as const) {
    const { page, close } = await openStyled(style, scheme, elements);
    await ready(page);
    const background = (id: string) => styleOf(page.locator(`#${id} figure`), 'background-color');
    expect(await background('one'), `${style} ${scheme}`).toEqual([paper[expected]]);
    expect(await background('light')).toEqual([paper.light]);
    expect(await background('dark')).toEqual([paper.dark]);
    await close();
  }
});

test('axe finds nothing where there is no answer either', async () => {
  for (const scheme of ['light', 'dark'] as const) {
    const { page, close } = await openStyled(
      ':root { color-scheme: light dark; } body { background: light-dark(white, black); color: light-dark(black, white); }',
      scheme,
      `<caytre-graph id="wrong" depth="9"></caytre-graph>
       <caytre-graph id="away" server="http://127.0.0.1:9"></caytre-graph>
       <caytre-graph id="nothing" kinds="partnership" as-of="1800"></caytre-graph>`,
    );
    for (const id of ['wrong', 'away', 'nothing']) {
      await page.locator(`#${id} [part=state] .embed-headline`).waitFor();
    }
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    await close();
  }
});
