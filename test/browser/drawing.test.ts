import { readFile } from 'node:fs/promises';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ViewerElement } from '../../src/web/views/drawing/stage.tsx';
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

const desktop: BrowserContextOptions = { viewport: { width: 1440, height: 900 } };
const phone: BrowserContextOptions = { viewport: { width: 360, height: 740 }, hasTouch: true };
const VIET_NAM = 'country:vnm';
const JAPAN = 'country:jpn';

/** Opens the explorer, lets somebody use it once the drawing lies still, and holds that nothing left the host or complained. */
async function using(
  path: string,
  use: (page: Page) => Promise<void>,
  options: BrowserContextOptions = {},
): Promise<void> {
  const opened = await open(browser, server.address, path, {
    ...desktop,
    reducedMotion: 'reduce',
    ...options,
  });
  try {
    await settled(opened.page);
    await use(opened.page);
    expect(opened.left).toEqual([]);
    expect(opened.complaints).toEqual([]);
  } finally {
    await opened.close();
  }
}

const settled = (page: Page) => page.locator('.canvas[data-settled]').waitFor();
const parameter = (page: Page, name: string): string | null =>
  new URL(page.url()).searchParams.get(name);
const status = (page: Page) => page.locator('.notices');
const tool = (page: Page, name: string) =>
  page.locator('.graph-view').getByRole('button', { name, exact: true });
const canvas = (page: Page) => page.getByRole('application');

/** Where an entity is on the page; `undefined` when it is not seen. */
async function placeOf(page: Page, id: string) {
  const place = await page.locator('.canvas').evaluate((element, id) => {
    const found = (element as ViewerElement).viewer!.placeOf(id);
    const { left, top } = element.getBoundingClientRect();
    return found === undefined ? null : { x: left + found.x, y: top + found.y };
  }, id);
  return place ?? undefined;
}

/** Ids of the entities that the canvas shows. */
const seen = (page: Page) =>
  page.locator('.canvas').evaluate((element) => {
    const { model } = (element as ViewerElement).viewer!;
    return model.drawing.ids.filter((_id, number) => model.shown[number]);
  });
const labels = (page: Page) =>
  page.locator('.canvas').evaluate((element) => (element as ViewerElement).viewer!.labels);

