import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Running, startServer } from '../support/serve.ts';
import { axeIn } from './axe.ts';
import { openBrowser } from './browser.ts';
import { type Opened, open } from './open.ts';

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
  const opened: Opened = await open(browser, server.address, path, options);
  try {
    await use(opened.page);
    expect(opened.left).toEqual([]);
    expect(opened.complaints).toEqual([]);
  } finally {
    await opened.close();
  }
}

const search = (page: Page) =>
  page.getByRole('combobox', { name: /Search the graph|Tìm trong đồ thị/ });
const card = (page: Page) => page.getByRole('complementary');
/** Parameters of the address, once one of them is as wanted. */
async function address(page: Page, wanted: Readonly<Record<string, string | null>>): Promise<void> {
  await page.waitForFunction((wanted) => {
    const has = new URLSearchParams(location.search);
    return Object.entries(wanted).every(([name, value]) => has.get(name) === value);
  }, wanted);
}
const focused = (page: Page, selector: string) =>
  page.waitForFunction((selector) => document.activeElement?.matches(selector), selector);

describe('the search box', () => {
  it('answers while somebody types, without marks and with, and opens what arrow keys choose', () =>
    using('/?lang=vi&view=table', async (page) => {
      await page.keyboard.press('/');
      await search(page).pressSequentially('bui thanh');
      const first = page.getByRole('option').first();
      await first.filter({ hasText: 'Bùi Thanh Sơn' }).waitFor();
      expect(await first.textContent()).toContain('Người');
      // An answer that comes late begins the list anew, with nothing chosen.
      await expect
        .poll(async () => {
          if ((await page.locator('[role=option][aria-selected=true]').count()) === 0) {
            await page.keyboard.press('ArrowDown');
          }
          return first.getAttribute('aria-selected');
        })
        .toBe('true');
      expect(await search(page).getAttribute('aria-activedescendant')).toBe(
        await first.getAttribute('id'),
      );
      await page.keyboard.press('Enter');
      await address(page, { selected: 'person:bui-thanh-son' });
      await card(page).waitFor();
      await page.getByRole('listbox').waitFor({ state: 'hidden' });
    }));

  it('opens the best by Enter, though it is pressed before there is an answer', () =>
    using('/?lang=en&view=table', async (page) => {
      await search(page).fill('JPN');
      await search(page).press('Enter');
      await address(page, { selected: 'country:jpn' });
    }));

  it('tells what is only near, and what is not there', () =>
    using('/?lang=en&view=table', async (page) => {
      await search(page).fill('Bui Tanh Son');
      await page.getByText('Nothing is called just so').waitFor();
      expect(await page.getByRole('option').first().textContent()).toContain('similar');
      await search(page).fill('qqqqzzzz');
      await page.getByText('Nothing is found.').waitFor();
      await search(page).press('Escape');
      await search(page).press('Escape');
      expect(await search(page).inputValue()).toBe('');
    }));

  it('shows all that it finds, page by page, by kind, and returns by Back', () =>
    using('/?lang=en&view=table', async (page) => {
      await search(page).fill('hoi nghi');
      await page.getByRole('button', { name: /Show all \d+ results/ }).click();
      await address(page, { find: 'hoi nghi' });
      const found = page.getByRole('main').locator('.found > li');
      await found.nth(19).waitFor();
      await page.getByRole('button', { name: /Show more/ }).click();
      await found.nth(39).waitFor();
      await page.getByRole('button', { name: /^Document \(\d+\)$/ }).click();
      await page.getByRole('button', { name: /^Document/, pressed: true }).waitFor();
      await page.waitForFunction(() =>
        [...document.querySelectorAll('.found .kind')].every(
          (kind) => kind.textContent === 'Document',
        ),
      );
      await found.first().getByRole('link').click();
      await card(page).waitFor();
      await page.goBack();
      await page.goBack();
      await address(page, { find: null });
      expect(await search(page).inputValue()).toBe('');
    }));
});

