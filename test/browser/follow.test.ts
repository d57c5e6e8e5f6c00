import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { temporaryFolder } from '../server/reload/marked.ts';
import { type Running, startServer } from '../support/serve.ts';
import { openBrowser } from './browser.ts';
import { type Elsewhere, openElsewhere, pageWith, startElsewhere } from './elsewhere.ts';
import { open } from './open.ts';

let browser: Browser;
let server: Running;
let elsewhere: Elsewhere;
let place: Awaited<ReturnType<typeof temporaryFolder>>;
beforeAll(async () => {
  place = await temporaryFolder();
  const graphData = join(place.folder, 'data');
  await cp('graph-data', graphData, { recursive: true });
  [browser, server, elsewhere] = await Promise.all([
    openBrowser(),
    startServer({ graphData }),
    startElsewhere(),
  ]);
});
afterAll(async () => {
  await browser?.close();
  await elsewhere?.stop();
  await server?.stop();
  await place?.remove();
});

/** Japan's name in the data, in English. */
let name = 'Japan';
async function rename(next: string): Promise<void> {
  const file = join(place.folder, 'data/entities/country.yaml');
  const text = await readFile(file, 'utf8');
  await writeFile(file, text.replace(`en: ${name} }`, `en: ${next} }`));
  name = next;
  expect(await server.reload('asked')).toMatchObject({ outcome: 'reloaded' });
}
beforeEach(async () => {
  if (name !== 'Japan') await rename('Japan');
});

/** Whether somebody follows: no change from now on is missed. */
const isFollowed = (page: {
  waitForEvent: (event: 'response', test: object) => Promise<unknown>;
}) =>
  page.waitForEvent('response', {
    predicate: (response: { url: () => string }) => response.url().endsWith('/events'),
  });

test('the explorer shows new data where one is, and says so', async () => {
  const { page, complaints, close } = await open(browser, server.address, 'about:blank');
  const followed = isFollowed(page);
  await page.goto(
    `${server.address}/?view=table&lang=en&only=country&query=nhat+ban&selected=country:jpn`,
  );
  await followed;
  const shows = (text: string) =>
    Promise.all(
      ['main', 'aside'].map((part) => page.locator(part).getByText(text).first().waitFor()),
    );
  await shows('Japan');
  const address = page.url();
  const isTold = page.getByText('The data has been updated.').waitFor();
  await rename('Nippon');
  await Promise.all([isTold, shows('Nippon')]);
  expect(page.url()).toBe(address);
  expect(complaints).toEqual([]);
  await close();
});

test.each(['explorer', 'element'])(
  'data that changes before an %s follows is shown',
  async (what) => {
    const isExplorer = what === 'explorer';
    const url = isExplorer
      ? `${server.address}/?view=table&lang=en&only=country&query=nhat+ban&selected=country:jpn`
      : elsewhere.put(
          '/early.html',
          pageWith(
            server.address,
            '<caytre-card entity="country:jpn" lang="en"></caytre-card>',
            '',
          ),
        );
    const { page, close } = isExplorer
      ? await open(browser, server.address, 'about:blank')
      : await openElsewhere(browser, 'about:blank', [server.address, elsewhere.address]);
    let follow: (() => void) | undefined;
    const mayFollow = new Promise<void>((resolve) => {
      follow = resolve;
    });
    await page.route('**/events', async (route) => {
      await mayFollow;
      await route.continue();
    });
    await page.goto(url);
    const shows = (text: string) =>
      page
        .locator(isExplorer ? 'aside' : 'caytre-card')
        .getByText(text, { exact: true })
        .first()
        .waitFor();
    await shows('Japan');
    await rename('Nippon');
    follow?.();
    await shows('Nippon');
    await close();
  },
);

test('an element shows new data; while the page is hidden nothing is followed', async () => {
  const url = elsewhere.put(
    '/follow.html',
    pageWith(server.address, '<caytre-card entity="country:jpn" lang="en"></caytre-card>', ''),
  );
  const { page, close } = await openElsewhere(browser, 'about:blank', [
    server.address,
    elsewhere.address,
  ]);
  const followed = isFollowed(page);
  await page.goto(url);
  await followed;
  const shows = (text: string) =>
    page.locator('caytre-card').getByText(text, { exact: true }).first().waitFor();
  await shows('Japan');
  await rename('Nippon');
  await shows('Nippon');

  const hide = (hidden: boolean) =>
    page.evaluate((isHidden) => {
      Object.defineProperty(document, 'hidden', { configurable: true, get: () => isHidden });
      document.dispatchEvent(new Event('visibilitychange'));
    }, hidden);
  const ended = page.waitForEvent('requestfailed', (request) => request.url().endsWith('/events'));
  await hide(true);
  await ended;
  await rename('Nihon');
  await shows('Nippon');
  await hide(false);
  await shows('Nihon');
  await close();
});