describe('the whole graph', () => {
  it('is seen at first sight, with names that do not collide', () =>
    using('/?lang=en', async (page) => {
      await expect
        .poll(() => status(page).textContent())
        .toContain('566 entities, 1,165 statements');
      expect(await seen(page)).toHaveLength(566);
      await expect.poll(async () => (await labels(page)).length).toBeGreaterThan(15);
      const all = await labels(page);
      // So few that each can be read.
      expect(all.length).toBeLessThan(45);
      all.forEach((one, index) => {
        for (const other of all.slice(0, index)) {
          const apart =
            Math.abs(one.x - other.x) * 2 >= one.width + other.width ||
            Math.abs(one.y - other.y) * 2 >= one.height + other.height;
          expect(apart, `${one.text} and ${other.text}`).toBe(true);
        }
      });
      expect(all.map(({ text }) => text)).toContain('Viet Nam');
    }));

  it('selects what is clicked: an entity, then a statement, then nothing', () =>
    using('/?lang=en', async (page) => {
      const [from, to] = await page.locator('.canvas').evaluate((element) => {
        const { viewer } = element as ViewerElement;
        const { model } = viewer!;
        const { left, top } = element.getBoundingClientRect();
        const at = (number: number) => {
          const place = viewer!.placeOf(model.drawing.ids[number]!)!;
          return { x: left + place.x, y: top + place.y };
        };
        // The longest edge that has nothing but itself in its middle.
        const middles = model.drawing.edges.ids
          .map((_id, edge) => {
            const ends = [model.drawing.edges.subjects[edge]!, model.drawing.edges.objects[edge]!];
            const [one, other] = ends.map(at) as [
              { x: number; y: number },
              { x: number; y: number },
            ];
            return {
              middle: { x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 },
              length: Math.hypot(one.x - other.x, one.y - other.y),
            };
          })
          .filter(({ middle }) =>
            model.drawing.ids.every((_id, number) => {
              const place = at(number);
              return Math.hypot(place.x - middle.x, place.y - middle.y) > 30;
            }),
          )
          .sort((a, b) => b.length - a.length);
        return [at(model.numbers.get('country:vnm')!), middles[0]!.middle];
      });
      await page.mouse.click(from!.x, from!.y);
      await page.waitForURL(/selected=country(:|%3A)vnm/);
      await page.getByRole('complementary').getByText('Viet Nam').first().waitFor();
      await tool(page, 'Close').click();
      await page.waitForURL((url) => !url.searchParams.has('selected'));
      await page.locator('[data-card]').waitFor({ state: 'detached' });
      await page.mouse.click(to!.x, to!.y);
      await page.waitForURL(/selected=[0-9a-f]{16,}/);
    }));

  it('moves as a whole when somebody presses on a dot: nothing is dragged out of it', () =>
    using('/?lang=en', async (page) => {
      const [x, y] = await page.locator('.canvas').evaluate((element) => {
        const { viewer } = element as ViewerElement;
        for (let step = 0; step < 5; step += 1) viewer!.zoom(0.6);
        const { left, top } = element.getBoundingClientRect();
        return [left + element.clientWidth / 2, top + element.clientHeight / 2];
      });
      // Both are looked at once the drawing has come to rest.
      let last = Number.NaN;
      const moved = async () => {
        const { x: now } = (await placeOf(page, JAPAN)) ?? { x: Number.NaN };
        const by = now - last;
        last = now;
        return by;
      };
      await expect.poll(moved, { interval: 200, timeout: 10_000 }).toBe(0);
      const before = (await placeOf(page, JAPAN))!;
      const other = (await placeOf(page, VIET_NAM))!;
      expect(Math.hypot(before.x - x!, before.y - y!)).toBeLessThan(200);
      await page.mouse.move(before.x, before.y);
      await page.mouse.down();
      await page.mouse.move(before.x + 60, before.y + 40, { steps: 4 });
      await page.mouse.up();
      await expect
        .poll(async () => Math.round((await placeOf(page, VIET_NAM))!.x - other.x))
        .toBeGreaterThan(40);
      // It glides to a stop, and the two are not looked at in one moment.
      const apart = async () =>
        (await placeOf(page, JAPAN))!.x - before.x - ((await placeOf(page, VIET_NAM))!.x - other.x);
      await expect.poll(apart).toBeCloseTo(0, 0);
      expect(parameter(page, 'pinned')).toBeNull();
    }));

  it('dims all but the neighbors of what the pointer is on', () =>
    using('/?lang=en', async (page) => {
      const { x, y } = (await placeOf(page, VIET_NAM))!;
      await page.mouse.move(x, y);
      const near = await page.locator('.canvas').evaluate((element) => {
        const { model } = (element as ViewerElement).viewer!;
        const number = model.numbers.get('country:vnm')!;
        return [number, ...model.neighbors(number)].map((node) => model.drawing.names[node]!);
      });
      await expect
        .poll(async () =>
          (await labels(page)).every(({ text }) =>
            near.some((name) => name.startsWith(text.replace('…', ''))),
          ),
        )
        .toBe(true);
    }));

  it('is filtered by kind and by community, and says when nothing is left', () =>
    using('/?lang=en', async (page) => {
      const people = page.getByRole('checkbox', { name: /^People and offices/ });
      await people.uncheck();
      await expect.poll(() => status(page).textContent()).toContain('518 entities');
      expect(parameter(page, 'without')).toContain('person');
      expect(await seen(page)).not.toContain('person:bui-thanh-son');
      await page.getByRole('radio', { name: 'Community' }).check();
      const community = page.getByRole('checkbox', { name: /^Around Viet Nam/ }).first();
      await community.uncheck();
      await expect.poll(() => seen(page)).not.toContain(VIET_NAM);
      await page.reload();
      await settled(page);
      await expect.poll(() => seen(page)).not.toContain(VIET_NAM);
      await page.getByRole('radio', { name: 'Kind' }).check();
      for (const box of await page.locator('.legend-list > li > label input').all()) {
        await box.uncheck();
      }
      await page.getByText('The filters leave no entity.').waitFor();
      await page.locator('.state.empty').getByRole('button').click();
      await expect.poll(() => status(page).textContent()).toContain('566 entities');
    }));

  it('says what it leaves out, and draws more when asked', () =>
    using('/?lang=en&limit=100', async (page) => {
      await page.getByText('The best connected 100 of 566 entities').waitFor();
      expect(await seen(page)).toHaveLength(100);
      await page.getByRole('button', { name: 'Draw up to 400' }).click();
      await expect.poll(async () => (await seen(page)).length).toBe(400);
      expect(parameter(page, 'limit')).toBe('400');
    }));

  it('keeps places while the date changes, and shows what was there', () =>
    using('/?lang=en', async (page) => {
      const before = await placeOf(page, 'conference:hoi-nghi-ngoai-giao-31');
      const all = (await seen(page)).length;
      await page.evaluate(() => {
        const url = new URL(location.href);
        url.searchParams.set('asOf', '2022-06');
        history.pushState(null, '', url);
        dispatchEvent(new PopStateEvent('popstate'));
      });
      await expect.poll(() => status(page).textContent()).toContain('as of June 2022');
      // The status tells it before the canvas shows it.
      await expect.poll(async () => (await seen(page)).length).toBeLessThan(all);
      const then = await seen(page);
      expect(then).not.toContain('conference:hoi-nghi-ngoai-giao-32');
      expect(await placeOf(page, 'conference:hoi-nghi-ngoai-giao-31')).toEqual(before);
    }));
});