describe('the views', () => {
  it('are all in the menu; the focus goes to the heading, the title follows, Back and Forward work', () =>
    using('/?lang=en&view=sources', async (page) => {
      const menu = page.getByRole('navigation', { name: 'Views' });
      await menu.getByRole('link', { name: 'Timeline' }).waitFor();
      expect(await menu.getByRole('link').count()).toBe(11);
      await menu.getByRole('link', { name: 'Nine directions' }).click();
      await address(page, { view: 'directions' });
      await focused(page, '#view-heading');
      await page.waitForFunction(() => document.title === 'Nine directions – Cây Tre');
      expect(await page.locator('h1').allTextContents()).toEqual(['Nine directions']);
      await page.goBack();
      await page.waitForFunction(() => document.title === 'Sources – Cây Tre');
      await page.goForward();
      await page.waitForFunction(() => document.title === 'Nine directions – Cây Tre');
      await page.keyboard.press('[');
      await address(page, { view: 'table' });
    }));

  it('are all reached on a phone too', () =>
    using(
      '/?lang=vi&view=table',
      async (page) => {
        const menu = page.getByRole('navigation');
        await menu.getByRole('button', { name: 'Thêm' }).tap();
        const sheet = page.getByRole('dialog', { name: 'Mọi cách xem' });
        expect(await sheet.getByRole('link').count()).toBe(11);
        await sheet.getByRole('link', { name: 'So sánh' }).tap();
        await address(page, { view: 'compare' });
        await sheet.waitFor({ state: 'hidden' });
        expect(
          await menu.getByRole('button', { name: 'So sánh' }).getAttribute('aria-current'),
        ).toBe('true');
      },
      phone,
    ));

  it('open whatever the address says wrongly', () =>
    using('/?view=nothing&depth=9&asOf=yesterday&lang=xx&around=,,\\&dates=no', async (page) => {
      await page.getByRole('link', { name: 'Graph', exact: true }).waitFor();
      await page.waitForFunction(() => document.documentElement.lang === 'en');
    }));

  it('say that a part did not load, and load it on another try', () =>
    using('/?lang=en&view=sources', async (page) => {
      let isAway = true;
      await page.route(/\/site\/web\/assets\/.*\.js/, (route) =>
        // An answer rather than none, so that the console does not complain of the network.
        isAway
          ? route.fulfill({ contentType: 'text/javascript', body: 'throw Error("away")' })
          : route.continue(),
      );
      await page.getByRole('link', { name: 'Disagreements' }).click();
      const alert = page.getByRole('main').getByRole('alert');
      await alert.getByText('This part of the page could not be loaded.').waitFor();
      isAway = false;
      await alert.getByRole('button', { name: 'Reload the page' }).click();
      await page.waitForFunction(() => document.title === 'Disagreements – Cây Tre');
      await alert.waitFor({ state: 'detached' });
    }));
});

describe('the card', () => {
  it('takes the focus when something is selected and gives it back', () =>
    using('/?lang=en&find=hoi+nghi', async (page) => {
      const link = page.getByRole('main').locator('.found a').first();
      await link.click();
      await focused(page, 'aside');
      await page.keyboard.press('Escape');
      await card(page).waitFor({ state: 'detached' });
      await focused(page, '.found a');
      await address(page, { selected: null });
    }));

  it('is made wider by keys', () =>
    using('/?lang=en&view=table&selected=country:jpn', async (page) => {
      const edge = page.getByRole('separator', { name: 'Width of the card' });
      const before = (await card(page).boundingBox())!.width;
      await edge.press('ArrowLeft');
      await page.waitForFunction(
        (before) => document.querySelector('aside')!.clientWidth > before,
        before,
      );
      const wide = (await card(page).boundingBox())!.width;
      await page.reload();
      await edge.waitFor();
      expect((await card(page).boundingBox())!.width).toBe(wide);
    }));

  it('covers nothing on a phone that has the focus', () =>
    using(
      '/?lang=en&view=sources&selected=country:jpn',
      async (page) => {
        await page.getByRole('main').getByRole('button').first().waitFor();
        await card(page).getByRole('heading').first().waitFor();
        await page.locator('#view-heading').focus();
        for (let step = 0; step < 8; step++) {
          await page.keyboard.press('Tab');
          const seen = await page.evaluate(() => {
            const has = document.activeElement!;
            const [box] = has.getClientRects();
            const top = document.elementFromPoint(
              box!.x + box!.width / 2,
              box!.y + box!.height / 2,
            );
            return has.contains(top) ? true : has.textContent;
          });
          expect(seen).toBe(true);
        }
        // What lies wholly behind it is out of reach.
        expect(await page.getByRole('navigation', { name: 'Views' }).count()).toBe(0);
      },
      phone,
    ));

  it('is a sheet on a phone, which grows and closes', () =>
    using(
      '/?lang=en&view=table&selected=country:jpn',
      async (page) => {
        const before = (await card(page).boundingBox())!.height;
        await page.getByRole('button', { name: 'Enlarge the card' }).tap();
        await page.waitForFunction(
          (before) => document.querySelector('aside')!.clientHeight > before + 100,
          before,
        );
        await page.getByRole('button', { name: 'Close the card' }).tap();
        await card(page).waitFor({ state: 'detached' });
      },
      phone,
    ));
});

