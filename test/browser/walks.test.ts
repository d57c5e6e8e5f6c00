import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { ViewerElement } from '../../src/web/views/drawing/stage.tsx';
import { type Running, startServer } from '../support/serve.ts';
import { axeIn } from './axe.ts';
import { openBrowser } from './browser.ts';
import { type Opened, open } from './open.ts';

let browser: Browser;
let server: Running;
const opened: Opened[] = [];

beforeAll(async () => {
  [browser, server] = await Promise.all([openBrowser(), startServer()]);
});
afterEach(async () => {
  for (const { left, complaints, close } of opened.splice(0)) {
    await close();
    expect({ left, complaints }).toEqual({ left: [], complaints: [] });
  }
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const desktop = { width: 1440, height: 900 };
const phone = { width: 360, height: 740 };

async function show(parameters: string, before?: (page: Page) => Promise<unknown>): Promise<Page> {
  const one = await open(browser, server.address, before ? '/icon.svg' : `/?${parameters}`, {
    viewport: desktop,
  });
  opened.push(one);
  if (before) {
    await before(one.page);
    await one.page.goto(`${server.address}/?${parameters}`);
  }
  return one.page;
}

const main = (page: Page) => page.locator('main');
const between = (from: string, to: string) => `between=${from},${to}`;
const conferences = between(
  'conference:hoi-nghi-ngoai-giao-31',
  'conference:hoi-nghi-ngoai-giao-32',
);
const toBrazil = between('document:chi-thi-25', 'country:bra');

describe('a path', () => {
  test('is a chain of cited steps, told as sentences, in both directions', async () => {
    const page = await show(`lang=en&view=path&${toBrazil}`);
    const chains = main(page).locator('.chain-card');
    await chains.first().waitFor();
    expect(await chains.count()).toBe(3);
    const steps = chains.first().locator('.step');
    expect(await steps.count()).toBe(4);
    for (const step of await steps.all()) {
      expect(await step.locator('.paragraph-mark').count()).toBeGreaterThan(0);
    }
    const sentences = await chains.first().locator('.sentences li').allTextContents();
    expect(sentences[0]).toBe(
      'Directive 25 of the Party Secretariat concerns Multilateral diplomacy.',
    );
    await page.getByRole('button', { name: 'Swap the ends' }).click();
    await chains.first().locator('.stop').first().getByText('Brazil').waitFor();
    expect(new URL(page.url()).searchParams.get('between')).toBe('country:bra,document:chi-thi-25');
    await page.goBack();
    await chains.first().locator('.stop').first().getByText('Directive 25').waitFor();
  });

  test('is sought as chosen, and not to be found within some steps is not the same as not to be there', async () => {
    const page = await show(`lang=en&view=path&${toBrazil}&steps=2`);
    await page.getByText('No path within 2 steps; longer ones were not tried.').waitFor();
    await page.getByRole('button', { name: 'Seek up to 12 steps' }).click();
    await main(page).locator('.chain-card').first().waitFor();
    const kinds = 'diplomacy,direction,task,topic,document,event,conference,country,partnership';
    await page.goto(`${server.address}/?lang=en&view=path&${toBrazil}&avoid=${kinds}`);
    await page.getByText('No path joins these two under the options chosen.').waitFor();
    await page.getByRole('button', { name: 'Allow all kinds' }).click();
    await main(page).locator('.chain-card').first().waitFor();
    // Without the hub Viet Nam, no chain leads through it.
    await page.getByRole('checkbox', { name: 'Not through hubs' }).check();
    await page.waitForURL(/hubs=around/);
    await main(page).locator('.chain-card').first().waitFor();
    await page.waitForFunction(
      () =>
        ![...document.querySelectorAll('.chain .stop')].some(({ textContent }) =>
          /^Viet Nam,/.test(textContent?.trim() ?? ''),
        ),
    );
  });

  test('is read aloud in its language, sentence by sentence, until somebody stops it', async () => {
    const page = await show(`lang=vi&view=path&${toBrazil}`, (page) =>
      page.addInitScript(() => {
        const spoken: unknown[] = [];
        const speech = {
          getVoices: () => [{ lang: 'vi-VN', localService: true }],
          speak(utterance: { lang: string; text: string; onstart?: () => void }) {
            spoken.push([utterance.lang, utterance.text]);
            if (spoken.length === 1) utterance.onstart?.();
          },
          cancel() {},
          addEventListener() {},
          removeEventListener() {},
        };
        Object.assign(globalThis, {
          spoken,
          SpeechSynthesisUtterance: class {
            text: string;
            constructor(text: string) {
              this.text = text;
            }
          },
        });
        Object.defineProperty(globalThis, 'speechSynthesis', { value: speech });
      }),
    );
    const chain = main(page).locator('.chain-card').first();
    await chain.getByRole('button', { name: 'Đọc to' }).click();
    await chain.locator('.sentences li[aria-current]').waitFor();
    const spoken = await page.evaluate(() => (globalThis as unknown as { spoken: unknown }).spoken);
    const sentences = await chain.locator('.sentences li').allTextContents();
    expect(spoken).toEqual(sentences.map((sentence) => ['vi-VN', sentence]));
    await chain.getByRole('button', { name: 'Dừng đọc' }).click();
    await chain.getByRole('button', { name: 'Đọc to' }).waitFor();
    expect(await chain.locator('.sentences li[aria-current]').count()).toBe(0);
  });

  test('is drawn out of the graph that it is shown in, and can be taken away as pictures and as a graph', async () => {
    const page = await show(`lang=en&view=path&${toBrazil}`);
    const chain = main(page).locator('.chain-card').first();
    await chain.waitFor();
    for (const [format, holds] of [
      ['SVG', 'Brazil'],
      ['GEXF', 'country:bra'],
    ] as const) {
      await page.getByRole('button', { name: 'Export' }).click();
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('menuitem', { name: new RegExp(format) }).click(),
      ]);
      expect(await readFile(await download.path(), 'utf8')).toContain(holds);
    }
    await chain.getByRole('button', { name: 'Show in the graph' }).click();
    await page.locator('.canvas[data-settled]').waitFor();
    await page.getByText('A path of 4 steps is drawn bold').waitFor();
    const trail = () => new URL(page.url()).searchParams.get('trail')?.split(',') ?? [];
    expect(trail()).toHaveLength(4);
    const named = () =>
      page
        .locator('.canvas')
        .evaluate((element) =>
          (element as ViewerElement).viewer!.labels.map(({ text }) => text).join('; '),
        );
    await expect.poll(named).toContain('Directive 25 of the Party Secretariat');
    await expect.poll(named).toContain('Brazil');
    await page.getByRole('button', { name: 'Draw it as the rest' }).click();
    expect(trail()).toEqual([]);
  });

  test('is begun by typing, and its examples all lead somewhere', async () => {
    const page = await show('lang=en&view=path');
    const examples = main(page).locator('.examples button');
    await examples.first().waitFor();
    const count = await examples.count();
    for (let at = 0; at < count; at += 1) {
      await examples.nth(at).click();
      await main(page).locator('.chain-card').first().waitFor();
      await page.goBack();
      await examples.first().waitFor();
    }
    await page.getByRole('combobox', { name: 'From' }).fill('chi thi 25');
    await main(page).locator('.combobox [role="option"]').first().click();
    await page.getByRole('combobox', { name: 'To', exact: true }).fill('brazil');
    await main(page).locator('.combobox [role="option"]').first().click();
    await main(page).locator('.chain-card').first().waitFor();
  });
});