describe('what somebody does with it', () => {
  it('expands, hides, undoes and does again, and the address holds it all', () =>
    using(`/?lang=en&around=${JAPAN}&selected=${JAPAN}`, async (page) => {
      await expect.poll(() => status(page).textContent()).toContain('3 entities');
      const [other] = (await seen(page)).filter((id) => id.startsWith('anniversary:'));
      const at = (await placeOf(page, other!))!;
      await page.mouse.dblclick(at.x, at.y);
      await expect.poll(async () => (await seen(page)).length).toBeGreaterThan(3);
      expect(parameter(page, 'expanded')).toBe(other);
      const more = (await seen(page)).length;
      await tool(page, 'Hide').click();
      await expect.poll(async () => (await seen(page)).length).toBe(more - 1);
      await page.getByText('1 hidden').waitFor();
      await page.keyboard.press('Control+z');
      await expect.poll(async () => (await seen(page)).length).toBe(more);
      await tool(page, 'Redo').click();
      await expect.poll(async () => (await seen(page)).length).toBe(more - 1);
      await page.goBack();
      await expect.poll(async () => (await seen(page)).length).toBe(more);
      await page.reload();
      await settled(page);
      await expect.poll(async () => (await seen(page)).length).toBe(more);
      await tool(page, 'Start again').click();
      await expect.poll(async () => (await seen(page)).length).toBe(566);
    }));

  it('pins what is dragged, where it was put, for whoever opens the address', () =>
    using(`/?lang=en&around=${JAPAN}&depth=2`, async (page) => {
      const from = (await placeOf(page, JAPAN))!;
      await page.mouse.move(from.x, from.y);
      await page.mouse.down();
      await page.mouse.move(from.x - 40, from.y - 60, { steps: 4 });
      await page.mouse.up();
      await page.waitForURL(/pinned=/);
      expect(parameter(page, 'pinned')).toMatch(/^country:jpn\*-?\d+\*-?\d+$/);
      const put = () =>
        page.locator('.canvas').evaluate((element) => {
          const { model } = (element as ViewerElement).viewer!;
          const number = model.numbers.get('country:jpn')!;
          return [Math.round(model.xs[number]!), Math.round(model.ys[number]!)].join('*');
        });
      const there = await put();
      expect(parameter(page, 'pinned')).toBe(`country:jpn*${there}`);
      await page.reload();
      await settled(page);
      expect(await put()).toBe(there);
    }));

  it('looks around one entity only, farther on demand', () =>
    using(`/?lang=en&selected=${JAPAN}`, async (page) => {
      await tool(page, 'Only around this').click();
      await expect.poll(async () => (await seen(page)).length).toBe(3);
      await page.getByLabel('Steps around').selectOption('2');
      await expect.poll(async () => (await seen(page)).length).toBeGreaterThan(3);
      await page.getByRole('button', { name: 'The whole graph' }).click();
      await expect.poll(async () => (await seen(page)).length).toBe(566);
    }));

  it('works by touch: a tap selects, two fingers enlarge', () =>
    using(
      '/?lang=en',
      async (page) => {
        const apart = async (): Promise<number> => {
          const [one, other] = await Promise.all([
            placeOf(page, VIET_NAM),
            placeOf(page, 'topic:doi-ngoai'),
          ]);
          return Math.hypot(one!.x - other!.x, one!.y - other!.y);
        };
        const before = await apart();
        const session = await page.context().newCDPSession(page);
        const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', spread?: number) =>
          session.send('Input.dispatchTouchEvent', {
            type,
            touchPoints:
              spread === undefined
                ? []
                : [
                    { x: 170 - spread, y: 400, id: 1 },
                    { x: 170 + spread, y: 400, id: 2 },
                  ],
          });
        await touch('touchStart', 30);
        for (const spread of [40, 60, 80]) await touch('touchMove', spread);
        await touch('touchEnd');
        await expect.poll(apart).toBeGreaterThan(before * 1.5);
        await tool(page, 'See all of it').click();
        await expect.poll(apart).toBeLessThan(before * 1.1);
        const { x, y } = (await placeOf(page, VIET_NAM))!;
        await page.touchscreen.tap(x, y);
        await page.waitForURL(/selected=/);
        expect(parameter(page, 'selected')).toBe(VIET_NAM);
      },
      phone,
    ));

  it('takes it away in five forms', () =>
    using(`/?lang=en&around=${JAPAN}`, async (page) => {
      const files: Record<string, string> = {};
      for (const name of ['PNG', 'SVG', 'GEXF', 'JSON', 'CSV']) {
        await page.getByRole('button', { name: 'Export' }).click();
        const [download] = await Promise.all([
          page.waitForEvent('download'),
          page.getByRole('menuitem', { name: new RegExp(name, 'i') }).click(),
        ]);
        expect(download.suggestedFilename()).toMatch(new RegExp(`${name}$`, 'i'));
        files[name] = await readFile(await download.path(), name === 'PNG' ? 'latin1' : 'utf8');
      }
      expect(files.PNG!.slice(1, 4)).toBe('PNG');
      expect(files.PNG!.length).toBeGreaterThan(10_000);
      expect(files.SVG).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
      expect(files.SVG).toContain('Japan');
      expect(files.GEXF).toContain('<gexf');
      expect(files.GEXF).toContain('country:jpn');
      const json = JSON.parse(files.JSON!);
      expect(json.nodes.map(({ id }: { id: string }) => id)).toContain(JAPAN);
      expect(json.edges).toHaveLength(2);
      expect(files.CSV!.trim().split('\r\n')).toHaveLength(3);
      expect(files.CSV).toContain('selected=');
      expect(files.CSV!.split('\r\n')[0]).toMatch(/statement,text,address,sources,paragraphs/);
      expect(files.CSV).toMatch(/,source:[a-z0-9-]+,\d+,/);
    }));
});