describe('what somebody chooses', () => {
  it('is the language, which stands in the address and is kept', () =>
    using('/?lang=en&view=sources', async (page) => {
      await page.getByRole('button', { name: /Tiếng Việt/ }).click();
      await address(page, { lang: 'vi' });
      await page.waitForFunction(() => document.documentElement.lang === 'vi');
      await page.goto(server.address);
      await page.getByRole('link', { name: 'Đồ thị', exact: true }).waitFor();
    }));

  it('is the theme, which all colours follow and which is kept', () =>
    using('/?lang=en&view=sources', async (page) => {
      const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      const light = await paper();
      await page.getByRole('button', { name: /^Theme/ }).click();
      await focused(page, '[role^="menuitem"]');
      await page.keyboard.press('End');
      await page.keyboard.press('Enter');
      expect(await paper()).not.toBe(light);
      await page.reload();
      await page.getByRole('button', { name: 'Theme: Dark' }).waitFor();
      expect(await paper()).not.toBe(light);
    }));

  it('is whether single keys do anything', () =>
    using('/?lang=en&view=sources', async (page) => {
      await page.getByRole('link', { name: 'Table' }).waitFor();
      await page.keyboard.press('?');
      const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
      await dialog.getByRole('checkbox').uncheck();
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
      await page.keyboard.press(']');
      await page.keyboard.press('?');
      await address(page, { view: 'sources' });
      expect(await dialog.count()).toBe(0);
    }));
});

describe('what is taken away', () => {
  it('is the address of the whole view', () =>
    using(
      '/?lang=en&view=table&selected=country:jpn&without=person',
      async (page) => {
        await page.getByRole('button', { name: 'Share' }).click();
        await page.getByText('The address of this view is copied.').waitFor();
        const copied = await page.evaluate(() => navigator.clipboard.readText());
        expect(copied).toBe(
          `${server.address}/?view=table&lang=en&selected=country:jpn&without=person`,
        );
      },
      { ...desktop, permissions: ['clipboard-read', 'clipboard-write'] },
    ));

  it('is what the view offers, as a file', () =>
    using('/?lang=en&view=directions', async (page) => {
      await page.getByRole('button', { name: 'Export' }).click();
      const json = page.getByRole('menuitem', { name: 'The data, for programs' });
      const [file] = await Promise.all([page.waitForEvent('download'), json.click()]);
      expect(file.suggestedFilename()).toMatch(/\.json$/);
      const chunks: Buffer[] = [];
      for await (const chunk of await file.createReadStream()) chunks.push(chunk as Buffer);
      expect(JSON.parse(Buffer.concat(chunks).toString())).toBeTypeOf('object');
      await page.getByRole('status').getByText(file.suggestedFilename()).waitFor();
    }));

  it('is nothing where a view offers nothing, and the menu says so', () =>
    using('/?lang=en&find=hoi+nghi', async (page) => {
      await page.getByRole('button', { name: 'Export' }).click();
      const item = page.getByRole('menuitem', { name: 'This view has nothing to take away.' });
      expect(await item.getAttribute('aria-disabled')).toBe('true');
    }));

  it('is code for other pages, with its preview', () =>
    using('/?lang=en&view=table&around=country:jpn&asOf=2023', async (page) => {
      // What the preview holds is tried elsewhere.
      await page.route('**/embed/**', (route) =>
        route.fulfill({ contentType: 'text/html', body: '<p>preview</p>' }),
      );
      await page.getByRole('button', { name: 'Embed' }).click();
      const dialog = page.getByRole('dialog', { name: 'Embed elsewhere' });
      await dialog.getByLabel('Width (px)').fill('500');
      await dialog.getByLabel('Theme').selectOption('dark');
      const code = dialog.locator('pre');
      await code.filter({ hasText: 'width="500"' }).first().waitFor();
      const [element, frame, picture] = await code.allTextContents();
      expect(element).toContain(`src="${server.address}/embed.js"`);
      expect(element).toMatch(/<caytre-table .*entity="country:jpn".*><\/caytre-table>/);
      expect(element).toContain('theme="dark"');
      expect(frame).toContain(`<iframe src="${server.address}/embed/table?lang=en`);
      expect(picture).toContain(`${server.address}/embed/table.svg?lang=en`);
      await page.waitForFunction(() => document.querySelector('iframe')?.src.includes('width=500'));
      await dialog.getByLabel('Piece to embed').selectOption('card');
      await dialog.getByText('preview').or(dialog.locator('iframe')).first().waitFor();
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
      await focused(page, 'button[aria-label="Embed"]');
    }));

  it('is the question behind it, in the playground', () =>
    using('/?lang=en&find=hoi+nghi', async (page) => {
      const link = page.getByRole('link', { name: /^Query/ });
      await page.waitForFunction(() =>
        document.querySelector('a[href^="/playground?operation=FindEntities"]'),
      );
      const { searchParams } = new URL((await link.getAttribute('href'))!, server.address);
      expect(JSON.parse(searchParams.get('variables')!)).toEqual({ query: 'hoi nghi', first: 20 });
      expect(searchParams.get('lang')).toBe('en');
    }));

  it('is how to cite it, with the version of the data', () =>
    using('/?lang=en&view=sources', async (page) => {
      await page.getByRole('button', { name: 'More' }).click();
      await page.getByRole('menuitem', { name: /About/ }).click();
      const dialog = page.getByRole('dialog', { name: 'About Cây Tre' });
      const version = await dialog.locator('p > code').textContent();
      expect(version).toMatch(/^[0-9a-f]{64}$/);
      expect(await dialog.locator('pre').first().textContent()).toContain(version!.slice(0, 12));
    }));
});