describe('what is in common', () => {
  test('comes with the statements and citations that join it, and is filtered by kind', async () => {
    const page = await show(`lang=en&view=common&${conferences}`);
    const shared = main(page).locator('.shared');
    await shared.first().waitFor();
    expect(await shared.count()).toBe(8);
    const resolution = shared.filter({ hasText: '31st Diplomatic Conference implements' });
    expect(await resolution.locator('.statement-line').count()).toBe(2);
    for (const line of await shared.locator('.statement-line').all()) {
      expect(await line.locator('.paragraph-mark').count()).toBeGreaterThan(0);
    }
    await main(page)
      .getByRole('checkbox', { name: /^Document/ })
      .check();
    await main(page).getByText('1 in common').waitFor();
    expect(new URL(page.url()).searchParams.get('only')).toBe('document');
  });
});

describe('comparing', () => {
  test('sets two conferences side by side: what both have, what one has, where articles differ', async () => {
    const page = await show(`lang=en&view=compare&${conferences}`);
    const row = (name: string | RegExp) =>
      main(page)
        .getByRole('row')
        .filter({ has: page.getByRole('rowheader', { name }) });
    await row('implements').first().waitFor();
    expect(await row('implements').first().locator('.chip.both').count()).toBe(2);
    expect(await row('number of sessions').locator('td').first().textContent()).toMatch(
      /9 sessions[\s\S]*20 sessions/,
    );
    await row(/sessions and parts/)
      .first()
      .getByText('Bui Thanh Son')
      .waitFor();
    await main(page).getByRole('radio', { name: 'What both have' }).check();
    await row('number of sessions').waitFor({ state: 'detached' });
    expect(await row('implements').count()).toBe(1);
  });

  test('sets two dates side by side: partnerships, offices, figures, kinds', async () => {
    const page = await show('lang=en&view=compare');
    await main(page).getByRole('radio', { name: 'Two dates' }).check();
    const first = main(page).getByRole('textbox', { name: 'First date' });
    await first.fill('2021-06');
    await first.press('Enter');
    const second = main(page).getByRole('textbox', { name: 'Second date' });
    await second.fill('2025-13');
    await second.press('Tab');
    await main(page).getByRole('alert').waitFor();
    await second.fill('2025-01');
    await second.press('Tab');
    const level = main(page).locator('.level', { hasText: 'Comprehensive Strategic Partnership' });
    await level.getByText('January 2025').waitFor();
    expect(await level.locator('.counts b').allTextContents()).toEqual(['0', '6']);
    expect(await level.locator('li .change.came').count()).toBe(6);
    expect(await level.locator('li .paragraph-mark').count()).toBeGreaterThanOrEqual(6);
    await main(page)
      .getByRole('rowheader', { name: /Deputy Prime Minister/ })
      .first()
      .waitFor();
    expect(new URL(page.url()).searchParams.get('dates')).toBe('2021-06,2025-01');
  });
});