describe('without looking or without a mouse', () => {
  it('walks from neighbor to neighbor by arrow keys, and says where it is', () =>
    using('/?lang=en', async (page) => {
      await canvas(page).focus();
      await page.keyboard.press('ArrowRight');
      const told = page.locator('.graph-view > [role="status"]');
      await expect.poll(() => told.textContent()).toMatch(/^Viet Nam, [^,]+, 64 relations\./);
      const places = new Set([await told.textContent()]);
      for (const key of ['ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowUp']) {
        await page.keyboard.press(key);
        places.add(await told.textContent());
      }
      expect(places.size).toBeGreaterThan(2);
      await page.keyboard.press('Enter');
      await page.waitForURL(/selected=/);
      expect(await canvas(page).evaluate((element) => element === document.activeElement)).toBe(
        true,
      );
      await page.keyboard.press('Escape');
      await page.waitForURL((url) => !url.searchParams.has('selected'));
    }));

  it('is read as a list: each entity, what joins it to others with citations, and what can be done', () =>
    using('/?lang=vi', async (page) => {
      await tool(page, 'Đọc dưới dạng danh sách').click();
      const entries = page.locator('.entity-entry');
      expect(await entries.first().textContent()).toMatch(/Việt Nam.*64 quan hệ/);
      await page.getByText('Đang hiện 40 trong 566').waitFor();
      await page.getByRole('button', { name: /^Xem thêm/ }).click();
      await page.getByText('Đang hiện 80 trong 566').waitFor();
      await page.getByLabel('Tìm trong hình vẽ').fill('bui thanh son');
      const entry = entries.filter({ hasText: 'Bùi Thanh Sơn' }).first();
      await entry.getByRole('button').first().click();
      await entry.locator('.statement-line').nth(9).waitFor();
      expect(await entry.locator('.citations').count()).toBeGreaterThanOrEqual(10);
      // What is cited opens beside the drawing, not on a page of its own.
      expect(await entry.locator('.citations a').first().getAttribute('href')).toMatch(/^\/?\?/);
      await entry.getByRole('button', { name: 'Ẩn', exact: true }).click();
      await page.waitForURL(/hidden=/);
      await expect.poll(() => seen(page)).not.toContain('person:bui-thanh-son');
    }));

  it('is a picture that does not move where there is no WebGL, and entities can still be chosen', async () => {
    const { page, left, complaints, close } = await open(
      browser,
      server.address,
      'about:blank',
      desktop,
    ).catch(() => open(browser, server.address, '/icon.svg', desktop));
    await page.addInitScript(() => {
      const original = HTMLCanvasElement.prototype.getContext as (name: string) => unknown;
      HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, name: string) {
        return name.startsWith('webgl') ? null : original.call(this, name);
      } as never;
    });
    await page.goto(`${server.address}/?lang=en`);
    await page.getByText('This browser cannot draw with WebGL').waitFor();
    const first = page.locator('.fallback [data-node]').first();
    await first.focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.waitForURL(/selected=/);
    expect(left).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  });

  it('has nothing that axe finds fault with', async () => {
    for (const [size, colorScheme] of [
      [desktop, 'light'],
      [phone, 'dark'],
    ] as const) {
      await using(
        `/?lang=vi&selected=${JAPAN}`,
        async (page) => {
          for (const name of ['Chú giải', 'Đọc dưới dạng danh sách']) {
            const button = tool(page, name);
            if ((await button.getAttribute('aria-expanded')) !== 'true') await button.click();
            await page.locator('.panel').waitFor();
            const { violations } = await axeIn(page).include('.graph-view').analyze();
            expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
          }
        },
        { ...size, colorScheme },
      );
    }
  });
});

