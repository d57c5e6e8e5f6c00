import type { Browser, Page, Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pieceNames } from '../../src/pieces/settings.ts';
import { type Running, startServer } from '../support/serve.ts';
import { openBrowser } from './browser.ts';
import { type Elsewhere, openElsewhere, pageWith, startElsewhere } from './elsewhere.ts';
import type { Opened } from './open.ts';

let browser: Browser;
let server: Running;
let elsewhere: Elsewhere;
let pages = 0;

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

const openWith = (elements: string, head = ''): Promise<Opened> => {
  const url = elsewhere.put(`/${++pages}.html`, pageWith(server.address, elements, head));
  return openElsewhere(browser, url, [server.address, elsewhere.address]);
};

/** Keeps what elements tell the page, from before any of them is there. */
const listening = `<script>
  window.told = [];
  for (const type of ['caytre-load', 'caytre-error', 'caytre-select']) {
    addEventListener(type, ({ target, detail }) => told.push({ type, id: target.id, detail }));
  }
</script>`;

interface Told {
  readonly type: string;
  readonly id: string;
  readonly detail: Record<string, unknown>;
}
const told = (page: Page): Promise<readonly Told[]> =>
  page.evaluate(() => (window as unknown as { told: Told[] }).told);
const waitForTold = (page: Page, type: string, count = 1): Promise<unknown> =>
  page.waitForFunction(
    ([type, count]) =>
      (window as unknown as { told: Told[] }).told.filter((one) => one.type === type).length >=
      Number(count),
    [type, String(count)] as const,
  );
const title = (page: Page, id: string) => page.locator(`#${id} [id="title"]`);

/** Holds answers of the API back until they are let go. */
async function holdAnswers(page: Page): Promise<() => Promise<void>> {
  const held: Route[] = [];
  await page.route('**/graphql', (route) => void held.push(route));
  return async () => {
    await page.unroute('**/graphql');
    await Promise.all(held.map((route) => route.continue().catch(() => undefined)));
  };
}