it('loads at most 250 kB of script before its canvas is there', async () => {
  const opened = await open(browser, server.address, 'about:blank', desktop);
  const { page } = opened;
  let size = 0;
  page.on('response', async (response) => {
    if (response.url().endsWith('.js')) size += Number(response.headers()['content-length']);
  });
  await page.goto(server.address);
  await page.locator('main canvas').first().waitFor();
  expect(size).toBeGreaterThan(10_000);
  expect(size).toBeLessThan(250_000);
  await opened.close();
});

it('says that the server is away, and recovers when it is back', async () => {
  const opened = await open(browser, server.address, '/?lang=en&view=sources', desktop);
  const { page } = opened;
  try {
    await page.getByRole('link', { name: 'Table' }).waitFor();
    await page.route(/\/(?:graphql|health)/, (route) => route.abort());
    await page.evaluate(() => history.pushState(null, '', '?lang=en&find=asean'));
    await page.evaluate(() => dispatchEvent(new PopStateEvent('popstate')));
    const alert = page.getByRole('main').getByRole('alert');
    await alert.getByText('The server does not answer.').waitFor();
    await page.unrouteAll();
    await alert.getByRole('button', { name: 'Try again' }).click();
    await page.locator('.found > li').first().waitFor();
    expect(opened.left).toEqual([]);
  } finally {
    await opened.close();
  }
});

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  it.each([
    ['on a desktop', desktop],
    ['on a phone', phone],
  ])('axe finds nothing %s', (_place, size) =>
    using(
      '/?lang=vi&find=hoi+nghi&selected=country:jpn',
      async (page) => {
        const holds = async (part: string) => {
          const { violations } = await axeIn(page).include(part).analyze();
          expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual(
            [],
          );
        };
        await page.locator('.found > li').first().waitFor();
        // The sheet of a phone lies above the results.
        await holds('html');
        await page.getByRole('button', { name: 'Đóng thẻ' }).click();
        await page.getByRole('button', { name: 'Thêm' }).first().click();
        await holds('.bar');
        await page.keyboard.press('Escape');
        await search(page).fill('bui tanh');
        await page.getByRole('option').first().waitFor();
        await holds('.bar');
        await search(page).press('Escape');
        await search(page).blur();
        await page.keyboard.press('?');
        await page.getByRole('dialog').waitFor();
        await holds('dialog');
      },
      { ...size, colorScheme },
    ),
  );
});