describe('the viewer', () => {
  it('gives back all that it took when it is killed, once and twice', () =>
    using('/?lang=en', async (page) => {
      const after = await page.locator('.canvas').evaluate((element) => {
        const { viewer } = element as ViewerElement;
        viewer!.kill();
        viewer!.kill();
        viewer!.select('country:vnm');
        viewer!.zoom(2);
        viewer!.fit();
        return { children: element.childElementCount, place: viewer!.placeOf('country:vnm') };
      });
      expect(after).toEqual({ children: 0 });
      await page.mouse.move(700, 400);
      await page.mouse.click(700, 400);
      expect(parameter(page, 'selected')).toBeNull();
    }));

  it('is asked for while its scripts are still on their way', async () => {
    const { page, close } = await open(browser, server.address, '/icon.svg', desktop);
    await page.route(/\/view-[^/]*\.js$/, () => {
      // Never answered.
    });
    // Only what is drawn is asked for with a limit.
    const asked = page.waitForRequest(
      (request) =>
        request.method() === 'POST' && request.postDataJSON().variables?.limit !== undefined,
    );
    await page.goto(`${server.address}/?lang=en`);
    await asked;
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await close();
  });

  it('says what went wrong, and tries again', async () => {
    const { page, close } = await open(browser, server.address, '/icon.svg', desktop);
    await page.route('**/graphql', (route) => route.abort());
    await page.goto(`${server.address}/?lang=en`);
    const again = page.locator('.picture').getByRole('button', { name: 'Try again' });
    await again.waitFor();
    await page.unroute('**/graphql');
    await again.click();
    await settled(page);
    await close();
  });
});
