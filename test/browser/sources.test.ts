import { readFile } from 'node:fs/promises';
import type { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Running, startServer } from '../support/serve.ts';
import { axeIn } from './axe.ts';
import { openBrowser } from './browser.ts';
import { open } from './open.ts';

let server: Running;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), openBrowser()]);
});
afterAll(() => Promise.all([server?.stop(), browser?.close()]));

const phone: BrowserContextOptions = { viewport: { width: 360, height: 740 }, hasTouch: true };
const desktop: BrowserContextOptions = { viewport: { width: 1440, height: 900 } };

/** Opens the explorer, lets somebody use it, and holds that nothing left the host and nothing was complained of. */
async function using(
  path: string,
  use: (page: Page) => Promise<void>,
  options: BrowserContextOptions = desktop,
): Promise<void> {
  const { page, left, complaints, close } = await open(browser, server.address, path, options);
  try {
    await use(page);
    expect(left).toEqual([]);
    expect(complaints).toEqual([]);
  } finally {
    await close();
  }
}

/** Once the address has these parameters. */
const addressed = (page: Page, wanted: Readonly<Record<string, string | null>>) =>
  page.waitForFunction((wanted) => {
    const has = new URLSearchParams(location.search);
    return Object.entries(wanted).every(([name, value]) => has.get(name) === value);
  }, wanted);

const bamboo = 'source:ngoai-giao-cay-tre';
const bambooName = "Promoting the identity of 'Vietnamese bamboo diplomacy'";

describe('the sources', () => {
  it('are told with their particulars, how much each states, and how they compare', () =>
    using('/?lang=en&view=sources', async (page) => {
      const card = page.locator('.source-card').filter({ hasText: bambooName });
      await card.waitFor();
      expect(await page.locator('.source-card').count()).toBe(5);
      await card.getByText('219 rest on it alone').waitFor();
      await card.getByText('Ca Mau Newspaper').waitFor();
      const address = card.getByRole('link', { name: /^baocamau\.vn/ });
      expect(await address.getAttribute('href')).toMatch(/^https:\/\/baocamau\.vn\//);
      const shared = page.getByRole('table').first();
      expect(await shared.getByRole('row').count()).toBe(6);
      await card.getByRole('button', { name: /Read paragraph by paragraph/ }).click();
      await addressed(page, { source: bamboo });
    }));

  it('are read paragraph by paragraph; the address holds which is open', () =>
    using(`/?lang=en&view=sources&source=${bamboo}`, async (page) => {
      const paragraph = page.locator('.paragraph').filter({ hasText: '¶2' });
      await paragraph.waitFor();
      expect(await page.locator('.paragraph').count()).toBe(11);
      const head = paragraph.getByRole('button');
      expect(await head.getAttribute('aria-expanded')).toBe('false');
      await head.focus();
      await page.keyboard.press('Enter');
      await addressed(page, { paragraph: '2' });
      await paragraph.locator('.statement-line').first().waitFor();
      const line = paragraph.locator('.statement-line').first();
      await line.locator('summary').click();
      await line.locator('q').first().waitFor();
      await page.goBack();
      await addressed(page, { paragraph: null });
      await paragraph.locator('.statement-line').first().waitFor({ state: 'detached' });
    }));

  it('tell what rests on one alone, page by page, and how to cite it', () =>
    using(`/?lang=en&view=sources&source=${bamboo}`, async (page) => {
      const alone = page.locator('.alone');
      await alone.getByText('Showing 20 of 219').waitFor();
      await alone.getByRole('button', { name: /Show more/ }).click();
      await alone.getByText('Showing 40 of 219').waitFor();
      await alone.locator('.unfold summary').click();
      await alone.getByText('Showing 50 of 53').waitFor();
      await page.getByText('How to cite').click();
      await page.getByText(/^@misc\{ngoai-giao-cay-tre,/).waitFor();
    }));

  it('can be taken away whole', () =>
    using(`/?lang=en&view=sources&source=${bamboo}`, async (page) => {
      await page.locator('.paragraph').first().waitFor();
      await page.getByRole('button', { name: 'Export' }).click();
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('menuitem', { name: /CSV/ }).click(),
      ]);
      const text = await readFile(await download.path(), 'utf8');
      expect(text.trim().split('\r\n')).toHaveLength(1 + 279);
      expect(text).toContain(bamboo);
    }));

  it('say where there is no such source', () =>
    using('/?lang=en&view=sources&source=source:none', async (page) => {
      await page.getByText('The graph has no source with this id.').waitFor();
      await page.getByRole('button', { name: /All sources/ }).click();
      await page.locator('.source-card').first().waitFor();
    }));
});

describe('the disagreements', () => {
  it('stand with their rivals side by side, each cited, and what they mean', () =>
    using('/?lang=en&view=disagreements', async (page) => {
      const first = page.locator('.rivals').filter({ hasText: 'number of sessions' });
      await first.getByText('cannot all be true').waitFor();
      const rivals = first.locator('.rivals-list > li');
      expect(await rivals.locator('.rival-value').allTextContents()).toEqual([
        '9 sessions',
        '20 sessions',
      ]);
      for (const rival of await rivals.all()) {
        expect(await rival.locator('.paragraph-mark').count()).toBeGreaterThan(0);
      }
      await page.getByText('What do the kinds mean?').click();
      await page.getByText('no time or scope to tell them apart').waitFor();
    }));

  it('are filtered by kind, which the address holds', () =>
    using('/?lang=en&view=disagreements', async (page) => {
      await page.getByRole('button', { name: 'Different dates 1' }).click();
      await addressed(page, { differing: 'DIFFERENT_DATES' });
      await page.locator('.rivals').filter({ hasText: 'number of sessions' }).waitFor({
        state: 'detached',
      });
      expect(await page.locator('.rivals').count()).toBe(1);
      await page.getByRole('button', { name: 'Change of holder 0' }).click();
      await page.getByText('There is no disagreement of this kind').waitFor();
      await page.goBack();
      await page.locator('.rivals').filter({ hasText: 'amount' }).waitFor();
    }));
});

describe('axe finds nothing', () => {
  const views = {
    sources: ['/?lang=vi&view=sources', '.compared table'],
    'a source': [`/?lang=vi&view=sources&source=${bamboo}&paragraph=2`, '.stated .statement-line'],
    disagreements: ['/?lang=vi&view=disagreements', '.rivals'],
  } as const;
  for (const [size, options] of Object.entries({ phone, desktop })) {
    it.each(Object.entries(views))(`in %s, light and dark, ${size}`, (_name, [path, ready]) =>
      using(
        path,
        async (page) => {
          await page.locator(ready).first().waitFor();
          await page.evaluate(() => {
            const some = document.querySelectorAll<HTMLDetailsElement>('main details');
            for (const one of [...some].slice(0, 6)) one.open = true;
          });
          expect(await violations(axeOn(page))).toEqual([]);
          // What is there is the same in the dark; its colours are others.
          await page.emulateMedia({ colorScheme: 'dark' });
          const colours = axeOn(page).withRules(['color-contrast']);
          expect(await violations(colours)).toEqual([]);
        },
        { ...options, colorScheme: 'light' },
      ),
    );
  }
});

/** The bar of time below has tests of its own. */
const axeOn = (page: Page) => axeIn(page).exclude('section.time');

async function violations(axe: AxeBuilder): Promise<readonly (readonly [string, string[]])[]> {
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
}