describe('an element', () => {
  test.each([...pieceNames])(
    '<caytre-%s> shows its piece, its sources and the way to the explorer',
    async (name) => {
      const entity = name === 'metric' ? 'metric:nuoc-co-quan-he-ngoai-giao' : 'country:jpn';
      const { page, left, complaints, close } = await openWith(
        `<caytre-${name} id="one" entity="${entity}"></caytre-${name}>`,
        listening,
      );
      await waitForTold(page, 'caytre-load');
      const [load] = await told(page);
      expect(load).toMatchObject({ type: 'caytre-load', id: 'one', detail: { empty: false } });
      expect(await title(page, 'one').textContent()).toBe(load!.detail.title);
      const source = page.locator('#one').locator('[part=sources] a').first();
      expect(await source.getAttribute('href')).toMatch(
        new RegExp(`^${server.address}/entity/source:[a-z0-9-]+\\?lang=en$`),
      );
      expect(await source.textContent()).not.toBe('');
      const brand = new URL((await page.locator('#one [part=link]').getAttribute('href'))!);
      expect(brand.origin).toBe(server.address);
      expect(brand.searchParams.get('lang')).toBe('en');
      expect({ left, complaints }).toEqual({ left: [], complaints: [] });
      await close();
    },
  );

  test('speaks the language of the page, and changes with it', async () => {
    const { page, close } = await openWith(
      '<caytre-graph id="one" entity="country:jpn"></caytre-graph><div lang="vi"><caytre-graph id="two" entity="country:jpn"></caytre-graph></div>',
      listening,
    );
    await waitForTold(page, 'caytre-load', 2);
    expect(await title(page, 'one').textContent()).toContain('Japan');
    expect(await title(page, 'two').textContent()).toContain('Nhật Bản');
    await page.evaluate(() => {
      document.documentElement.lang = 'vi';
    });
    await title(page, 'one').getByText('Nhật Bản').waitFor();
    await close();
  });

  test('has properties that mirror its attributes, also those set before it was defined', async () => {
    const { page, close } = await openWith(
      '<div id="place"></div>',
      `${listening}<script>
        addEventListener('DOMContentLoaded', () => {
          const early = document.createElement('caytre-graph');
          Object.assign(early, { id: 'early', entity: ['country:jpn'], asOf: '2023', depth: 1 });
          document.querySelector('#place').append(early);
        });
      </script>`,
    );
    await waitForTold(page, 'caytre-load');
    const mirrored = await page.locator('#early').evaluate((element) => {
      const early = element as HTMLElement & Record<string, unknown>;
      const before = ['entity', 'as-of', 'depth'].map((name) => early.getAttribute(name));
      early.htmlFor = 'other';
      early.asOf = null;
      early.kinds = ['partnership', 'country'];
      return [before, early.getAttribute('for'), early.getAttribute('as-of'), early.kinds];
    });
    expect(mirrored).toEqual([['country:jpn', '2023', '1'], 'other', null, 'partnership,country']);
    await close();
  });

  test('keeps the old answer while a newer one is on its way, and drops what is overtaken', async () => {
    const { page, close } = await openWith(
      '<caytre-graph id="one" entity="country:jpn"></caytre-graph>',
      listening,
    );
    await waitForTold(page, 'caytre-load');
    const letGo = await holdAnswers(page);
    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.url().endsWith('/graphql') && request.method() === 'POST') {
        asked.push(String(request.postDataJSON().variables.ids));
      }
    });
    const one = page.locator('#one');
    await one.evaluate((element) => element.setAttribute('entity', 'country:bra'));
    await page.locator('#one [aria-busy=true]').waitFor();
    expect(await title(page, 'one').textContent()).toContain('Japan');
    // Of several changes at one time only the last is asked.
    await one.evaluate((element) => {
      element.setAttribute('entity', 'country:usa');
      element.setAttribute('entity', 'country:kor');
    });
    await expect.poll(() => asked.at(-1)).toBe('country:kor');
    await letGo();
    await title(page, 'one').getByText('South Korea').waitFor();
    expect(asked).toEqual(['country:bra', 'country:kor']);
    const loads = (await told(page)).filter(({ type }) => type === 'caytre-load');
    expect(loads).toHaveLength(2);
    await close();
  });

  test('tells what is wrong with an attribute, in its place and to the page', async () => {
    const { page, close } = await openWith(
      '<caytre-graph id="one" as-of="yesterday" depth="9"></caytre-graph><caytre-map id="two" lang="vi" server="nowhere:"></caytre-map>',
      listening,
    );
    const alert = page.locator('#one').getByRole('alert');
    await alert.waitFor();
    expect(await alert.textContent()).toContain('as-of="yesterday"');
    expect(await alert.textContent()).toContain('depth="9" takes a whole number from 1 to 4');
    expect(await page.locator('#two').getByRole('alert').textContent()).toContain(
      'server="nowhere:"',
    );
    const wrong = (await told(page)).find(({ id }) => id === 'one');
    expect(wrong).toMatchObject({ type: 'caytre-error', detail: { code: 'ATTRIBUTE_INVALID' } });
    await page.locator('#one').evaluate((element) => {
      element.removeAttribute('as-of');
      element.setAttribute('depth', '1');
    });
    await waitForTold(page, 'caytre-load');
    expect(await alert.count()).toBe(0);
    await close();
  });

  test('says what to do where the server is away, and comes back by itself on retry', async () => {
    const url = elsewhere.put(
      `/${++pages}.html`,
      pageWith(
        server.address,
        '<caytre-graph id="one" entity="country:jpn"></caytre-graph>',
        listening,
      ),
    );
    const { page, close } = await openElsewhere(browser, 'about:blank', []);
    await page.route('**/graphql', (route) => route.abort());
    await page.goto(url);
    const alert = page.locator('#one').getByRole('alert');
    await alert.waitFor();
    expect((await told(page))[0]).toMatchObject({
      type: 'caytre-error',
      detail: { code: 'SERVER_UNREACHABLE' },
    });
    await page.unroute('**/graphql');
    await page.locator('#one').getByRole('button', { name: 'Try again' }).click();
    await title(page, 'one').getByText('Japan').waitFor();

    // Once there is an answer it stays, with a note, when a newer one fails.
    await page.route('**/graphql', (route) => route.abort());
    await page.locator('#one').evaluate((element) => element.setAttribute('entity', 'country:kor'));
    await alert.waitFor();
    expect(await title(page, 'one').textContent()).toContain('Japan');
    await page.unroute('**/graphql');
    await page.locator('#one').getByRole('button', { name: 'Try again' }).click();
    await title(page, 'one').getByText('South Korea').waitFor();
    await close();
  });

  test('tells an unknown entity apart from nothing', async () => {
    const { page, close } = await openWith(
      '<caytre-graph id="unknown" entity="country:nowhere"></caytre-graph><caytre-graph id="nothing" kinds="partnership" as-of="1800"></caytre-graph>',
      listening,
    );
    await waitForTold(page, 'caytre-load', 2);
    const state = (id: string) => page.locator(`#${id} [part=state]`).textContent();
    expect(await state('unknown')).toContain('nothing by this id: country:nowhere');
    expect(await state('nothing')).toContain('Try another date, entity or filter');
    await close();
  });

  test('leaves nothing behind', async () => {
    const { page, close } = await openWith('<div id="place"></div>', listening);
    await page.waitForFunction(() => customElements.get('caytre-graph') !== undefined);
    const session = await page.context().newCDPSession(page);
    /** How many elements the browser holds after it has thrown away what nothing leads to. */
    const held = async (): Promise<number> => {
      await session.send('HeapProfiler.collectGarbage');
      const { result } = await session.send('Runtime.evaluate', {
        expression: "Object.getPrototypeOf(customElements.get('caytre-graph')).prototype",
      });
      const { objects } = await session.send('Runtime.queryObjects', {
        prototypeObjectId: result.objectId!,
      });
      const counted = await session.send('Runtime.callFunctionOn', {
        objectId: objects.objectId!,
        functionDeclaration:
          'function () { return this.filter((one) => Object.hasOwn(one, "piece")).length; }',
        returnByValue: true,
      });
      await session.send('Runtime.releaseObject', { objectId: objects.objectId! });
      return counted.result.value;
    };
    await page.evaluate(async () => {
      const place = document.querySelector('#place')!;
      for (let count = 0; count < 12; count += 1) {
        place.innerHTML =
          '<caytre-graph id="a" entity="country:jpn"></caytre-graph><caytre-timeline for="a"></caytre-timeline>';
        if (count % 3 === 2) {
          await new Promise((resolve) => addEventListener('caytre-load', resolve, { once: true }));
        }
      }
      (window as unknown as { told: unknown }).told = [];
    });
    await expect.poll(held).toBe(2);
    await page.evaluate(() => document.querySelector('#place')!.replaceChildren());
    await expect.poll(held).toBe(0);
    await close();
  });

  test('fits the room that it has, by attributes, by the style of the page, and when that changes', async () => {
    const { page, complaints, close } = await openWith(
      `<caytre-graph id="a" entity="country:jpn" width="420" height="300"></caytre-graph>
       <caytre-graph id="b" entity="country:jpn" height="300"></caytre-graph>`,
      `${listening}<style>#b { height: 350px; width: 500px; }</style>`,
    );
    await waitForTold(page, 'caytre-load', 2);
    const size = (id: string) =>
      page.locator(`#${id}`).evaluate((element) => {
        const { width, height } = element.getBoundingClientRect();
        const frame = element.shadowRoot!.querySelector('figure')!.getBoundingClientRect();
        return [width, height, frame.width, frame.height];
      });
    expect(await size('a')).toEqual([420, 300, 420, 300]);
    expect(await size('b')).toEqual([500, 350, 500, 350]);
    const drawn = () =>
      page
        .locator('#a [part=canvas] canvas')
        .first()
        .evaluate((canvas) => Math.round(canvas.getBoundingClientRect().width));
    await expect.poll(drawn).toBeLessThanOrEqual(420);
    await page.locator('#a').evaluate((element) => element.setAttribute('width', '640'));
    await expect.poll(drawn).toBeGreaterThan(560);
    expect(complaints).toEqual([]);
    await close();
  });
});

