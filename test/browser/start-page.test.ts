import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openOperations } from '../../src/server/operations.ts';
import { type Running, startServer } from '../support/serve.ts';
import { openBrowser } from './browser.ts';

const operations = (await openOperations()).all;

let server: Running;
let browser: Browser;

beforeAll(async () => {
  server = await startServer();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** Opens the start page; keeps what left the host and what the console complained of. */
async function open(options: Parameters<Browser['newContext']>[0]) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const left: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(server.address)) left.push(request.url());
  });
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(server.address);
  return { context, page, left, complaints };
}

/** Chooses an operation and waits until its answer stands there. */
async function askOperation(page: Page, title: string): Promise<Record<string, unknown>> {
  await page.getByRole('button', { name: title }).click();
  await page.locator('#state').filter({ hasText: /ms$/ }).waitFor();
  return JSON.parse((await page.locator('#answer').textContent()) ?? '') as Record<string, unknown>;
}

describe('the start page', () => {
  it.each(operations.map(({ description }) => [description.en]))('answers "%s"', async (title) => {
    const { context, page, left, complaints } = await open({ locale: 'en-GB' });
    const answer = await askOperation(page, title);
    expect(answer).not.toHaveProperty('errors');
    expect(JSON.stringify(answer.data)).toMatch(/"(?:id|name|label1?)":/);
    expect({ left, complaints }).toEqual({ left: [], complaints: [] });
    await context.close();
  });

  it('asks in the language chosen', async () => {
    const { context, page } = await open({ locale: 'vi-VN' });
    const title = operations.find(({ name }) => name === 'FindEntities')!.description.en;
    expect(JSON.stringify(await askOperation(page, title))).toContain('Bùi Thanh Sơn');
    await page.getByLabel('Language').selectOption('en');
    await expect
      .poll(() => page.locator('#answer').textContent())
      .toContain('Minister of Foreign Affairs');
    await context.close();
  });

  const sizes = { phone: { width: 360, height: 740 }, desktop: { width: 1440, height: 900 } };
  it.each(
    (['light', 'dark'] as const).flatMap((colorScheme) =>
      (['phone', 'desktop'] as const).map((size) => [size, colorScheme] as const),
    ),
  )('is readable by everyone on a %s in %s', async (size, colorScheme) => {
    const { context, page } = await open({ viewport: sizes[size], colorScheme, locale: 'en-GB' });
    await askOperation(page, operations[0]!.description.en);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    const overflow = await page.evaluate(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    );
    expect(overflow).toBe(0);
    // However many questions there are, the boxes stay close to them.
    const menu = await page.getByRole('list', { name: 'Ask it' }).boundingBox();
    expect(menu?.height).toBeLessThan(sizes[size].height);
    await context.close();
  });
});