describe('the nine directions', () => {
  test('are a page with contents, cited line by line, connected and traced', async () => {
    const page = await show('lang=vi&view=directions');
    const directions = main(page).locator('.direction');
    await directions.first().locator('dl').waitFor();
    expect(await directions.count()).toBe(9);
    expect(await main(page).locator('.contents li').count()).toBe(9);
    for (const line of await directions.locator('dd').all()) {
      expect(await line.locator('.paragraph-mark').count()).toBeGreaterThan(0);
    }
    await main(page).locator('.contents a').nth(4).click();
    const focused = page.locator('h3:focus');
    await focused.filter({ hasText: 'Đổi mới ngoại giao văn hóa' }).waitFor();
    const trace = directions.nth(1).locator('.trace');
    await trace.locator('summary').click();
    await trace.getByText('Chỉ thị 25 của Ban Bí thư').first().waitFor();
    expect(await trace.locator('.paragraph-mark').count()).toBeGreaterThan(3);
    await main(page).locator('.connections .shared-list > li').first().waitFor();
  });
});

describe('the table', () => {
  const names = (page: Page) => main(page).locator('.rows tbody th .entity').allTextContents();
  const sortBy = (page: Page, name: string) =>
    main(page).getByRole('columnheader', { name }).getByRole('button').click();

  test('is sorted by its headings, filtered by kinds and values, and shows more', async () => {
    const page = await show('lang=en&view=table');
    await main(page).locator('.rows tbody tr').nth(49).waitFor();
    await main(page)
      .getByRole('button', { name: /^Show more/ })
      .click();
    await main(page).locator('.rows tbody tr').nth(99).waitFor();
    await sortBy(page, 'Connections');
    await main(page).locator('th[aria-sort="descending"]', { hasText: 'Connections' }).waitFor();
    await page.waitForFunction(() =>
      document.querySelector('.rows tbody th .entity')?.textContent?.startsWith('Viet Nam'),
    );
    await main(page)
      .getByRole('button', { name: /^Show all kinds/ })
      .click();
    await main(page)
      .getByRole('checkbox', { name: /^Partnership/ })
      .check();
    await main(page).getByText('9 entities').waitFor();
    await main(page)
      .getByRole('checkbox', { name: /^Strategic Partnership/ })
      .check();
    await main(page).getByText('1 entity').waitFor();
    expect((await names(page))[0]).toMatch(/Brazil/);
    await main(page)
      .getByRole('checkbox', { name: /^Strategic Partnership/ })
      .uncheck();
    await main(page).getByText('9 entities').waitFor();
    // No order of the API: all rows are fetched and sorted here.
    await sortBy(page, 'Level');
    await main(page).locator('th[aria-sort="ascending"]', { hasText: 'Level' }).waitFor();
    const levels = await main(page).locator('td[data-label="Level"]').allTextContents();
    expect(levels).toEqual(levels.toSorted((a, b) => a.localeCompare(b)));
    expect(levels).toHaveLength(9);
    await main(page).locator('.rows tbody tr td').first().click();
    await page.waitForURL(/selected=partnership/);
  });

  test('is taken away whole as CSV, for Excel with its mark, and as JSON', async () => {
    const page = await show('lang=en&view=table&only=partnership');
    const take = async (name: string) => {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        main(page).getByRole('button', { name, exact: true }).click(),
      ]);
      return readFile(await download.path(), 'utf8');
    };
    await main(page).getByText('9 entities').waitFor();
    const csv = await take('CSV');
    expect(csv.split('\r\n')).toHaveLength(1 + 9 + 1);
    expect(csv).toMatch(/^id,kind,name,begins,ends,/);
    expect(csv).toContain('source:tong-ket-ngoai-giao-2024');
    expect(await take('CSV for Excel')).toBe(`\uFEFF${csv}`);
    expect(JSON.parse(await take('JSON'))).toHaveLength(9);
  });

  test('has statements as rows, found by words, by source and by property', async () => {
    const page = await show('lang=en&view=table&rows=statements&query=Bui+Thanh+Son');
    await main(page).locator('.statement-table tbody tr').first().waitFor();
    await main(page).getByText('Filter', { exact: true }).click();
    const properties = main(page).getByRole('group', { name: 'Property' });
    await properties.getByRole('button', { name: /^Show all/ }).click();
    await properties.getByRole('checkbox', { name: /^holds the office of/ }).check();
    await page.waitForURL(/facets=property/);
    await page.waitForFunction(() =>
      [...document.querySelectorAll('.statement-table tbody tr')].every((row) =>
        row.textContent?.includes('holds the office of'),
      ),
    );
    for (const row of await main(page).locator('.statement-table tbody tr').all()) {
      expect(await row.locator('.paragraph-mark').count()).toBeGreaterThan(0);
    }
  });
});

describe.each([
  ['path', toBrazil, '.chain-card'],
  ['common', conferences, '.shared'],
  ['compare', conferences, '.compared'],
  ['compare', 'dates=2021-12,2025-01', '.level'],
  ['directions', '', '.direction dl'],
  ['table', 'only=partnership', '.rows tbody tr'],
  ['table', 'rows=statements', '.rows tbody tr'],
])('the view %s with %s', (name, parameters, ready) => {
  test('has no fault that axe finds, and fits', async () => {
    const page = await show(`lang=vi&view=${name}&${parameters}`);
    await main(page).locator(ready).first().waitFor();
    for (const [viewport, colorScheme] of [
      [desktop, 'light'],
      [phone, 'dark'],
    ] as const) {
      await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      // Colours change with the next frame.
      await page.evaluate(
        () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
      );
      const { violations } = await axeIn(page).include('main').analyze();
      const faults = violations.flatMap(({ nodes }) => nodes.slice(0, 3));
      expect(faults.map(({ target, failureSummary }) => [target, failureSummary])).toEqual([]);
      const wide = await main(page).evaluate(
        (element) => element.scrollWidth - element.clientWidth,
      );
      expect(wide).toBeLessThanOrEqual(0);
    }
  });
});