describe('elements that follow one another', () => {
  test('show what is selected in the other, with its date and language', async () => {
    const { page, close } = await openWith(
      `<caytre-graph id="first" entity="country:jpn" as-of="2024"></caytre-graph>
       <caytre-graph id="second" for="first"></caytre-graph>
       <caytre-graph id="third" for="second" lang="vi" as-of="2023-12"></caytre-graph>`,
      listening,
    );
    await waitForTold(page, 'caytre-load', 3);
    expect(await title(page, 'second').textContent()).toContain('Japan');
    expect(await page.locator('#second .embed-as-of').textContent()).toContain('2024');
    expect(await page.locator('#third .embed-as-of').textContent()).toContain('12/2023');

    await page.locator('#first').evaluate((element) => {
      (element as HTMLElement & { selected: string }).selected = 'country:vnm';
    });
    await title(page, 'second').getByText('Viet Nam').waitFor();
    await title(page, 'third').getByText('Việt Nam').waitFor();
    expect((await told(page)).filter(({ type }) => type === 'caytre-select')).toEqual([]);

    await page.locator('#first').evaluate((element) => element.setAttribute('lang', 'vi'));
    await title(page, 'second').getByText('Việt Nam').waitFor();
    await close();
  });

  test('are told of by events, wherever somebody selects', async () => {
    const { page, close } = await openWith(
      `<caytre-graph id="first" entity="country:jpn"></caytre-graph>
       <caytre-graph id="second" for="first"></caytre-graph>`,
      listening,
    );
    await waitForTold(page, 'caytre-load', 2);
    const brand = () => page.locator('#first [part=link]').getAttribute('href');
    await page.locator('#first').getByRole('button', { name: 'List' }).click();
    await page.locator('#first .live-list button:not([aria-pressed=true])').nth(1).click();
    await waitForTold(page, 'caytre-select');
    const { detail, id } = (await told(page)).find(({ type }) => type === 'caytre-select')!;
    expect(id).toBe('first');
    expect(detail.id).toMatch(/^[a-z]+:/);
    expect(detail.kind).toBe(String(detail.id).split(':')[0]);
    expect(detail.name).toEqual(expect.any(String));
    await title(page, 'second').getByText(String(detail.name)).first().waitFor();
    expect(new URL((await brand())!).searchParams.get('selected')).toBe(detail.id);
    await close();
  });

  test('wait for the other, and go on without it', async () => {
    const { page, close } = await openWith(
      '<caytre-graph id="second" for="first" entity="country:kor"></caytre-graph><div id="place"></div>',
      listening,
    );
    await title(page, 'second').getByText('South Korea').waitFor();
    await page.evaluate(() => {
      const first = document.createElement('caytre-graph') as HTMLElement & { selected: string };
      first.id = 'first';
      first.setAttribute('entity', 'country:jpn');
      first.selected = 'country:bra';
      document.querySelector('#place')!.append(first);
    });
    await title(page, 'second').getByText('Brazil').waitFor();
    await page.evaluate(() => document.querySelector('#first')!.remove());
    await title(page, 'second').getByText('South Korea').waitFor();
    await close();
  });

  test('may follow in a ring', async () => {
    const { page, complaints, close } = await openWith(
      `<caytre-graph id="first" for="second" entity="country:jpn"></caytre-graph>
       <caytre-graph id="second" for="first"></caytre-graph>`,
      listening,
    );
    await waitForTold(page, 'caytre-load', 2);
    await page.locator('#second').evaluate((element) => {
      (element as HTMLElement & { selected: string }).selected = 'country:kor';
    });
    await title(page, 'first').getByText('South Korea').waitFor();
    await page.locator('#first').evaluate((element) => {
      (element as HTMLElement & { selected: string }).selected = 'country:bra';
    });
    await title(page, 'second').getByText('Brazil').waitFor();
    expect(complaints).toEqual([]);
    await close();
  });
});
