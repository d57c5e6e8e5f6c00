import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Running, startServer } from '../support/serve.ts';
import { axeIn } from './axe.ts';
import { openBrowser } from './browser.ts';
import { type Opened, open } from './open.ts';

const wide = { viewport: { width: 1440, height: 900 } };
const narrow = { viewport: { width: 360, height: 740 }, hasTouch: true };
const still = { ...wide, reducedMotion: 'reduce' } as const;

let server: Running;
let browser: Browser;
beforeAll(async () => {
  server = await startServer();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

/** Opens an address, does something there, and sees that nothing left the host and nobody complained. */
async function on(
  path: string,
  options: Parameters<typeof open>[3],
  act: (page: Page) => Promise<void>,
): Promise<void> {
  const opened: Opened = await open(browser, server.address, path, options);
  try {
    await act(opened.page);
    expect(opened.left).toEqual([]);
    expect(opened.complaints).toEqual([]);
  } finally {
    await opened.close();
  }
}
const parameter = (page: Page, name: string): string | null =>
  new URL(page.url()).searchParams.get(name);
const untilAddress = (page: Page, name: string, value: string | null): Promise<void> =>
  page.waitForURL((url) => url.searchParams.get(name) === value);

describe('the timeline', () => {
  it('shows its marks, walks them by arrow keys, and tells of one where it is said', () =>
    on('/?view=timeline&lang=en', wide, async (page) => {
      const marks = page.locator('.timeline-mark');
      await marks.first().waitFor();
      expect(await marks.count()).toBeGreaterThan(100);
      expect(await page.locator('.timeline-mark[tabindex="0"]').count()).toBe(1);
      await page.locator('.timeline-mark[tabindex="0"]').focus();
      await page.keyboard.press('End');
      // The dates stand above what is read, and the marks below them.
      const [dates, frame] = await Promise.all([
        page.locator('.timeline-years').boundingBox(),
        page.locator('main').boundingBox(),
      ]);
      expect(dates!.y).toBeGreaterThanOrEqual(frame!.y - 1);
      expect(dates!.y + dates!.height).toBeLessThan(frame!.y + frame!.height / 2);
      const last = (await marks.count()) - 1;
      await page.locator(`.timeline-mark[data-at="${last}"]:focus`).waitFor();
      expect(await page.locator('.chart-aside .chart-detail').textContent()).toContain('¶');
      await page.keyboard.press('Enter');
      const id = await page.locator(`.timeline-mark[data-at="${last}"]`).getAttribute('data-id');
      await untilAddress(page, 'selected', id);
      await page.goBack();
      await untilAddress(page, 'selected', null);
    }));

  it('zooms to a year and back, keeps stretches that go on, and leaves kinds out', () =>
    on('/?view=timeline&lang=en', wide, async (page) => {
      const marks = page.locator('.timeline-mark');
      await marks.first().waitFor();
      const all = await marks.count();
      await page.locator('.range-years').getByRole('button', { name: '2023' }).click();
      await untilAddress(page, 'from', '2023');
      await page
        .locator('[data-id="document:chien-luoc-phat-trien-kinh-te-xa-hoi-2021-2030"]')
        .waitFor();
      await page.waitForFunction(
        (before) => document.querySelectorAll('.timeline-mark').length < before,
        all,
      );
      await page.locator('[data-kind="partnership"]').click();
      await untilAddress(page, 'without', 'partnership');
      await page.locator('[data-id="partnership:viet-nam-my"]').waitFor({ state: 'detached' });
      await page.goBack();
      await page.locator('[data-id="partnership:viet-nam-my"]').waitFor();
      await page.getByRole('button', { name: 'All', exact: true }).click();
      await page.waitForFunction(
        (before) => document.querySelectorAll('.timeline-mark').length === before,
        all,
      );
    }));

  it('is a list on a phone, each entry with its citation, and nothing wider than the screen', () =>
    on('/?view=timeline&lang=vi', narrow, async (page) => {
      const items = page.locator('.timeline-item');
      await items.first().waitFor();
      expect(await items.count()).toBeGreaterThan(100);
      expect(await items.first().textContent()).toContain('¶');
      expect(await page.locator('svg.timeline-chart').count()).toBe(0);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
        360,
      );
    }));
});

describe('the map', () => {
  const country = (page: Page, code: string) =>
    page.locator(`.map-country[data-country="${code}"]`);

  it('colours countries by level, as of the date, and leaves levels out', () =>
    on('/?view=map&lang=en&asOf=2024', still, async (page) => {
      await page.locator('[data-country="JPN"][data-level="3"]').waitFor();
      expect(await country(page, 'BRA').getAttribute('data-level')).toBe('2');
      expect(await country(page, 'DEU').getAttribute('data-level')).toBeNull();
      await page.getByRole('slider').focus();
      await page.keyboard.press('ArrowLeft');
      await untilAddress(page, 'asOf', '2023');
      await page.waitForFunction(
        () => !document.querySelector('[data-country="BRA"]')?.hasAttribute('data-level'),
      );
      await page.keyboard.press('ArrowRight');
      await page.locator('[data-country="BRA"][data-level="2"]').waitFor();
      await page.getByText(/^\+6 partnerships: .*Brazil/).waitFor();
      await page.locator('button[data-level="strategic"]').click();
      await page.waitForFunction(
        () => !document.querySelector('[data-country="BRA"]')?.hasAttribute('data-level'),
      );
      expect(await country(page, 'JPN').getAttribute('data-level')).toBe('3');
    }));

  it('has its countries as a list to walk, and tells of one with its citations; a click opens its card', () =>
    on('/?view=map&lang=en', wide, async (page) => {
      const france = page.locator('.map-country-button[data-id="country:fra"]');
      await france.focus();
      const detail = page.locator('.map-detail');
      await detail.getByText(/Comprehensive Strategic Partnership, 2024/).waitFor();
      expect(await detail.textContent()).toContain('¶');
      await country(page, 'AUS').hover();
      await page.locator('.chart-tip', { hasText: 'Australia' }).waitFor();
      await country(page, 'AUS').click();
      await untilAddress(page, 'selected', 'country:aus');
    }));

  it('loads its shapes only when it is asked for', () =>
    on('/?view=figures&lang=en', wide, async (page) => {
      const loaded: string[] = [];
      page.on('request', (request) => loaded.push(request.url()));
      const drawn = () => loaded.filter((url) => /\/world-[^/]*\.js$/.test(url));
      await page.locator('.figure-card').first().waitFor();
      const before = await page.evaluate(
        () =>
          performance
            .getEntriesByType('resource')
            .filter(({ name }) => /\/world-[^/]*\.js$/.test(name)).length,
      );
      expect(before).toBe(0);
      await page
        .getByRole('link', { name: 'Map' })
        .or(page.getByRole('button', { name: 'Map' }))
        .first()
        .click();
      await page.locator('.map-country').first().waitFor();
      expect(drawn()).toHaveLength(1);
    }));
});

describe('figures', () => {
  it('are all at a glance, then one with its table', () =>
    on('/?view=figures&lang=en', wide, async (page) => {
      const cards = page.locator('.figure-card');
      await cards.first().waitFor();
      expect(await cards.count()).toBe(21);
      for (const text of await cards.allTextContents()) expect(text).toContain('¶');
      await page.getByRole('heading', { name: 'Partnerships by level and year' }).waitFor();
      await page
        .getByRole('img', { name: /2024: .*Comprehensive Strategic Partnership 3/ })
        .waitFor();
      await page
        .getByRole('button', { name: 'Number of countries with diplomatic relations' })
        .click();
      await untilAddress(page, 'metric', 'metric:nuoc-co-quan-he-ngoai-giao');
      const mark = page.getByRole('button', { name: /194 countries/ });
      await mark.focus();
      await page.keyboard.press('ArrowLeft');
      await page.locator('.chart-detail', { hasText: '193 countries, 19 December 2023' }).waitFor();
      await page.getByText('Read as a table').click();
      expect(await page.locator('.chart-twin tbody tr').count()).toBe(2);
    }));

  it('name a metric that has none as of the date', () =>
    on(
      '/?view=figures&lang=en&metric=metric:nuoc-co-quan-he-ngoai-giao&asOf=2022',
      wide,
      async (page) => {
        const choice = page.getByLabel('Metric');
        await page.getByText('No figures with this selection').waitFor();
        await page
          .locator('option:checked', { hasText: 'diplomatic relations with Viet Nam' })
          .waitFor({ state: 'attached' });
        expect(await choice.inputValue()).toBe('metric:nuoc-co-quan-he-ngoai-giao');
      },
    ));
});

describe('the bar of time', () => {
  it('takes a typed date, and says what is none', () =>
    on('/?view=map&lang=vi', wide, async (page) => {
      await page.getByRole('slider').waitFor();
      const field = page.getByRole('textbox', { name: 'Tính đến' });
      await field.fill('31/2/2023');
      await field.press('Enter');
      await page.getByRole('alert').filter({ hasText: '19/12/2023' }).waitFor();
      await field.fill('19/12/2023');
      await field.press('Enter');
      await untilAddress(page, 'asOf', '2023-12-19');
      expect(await page.getByRole('slider').getAttribute('aria-valuetext')).toBe('19/12/2023');
      await page.getByRole('button', { name: 'Xem mọi thời điểm' }).click();
      await untilAddress(page, 'asOf', null);
    }));

  it('has room for what changes on a phone, the same at every date', () =>
    on('/?view=map&lang=vi&asOf=2024', narrow, async (page) => {
      await page.locator('.time .fold').click();
      await page.locator('.time-change.main').waitFor();
      const changes = page.locator('.time-changes');
      const room = () =>
        changes.evaluate((element) => [
          element.scrollWidth <= element.clientWidth,
          element.clientHeight,
        ]);
      const before = await room();
      expect(before[0]).toBe(true);
      await page.getByRole('slider').press('ArrowRight');
      await untilAddress(page, 'asOf', '2025');
      await page.getByText('Kỷ niệm +3').waitFor();
      expect(await room()).toEqual(before);
    }));

  it('plays step by step to the end, and stops where somebody does something else', () =>
    on('/?view=map&lang=en&asOf=2025', still, async (page) => {
      await page.getByLabel('Speed').selectOption('fast');
      await page.getByRole('button', { name: 'Play through time' }).click();
      await untilAddress(page, 'asOf', null);
      await page.getByRole('button', { name: 'Play through time' }).waitFor();
      // Nothing comes after all dates, so that it begins again.
      await page.getByRole('button', { name: 'Play through time' }).click();
      await untilAddress(page, 'asOf', '1930');
      await page.locator('.map-frame').click({ position: { x: 5, y: 5 } });
      await page.getByRole('button', { name: 'Play through time' }).waitFor();
      expect(parameter(page, 'asOf')).not.toBeNull();
    }));

  it('is one step for Back, however far somebody goes by it', () =>
    on('/?view=map&lang=en&asOf=2024', still, async (page) => {
      const slider = page.getByRole('slider');
      await slider.focus();
      for (const date of ['2023', '2022', '2021']) {
        await page.keyboard.press('ArrowLeft');
        await untilAddress(page, 'asOf', date);
      }
      await page.goBack();
      await untilAddress(page, 'asOf', '2024');
    }));
});

describe('what can be taken away', () => {
  it.each(['timeline', 'map', 'figures'])('of %s: pictures and data', (view) =>
    on(`/?view=${view}&lang=en&asOf=2024`, wide, async (page) => {
      await page.locator('.chart svg').first().waitFor();
      const take = async (format: string): Promise<Buffer> => {
        await page.getByRole('button', { name: 'Export' }).first().click();
        const [download] = await Promise.all([
          page.waitForEvent('download'),
          page
            .getByRole('menuitem', { name: new RegExp(format, 'i') })
            .first()
            .click(),
        ]);
        return readFile(await download.path());
      };
      const svg = (await take('svg')).toString();
      expect(svg).toMatch(/^<svg [^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
      expect(svg).not.toContain('var(');
      expect((await take('png')).subarray(1, 4).toString()).toBe('PNG');
      expect((await take('csv')).toString()).toContain('paragraph');
      expect(JSON.parse((await take('json')).toString())).toHaveProperty('total');
    }),
  );
});

describe('everyone', () => {
  const views = ['timeline', 'map', 'figures', 'figures&metric=metric:nuoc-co-quan-he-ngoai-giao'];
  it.each(views)(
    'can use %s: axe finds nothing, in light and dark, wide and narrow',
    async (view) => {
      for (const [size, colorScheme] of [
        [wide, 'light'],
        [narrow, 'dark'],
      ] as const) {
        await on(
          `/?view=${view}&lang=vi&asOf=2024`,
          { ...size, colorScheme, reducedMotion: 'reduce' },
          async (page) => {
            await page.locator('.chart, .figure-card').first().waitFor();
            // On a phone the bar of time may be folded.
            const fold = page.locator('.time .fold[aria-expanded="false"]');
            if ((await fold.count()) > 0) await fold.click();
            await page
              .getByText(/quan hệ đối tác: /)
              .first()
              .waitFor();
            const { violations } = await axeIn(page).include('main').include('.time').analyze();
            expect(
              violations.map(({ id, nodes }) => [id, ...nodes.slice(0, 3).map(({ html }) => html)]),
            ).toEqual([]);
          },
        );
      }
    },
  );
});
