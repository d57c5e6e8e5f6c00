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

/** The card of an entity beside a view that needs little. */
const beside = (selected: string, more = '') =>
  `/?lang=en&view=disagreements&selected=${selected}${more}`;
const panel = (page: Page) => page.getByRole('complementary');
const heading = (page: Page, name: string | RegExp) =>
  panel(page).getByRole('heading', { level: 2, name });
const group = (page: Page, name: RegExp) =>
  panel(page)
    .locator('.card-group')
    .filter({ has: page.getByRole('heading', { name }) });

const conference = 'conference:hoi-nghi-ngoai-giao-31';

describe('the card of an entity', () => {
  it('has names in both languages, groups, and a citation on every line', () =>
    using(beside(conference), async (page) => {
      await heading(page, '31st Diplomatic Conference').waitFor();
      expect(await panel(page).locator('.card-other-name').textContent()).toBe(
        'Hội nghị Ngoại giao lần thứ 31',
      );
      const lines = await panel(page).locator('.statement-line').all();
      expect(lines.length).toBeGreaterThan(15);
      for (const line of lines) {
        expect(await line.locator('.paragraph-mark').count()).toBeGreaterThan(0);
      }
      // The card scrolls by itself; the page has nothing to scroll to.
      const beyond = await page.evaluate(
        () => document.documentElement.scrollHeight - document.documentElement.clientHeight,
      );
      expect(beyond).toBe(0);
      const link = panel(page).locator('.paragraph-mark.away').first();
      expect(await link.getAttribute('href')).toMatch(/^https:\/\/.+#:~:text=/);
    }));

  it('marks a disagreement at the top and at its lines, and says why', () =>
    using(beside(conference), async (page) => {
      const top = panel(page).locator('.card-disputes');
      await top.getByText('cannot all be true').waitFor();
      expect(await top.locator('.rivals-list > li').count()).toBe(2);
      const sessions = group(page, /^number of sessions/);
      expect(await sessions.locator('.badge.disputed').count()).toBe(2);
      await sessions.getByText('cannot all be true').first().waitFor();
    }));

  it('shows a hub by its counts, and the rest of a group when asked', () =>
    using(beside('country:vnm'), async (page) => {
      await heading(page, 'Viet Nam').waitFor();
      // The last group is beyond what the card asks for at first.
      const held = group(page, /^held/)
        .or(group(page, /^has as a party|^party to/))
        .last();
      await held.waitFor();
      const parties = group(page, /party/);
      const count = Number(await parties.getByRole('heading').locator('.count').textContent());
      expect(count).toBeGreaterThan(10);
      const shown = parties.locator('.statement-line');
      expect(await shown.count()).toBeLessThanOrEqual(5);
      await parties.getByRole('button', { name: /Show/ }).click();
      await page.waitForFunction(
        ([lines, all]) => document.querySelectorAll(lines as string).length >= (all as number),
        ['.card-group .statement-line', Math.min(count, 20)] as const,
      );
      expect(await shown.count()).toBe(Math.min(count, 20));
    }));

  it('is as of the date', () =>
    using(beside('country:vnm', '&asOf=2021'), async (page) => {
      await panel(page).getByText('With what was there by 2021').waitFor();
      const named = panel(page).getByRole('heading', { name: /Where it is named/ });
      expect(Number(await named.locator('.count').textContent())).toBeLessThan(64);
    }));

  it('leads on: around it, to paths, what is shared, comparisons, and other cards', () =>
    using(beside('country:jpn', '&between=country:usa'), async (page) => {
      const act = (name: string) => panel(page).getByRole('button', { name }).click();
      await act('Path from here');
      await addressed(page, { view: 'path', between: 'country:jpn,country:usa' });
      await act('Compare');
      await addressed(page, { view: 'compare', between: 'country:usa,country:jpn' });
      await act('In common');
      await addressed(page, { view: 'common', between: 'country:usa,country:jpn' });
      await act('Show around this');
      await addressed(page, { view: null, around: 'country:jpn' });
      await panel(page).locator('.statement-line .entity-name').first().click();
      await page.waitForFunction(
        () => new URLSearchParams(location.search).get('selected') !== 'country:jpn',
      );
      await page.goBack();
      await heading(page, 'Japan').waitFor();
      const own = panel(page).getByRole('link', { name: 'Its own page' });
      expect(await own.getAttribute('href')).toBe('/entity/country:jpn?lang=en');
    }));

  it('unfolds dates, what is close with the reason, sources, and references to copy', () =>
    using(
      beside('country:jpn'),
      async (page) => {
        const unfold = (name: string | RegExp) =>
          panel(page)
            .locator('.unfold')
            .filter({ has: page.getByRole('heading', { name }) });
        for (const name of ['Timeline', 'Close to', /Articles that speak/, 'How to cite']) {
          await unfold(name).locator('summary').click();
        }
        await unfold('Timeline').locator('time').first().waitFor();
        await unfold('Close to').locator('.why').first().waitFor();
        await unfold(/Articles that speak/)
          .getByText(/\d+ statements/)
          .first()
          .waitFor();
        await unfold('How to cite').getByRole('button', { name: 'Copy BibTeX' }).click();
        await page.getByText('The citation was copied.').waitFor();
        expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^@misc\{/);
      },
      { ...desktop, permissions: ['clipboard-read', 'clipboard-write'] },
    ));

  it('shows the figures of a metric', () =>
    using(beside('metric:nuoc-co-quan-he-ngoai-giao'), async (page) => {
      const figures = panel(page)
        .locator('.unfold')
        .filter({ has: page.getByRole('heading', { name: 'Figures' }) });
      await figures.locator('summary').click();
      await figures.getByText('194 countries').first().waitFor();
      await figures.getByRole('button', { name: 'See it among the figures' }).click();
      await addressed(page, { view: 'figures', metric: 'metric:nuoc-co-quan-he-ngoai-giao' });
    }));

  it('says that there is no such entity, and looks for its words', () =>
    using(beside('person:bui-thanh-sonn'), async (page) => {
      await panel(page).getByText('The graph has no entity with this id.').waitFor();
      await panel(page)
        .getByRole('button', { name: /Search for the words/ })
        .click();
      await addressed(page, { find: 'bui thanh sonn', selected: null });
    }));
});

describe('the card of a statement', () => {
  it('has its parts, its citations whole, and its rivals', () =>
    using(beside('bc1bd47079e1fac42cb7'), async (page) => {
      await heading(page, /20 sessions/).waitFor();
      const citation = panel(page).locator('.citations-full').first();
      await citation.getByText('20 phiên họp').waitFor();
      await citation.getByText('Said by:').waitFor();
      await panel(page).locator('.rivals').getByText('9 sessions').first().waitFor();
      await citation.getByRole('link', { name: 'paragraph 12' }).click();
      await addressed(page, {
        view: 'sources',
        source: 'source:be-mac-hoi-nghi-ngoai-giao-31',
        paragraph: '12',
      });
    }));

  it('is one step from the line where it is said', () =>
    using(beside(conference), async (page) => {
      const line = group(page, /^number of sessions/)
        .locator('.statement-line')
        .last();
      await line.locator('summary').click();
      await line.getByText('20 phiên họp').waitFor();
      await line.getByRole('link', { name: 'See the statement' }).click();
      await heading(page, /20 sessions/).waitFor();
      await addressed(page, { selected: 'bc1bd47079e1fac42cb7' });
    }));

  it('says where there is none', () =>
    using(beside('ffffffffffffffffffff'), (page) =>
      panel(page).getByText('The graph has no statement with this id').waitFor(),
    ));
});

describe('axe finds nothing', () => {
  for (const [size, options] of Object.entries({ phone, desktop })) {
    it(`in the card, light and dark, ${size}`, () =>
      using(
        beside(conference),
        async (page) => {
          await heading(page, '31st Diplomatic Conference').waitFor();
          await page.evaluate(() => {
            const some = ['.unfold', '.more-on-statement'].flatMap((selector) => [
              ...[...document.querySelectorAll<HTMLDetailsElement>(selector)].slice(0, 6),
            ]);
            for (const one of some) one.open = true;
          });
          await panel(page).locator('.reference pre').waitFor();
          await panel(page).locator('.card-dates time').first().waitFor();
          expect(await violations(axeOn(page))).toEqual([]);
          // What is there is the same in the dark; its colours are others.
          await page.emulateMedia({ colorScheme: 'dark' });
          const colours = axeOn(page).withRules(['color-contrast']);
          expect(await violations(colours)).toEqual([]);
        },
        { ...options, colorScheme: 'light' },
      ));
  }
});

/** The bar of time below has tests of its own. */
const axeOn = (page: Page) => axeIn(page).exclude('section.time');

async function violations(axe: AxeBuilder): Promise<readonly (readonly [string, string[]])[]> {
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
}
