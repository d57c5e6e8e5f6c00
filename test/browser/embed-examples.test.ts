import { readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pieceNames } from '../../src/pieces/settings.ts';
import { packagePath } from '../../src/server/package.ts';
import { type Running, startServer } from '../support/serve.ts';
import { openBrowser } from './browser.ts';
import { type Elsewhere, openElsewhere, startElsewhere } from './elsewhere.ts';

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

/** An example with the address of the started server in it, on another origin. */
function example(name: string, make = (text: string): string => text): string {
  const text = readFileSync(packagePath(`examples/${name}`), 'utf8');
  expect(text).toContain('http://127.0.0.1:4000/');
  return elsewhere.put(`/${name}`, make(text.replaceAll('http://127.0.0.1:4000', server.address)));
}

const openExample = (url: string, options = {}) =>
  openElsewhere(browser, url, [server.address, elsewhere.address], options);

/** Each element of a page has its sources below it. */
async function allShown(page: Page): Promise<void> {
  for (const name of pieceNames) {
    await page.locator(`caytre-${name} [part=sources] a`).nth(1).waitFor();
  }
}

test('the plain page shows all six elements; those that follow the map follow it', async () => {
  const { page, left, complaints, close } = await openExample(example('page.html'));
  await allShown(page);
  const card = page.locator('caytre-card');
  await card.getByText('Viet Nam', { exact: true }).first().waitFor();
  await page.locator('#map').evaluate((map) => {
    (map as HTMLElement & { selected: string }).selected = 'country:jpn';
  });
  await card.getByText('Nhật Bản').first().waitFor();
  await page.locator('#graph [id="title"]').getByText('Japan').waitFor();

  // An entity of the card is chosen by its link, and the page stays and is told.
  const link = card.locator('a[href*="/entity/partnership:"]').first();
  const name = await link.textContent();
  await page.locator('caytre-card').evaluate((element) => element.setAttribute('id', 'card'));
  await page.locator('#graph').evaluate((element) => element.setAttribute('for', 'card'));
  await link.click();
  await page.locator('#chosen').getByText(name!).waitFor();
  await page.locator('#graph [id="title"]').getByText(name!).waitFor();

  await page.getByLabel('As of').selectOption('2023');
  for (const followed of ['#map', 'caytre-card', '#graph']) {
    await page.locator(`${followed} .embed-as-of`).getByText('2023').waitFor();
  }
  await page.getByLabel('Language').selectOption('vi');
  await page.locator('caytre-card').getByText('Quốc gia').first().waitFor();
  expect({ left, complaints }).toEqual({ left: [], complaints: [] });
  await close();
});

test('axe finds nothing in the plain page, light and dark, wide and narrow, nor does it overflow', async () => {
  const url = example('page.html');
  for (const [colorScheme, width, height] of [
    ['light', 1440, 900],
    ['dark', 360, 740],
  ] as const) {
    const { page, close } = await openExample(url, { colorScheme, viewport: { width, height } });
    await allShown(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      width,
    );
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    await close();
  }
});

test('the page of frames gives each the height of what is in it', async () => {
  const { page, left, complaints, close } = await openExample(example('frame.html'));
  await page.waitForFunction(() =>
    [...document.querySelectorAll('iframe')].every(({ style }) => style.height !== ''),
  );
  const card = page.frameLocator('iframe').first();
  await card.locator('caytre-card [part=sources] a').first().waitFor();
  await expect
    .poll(() => card.locator('html').evaluate((root) => root.scrollHeight - root.clientHeight))
    .toBe(0);
  expect({ left, complaints }).toEqual({ left: [], complaints: [] });
  await close();
});

/**
 * The cells of a page of Observable Framework as one module: there each cell waits for what it reads of others, here they come
 * in their order. What Framework brings along is stood in for.
 */
function asModule(markdown: string): string {
  const cells = [...markdown.matchAll(/```js\n([\s\S]*?)```/g)].map(([, code]) => code);
  expect(cells.length).toBeGreaterThan(4);
  return `<!doctype html><html lang="en"><title>Observable</title><main></main><script type="module">
    window.displayed = [];
    const display = (value) => {
      displayed.push(value instanceof Node ? value.localName : value);
      if (value instanceof Node) document.querySelector('main').append(value);
      return value;
    };
    const mark = (name) => (...given) => ({ name, given });
    const Plot = { plot: (options) => ({ plot: options }), barX: mark('barX'), ruleX: mark('ruleX') };
    const Generators = {
      observe(start) {
        let latest;
        window.end = start((value) => { latest = value; window.latest = value; });
        return latest;
      },
    };
    ${cells.join('\n')}
    window.done = true;
  </script></html>`;
}

test('the page for Observable runs: its operation is answered, its elements follow one another', async () => {
  const { page, left, complaints, close } = await openExample(
    example('observable.md', asModule).replace(/$/, '?html'),
  );
  await page.waitForFunction('window.done');
  const [chart] = (await page.evaluate('displayed')) as [
    { plot: { marks: [{ given: [{ level: string; year: string; value: number }[]] }] } },
  ];
  const rows = chart.plot.marks[0].given[0];
  expect(rows.length).toBeGreaterThan(3);
  for (const { level, year, value } of rows) {
    expect([typeof level, typeof year, value > 0]).toEqual(['string', 'string', true]);
  }
  const card = page.locator('caytre-card');
  await card.getByText('Viet Nam', { exact: true }).first().waitFor();
  await page.locator('caytre-map').evaluate((map) => {
    const detail = { id: 'country:jpn', kind: 'country', name: 'Japan' };
    (map as HTMLElement & { selected: string }).selected = detail.id;
    map.dispatchEvent(new CustomEvent('caytre-select', { detail }));
  });
  await card.getByText('Nhật Bản').first().waitFor();
  expect(await page.evaluate('latest')).toMatchObject({ id: 'country:jpn' });
  expect({ left, complaints }).toEqual({ left: [], complaints: [] });
  await close();
});

test('what is to be pasted into Notion is there', async () => {
  const text = readFileSync(packagePath('examples/notion.md'), 'utf8');
  const addresses = [
    ...text.matchAll(/https:\/\/caytre\.example\.org(\/(?:embed|entity)[^\s)`]+)/g),
  ];
  expect(addresses.length).toBeGreaterThan(5);
  for (const [, path] of addresses) {
    const response = await fetch(server.address + path!);
    expect([path, response.status]).toEqual([path, 200]);
    expect(response.headers.get('content-security-policy')).toMatch(/frame-ancestors/);
    await response.body?.cancel();
  }
});
