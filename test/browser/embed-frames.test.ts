import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
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

const framing = (frames: string, script: string): string => `<!doctype html>
<html lang="en"><title>Frames</title>
<style>iframe { display: block; width: 100%; height: 100px; border: 0; }</style>
<script>
  window.told = [];
  addEventListener('message', ({ data, origin }) => told.push({ ...data, origin }));
</script>
<h1>Frames</h1>${frames}${script}</html>`;

const heightOf = (frame: string) =>
  `document.querySelector('${frame}').getBoundingClientRect().height`;

test('a page sizes its frames by /embed.js', async () => {
  const url = elsewhere.put(
    '/sized.html',
    framing(
      `<iframe id="graph" title="graph" src="${server.address}/embed/graph?entity=country:jpn&height=500"></iframe>
       <iframe id="card" title="card" src="${server.address}/embed/card?entity=country:jpn"></iframe>`,
      `<script type="module" src="${server.address}/embed.js"></script>`,
    ),
  );
  const { page, left, complaints, close } = await openElsewhere(browser, url, [
    server.address,
    elsewhere.address,
  ]);
  // What fills its frame says how high it would like to be, and is as high as it is let.
  await page.waitForFunction(`${heightOf('#graph')} === 500`);
  const graph = page.frameLocator('#graph').locator('caytre-graph');
  await expect
    .poll(() => graph.evaluate((element) => element.getBoundingClientRect().height))
    .toBe(500);
  // What flows is as high as its content; while that loads, it is lower.
  await page.waitForFunction(`${heightOf('#card')} > 200`);
  const scrolls = () =>
    page
      .frameLocator('#card')
      .locator('html')
      .evaluate((root) => root.scrollHeight - root.clientHeight);
  await expect.poll(scrolls).toBe(0);
  const inside = page.frameLocator('#card').locator('caytre-card');
  // With its own fonts the text is as high as it stays.
  await page
    .frameLocator('#card')
    .locator('html')
    .evaluate(async () => {
      await document.fonts.ready;
      await new Promise((resolve) => requestAnimationFrame(resolve));
    });
  await expect.poll(scrolls).toBe(0);
  const grown = await page.evaluate(heightOf('#card'));
  await inside.evaluate((element) => {
    element.style.paddingBlockEnd = '90px';
  });
  await page.waitForFunction(`${heightOf('#card')} === ${Number(grown) + 90}`);
  // And it comes to rest.
  const count = await page.evaluate('told.length');
  await page.setViewportSize({ width: 500, height: 800 });
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.waitForFunction(`${heightOf('#card')} === ${Number(grown) + 90}`);
  await expect.poll(scrolls).toBe(0);
  expect(await page.evaluate('told.length')).toBeLessThan(Number(count) + 30);
  expect({ left, complaints }).toEqual({ left: [], complaints: [] });
  await close();
});

test('a frame tells its height again to the page around it, and obeys nobody in anything else', async () => {
  const url = elsewhere.put(
    '/asked.html',
    framing(
      `<iframe id="card" title="card" src="${server.address}/embed/card?entity=country:jpn"></iframe>
       <iframe id="stranger" title="stranger" srcdoc="<p>stranger</p>"></iframe>`,
      '',
    ),
  );
  const { page, close } = await openElsewhere(browser, url, [server.address, elsewhere.address]);
  await page.waitForFunction('told.length > 0');
  await page.frameLocator('#card').locator('[part=link]').waitFor();
  const asking = (message: unknown) =>
    page.evaluate((message) => {
      const { contentWindow } = document.querySelector<HTMLIFrameElement>('#card')!;
      contentWindow!.postMessage(message, '*');
    }, message);
  const before = await page.frameLocator('#card').locator('html').innerHTML();
  await page.evaluate('told.length = 0');
  await asking({ type: 'caytre:size', height: 5 });
  await page.waitForFunction('told.length === 1');
  expect(await page.evaluate('told[0]')).toEqual({
    type: 'caytre:size',
    height: expect.any(Number),
    origin: server.address,
  });
  for (const message of [{ type: 'caytre:settings', entity: 'country:kor' }, null, 'caytre:size']) {
    await asking(message);
  }
  // A frame beside it is not the page around it.
  await page
    .frameLocator('#stranger')
    .locator('p')
    .evaluate(() => window.parent.frames[0]!.postMessage({ type: 'caytre:size' }, '*'));
  await asking({ type: 'caytre:size' });
  await page.waitForFunction('told.length === 2');
  expect(await page.frameLocator('#card').locator('html').innerHTML()).toBe(before);
  await close();
});

test('a page gives no frame a height that a stranger tells', async () => {
  const stranger = elsewhere.put(
    '/stranger.html',
    "<!doctype html><script>parent.postMessage({ type: 'caytre:size', height: 900 }, '*'); parent.postMessage('done', '*');</script>",
  );
  const url = elsewhere.put(
    '/fooled.html',
    framing(
      `<iframe id="stranger" title="stranger"></iframe>
       <iframe id="card" title="card" src="${server.address}/embed/card?entity=country:jpn"></iframe>`,
      `<script type="module" src="${server.address}/embed.js"></script>`,
    ),
  );
  const { page, close } = await openElsewhere(browser, url, [server.address, elsewhere.address]);
  // With what it shows: while it loads, it is lower.
  await page.waitForFunction(`${heightOf('#card')} > 200`);
  const before = await page.evaluate(heightOf('#card'));
  await page.evaluate((stranger) => {
    document.querySelector<HTMLIFrameElement>('#stranger')!.src = stranger;
  }, stranger);
  await page.waitForFunction(`told.some(({ height }) => height === 900)`);
  expect(await page.evaluate(heightOf('#stranger'))).toBe(100);
  expect(await page.evaluate(heightOf('#card'))).toBe(before);
  await close();
});
