import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Running, startServer } from '../support/serve.ts';
import { axeIn } from './axe.ts';
import { openBrowser } from './browser.ts';
import { openElsewhere, startElsewhere } from './elsewhere.ts';
import { open } from './open.ts';

let server: Running;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const phone = { width: 360, height: 740 };
const desktop = { width: 1440, height: 900 };

describe('without script', () => {
  it('somebody finds an entity, reads it, and goes on to others', async () => {
    const { page, left, complaints, close } = await open(browser, server.address, '/?lang=en', {
      javaScriptEnabled: false,
    });
    await page.getByRole('link', { name: 'Read all entities on plain pages' }).click();
    await page.getByRole('searchbox').fill('hoi nghi ngoai giao 31');
    await page.getByRole('button', { name: 'Search' }).click();
    await page
      .getByRole('main')
      .getByRole('link', { name: '31st Diplomatic Conference', exact: true })
      .click();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(
      '31st Diplomatic Conference',
    );
    await page.getByText('Words in the article').first().click();
    expect(await page.locator('.more-on-statement[open] q').first().isVisible()).toBe(true);
    await page.getByLabel('As of').fill('2020');
    await page.getByRole('button', { name: 'Show' }).click();
    expect(await page.getByRole('note').textContent()).toContain('as of 2020');
    await page.getByRole('link', { name: 'Show everything' }).click();
    await page.getByRole('link', { name: 'Tiếng Việt' }).click();
    expect(await page.locator('html').getAttribute('lang')).toBe('vi');
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(
      'Hội nghị Ngoại giao lần thứ 31',
    );
    expect({ left, complaints }).toEqual({ left: [], complaints: [] });
    await close();
  });

  it('a frame shows the picture of what it is about', async () => {
    const { page, left, complaints, close } = await open(
      browser,
      server.address,
      '/embed/card?entity=country:jpn&lang=en',
      { javaScriptEnabled: false },
    );
    const picture = page.getByRole('img', { name: /^Japan/ });
    await picture.waitFor();
    expect((await picture.boundingBox())?.width).toBe(720);
    expect({ left, complaints }).toEqual({ left: [], complaints: [] });
    await close();
  });
});

describe('a frame that only some pages may hold', () => {
  it('is not shown on others', async () => {
    const strict = await startServer({ frameAncestors: ["'self'", 'https://example.org'] });
    const elsewhere = await startElsewhere();
    const frame = `${strict.address}/embed/card?entity=country:jpn`;
    const url = elsewhere.put('/', `<!doctype html><iframe title="card" src="${frame}"></iframe>`);
    const allowed = [strict.address, elsewhere.address];
    const { page, close } = await openElsewhere(browser, url, allowed);
    await expect.poll(() => page.frames()[1]?.url()).toMatch(/^chrome-error:/);
    await close();
    await elsewhere.stop();
    await strict.stop();
  });
});

describe('a page', () => {
  const conference = '/entity/conference:hoi-nghi-ngoai-giao-31?lang=vi&asOf=2024';
  it.each([
    { path: conference, viewport: phone, colorScheme: 'light' },
    { path: conference, viewport: phone, colorScheme: 'dark' },
    { path: conference, viewport: desktop, colorScheme: 'light' },
    { path: conference, viewport: desktop, colorScheme: 'dark' },
    { path: '/entities?lang=vi', viewport: phone, colorScheme: 'light' },
    { path: '/entities?lang=en', viewport: desktop, colorScheme: 'dark' },
    { path: '/entity/source:ngoai-giao-cay-tre?lang=en', viewport: phone, colorScheme: 'dark' },
    { path: '/embed/nothing', viewport: phone, colorScheme: 'light' },
  ] as const)('can be read by everybody, within its width: %j', async ({ path, ...options }) => {
    const { page, left, complaints, close } = await open(browser, server.address, path, options);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(options.viewport.width);
    const { violations } = await axeIn(page).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
    expect(left).toEqual([]);
    // That something is not found is what the browser says of a page that says so.
    expect(complaints.filter((one) => !one.includes('404 (Not Found)'))).toEqual([]);
    await close();
  });

  it('leads over its head to the content by keyboard, with the focus to be seen', async () => {
    const { page, close } = await open(browser, server.address, '/entity/country:jpn?lang=en');
    await page.keyboard.press('Tab');
    const skip = page.getByRole('link', { name: 'Skip to the content' });
    expect(await skip.evaluate((link) => link === document.activeElement)).toBe(true);
    expect((await skip.boundingBox())?.y).toBeGreaterThanOrEqual(0);
    expect(await skip.evaluate((link) => getComputedStyle(link).outlineStyle)).toBe('solid');
    await close();
  });

  it('that is not there says so, and what somebody may have meant', async () => {
    const { page, left, close } = await open(
      browser,
      server.address,
      '/entity/person:bui-than-son?lang=en',
    );
    await page.getByRole('main').getByRole('link', { name: 'Bui Thanh Son', exact: true }).click();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Bui Thanh Son');
    expect(left).toEqual([]);
    await close();
  });
});
