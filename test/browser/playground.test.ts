import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Running, startServer } from '../support/serve.ts';
import { axeIn } from './axe.ts';
import { openBrowser } from './browser.ts';
import { type Opened, open } from './open.ts';

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

type Editor = 'operation.graphql' | 'variables.json' | 'response.json';

interface Model {
  readonly uri: { readonly path: string };
  getValue(): string;
}

/** What stands in an editor, also where that is out of sight. */
const textOf = (page: Page, editor: Editor): Promise<string> =>
  page.evaluate((ending) => {
    const { __MONACO } = globalThis as unknown as {
      __MONACO: { editor: { getModels(): Model[] } };
    };
    const models = __MONACO.editor.getModels();
    return models.find(({ uri }) => uri.path.endsWith(ending))?.getValue() ?? '';
  }, editor);

/** Waits until the editors are there, with something to run. */
async function editors(page: Page): Promise<void> {
  await page.locator('.graphiql-query-editor .view-line').first().waitFor();
  await expect.poll(() => textOf(page, 'operation.graphql')).not.toBe('');
}

/** Opens the playground, and waits until its editors are there. */
async function playground(path: string, options: BrowserContextOptions = {}): Promise<Opened> {
  const opened = await open(browser, server.address, path, {
    viewport: { width: 1440, height: 900 },
    ...options,
  });
  await editors(opened.page);
  return opened;
}

/** Runs what is in the editor, and gives the answer. */
async function run(page: Page): Promise<{ data?: unknown; errors?: unknown }> {
  await page.getByRole('button', { name: /^Execute query/ }).click();
  const text = (): Promise<string> => textOf(page, 'response.json');
  await expect.poll(text, { timeout: 60_000 }).toMatch(/^\{[\s\S]*\}$/);
  return JSON.parse(await text());
}

const nothing = { left: [], complaints: [] };

describe('the playground', () => {
  it('puts operations of the menu into the editor, and answers them', async () => {
    const { page, left, complaints, close } = await playground('/playground');
    const menu = page.getByRole('region', { name: 'Named operations' });
    await menu.getByRole('searchbox').fill('phuong huong');
    await menu.getByRole('button', { name: /NineDirections/ }).click();
    await expect.poll(() => textOf(page, 'operation.graphql')).toContain('query NineDirections');
    expect(JSON.stringify(await run(page))).toContain('direction:phuong-huong-1');
    await menu.getByRole('searchbox').fill('EntityCard');
    await menu.getByRole('button', { name: /EntityCard/ }).click();
    await expect.poll(() => textOf(page, 'variables.json')).toContain('"id": "person:');
    const card = await run(page);
    expect(card).not.toHaveProperty('errors');
    expect(JSON.stringify(card)).toContain('Bui Thanh Son');
    await menu.getByRole('searchbox').fill('zzzz');
    await expect.poll(() => menu.getByRole('status').first().textContent()).toMatch(/^No question/);

    await page.getByRole('button', { name: 'Show History' }).click();
    const history = page.locator('.graphiql-history-items');
    await history.getByText('NineDirections').first().click();
    await expect.poll(() => textOf(page, 'operation.graphql')).toContain('query NineDirections');
    expect({ left, complaints }).toEqual(nothing);
    await close();
  });

  it('shows the documentation of the schema', async () => {
    const { page, left, complaints, close } = await playground('/playground');
    await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
    const docs = page.getByRole('region', { name: 'Documentation Explorer' });
    await docs.getByRole('link', { name: 'Query', exact: true }).click();
    await docs.getByText('drawing', { exact: true }).first().click();
    await docs.getByText('A part of the graph as columns', { exact: false }).first().waitFor();
    expect({ left, complaints }).toEqual(nothing);
    await close();
  });

  it('copies a link that opens the same query, variables and language', async () => {
    const permissions = ['clipboard-read', 'clipboard-write'];
    const path = `/playground?operation=EntityCard&variables={"id":"country:jpn"}&lang=vi`;
    const { page, left, complaints, close } = await playground(path, { permissions });
    expect(JSON.parse(await textOf(page, 'variables.json'))).toEqual({ id: 'country:jpn' });
    await page.getByRole('button', { name: 'Chép liên kết tới truy vấn này' }).click();
    await page.getByText('Đã chép liên kết.').waitFor();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(link.startsWith(`${server.address}/playground#`)).toBe(true);
    const query = await textOf(page, 'operation.graphql');
    expect({ left, complaints }).toEqual(nothing);
    await close();

    const again = await playground(link.slice(server.address.length));
    expect(await textOf(again.page, 'operation.graphql')).toBe(query);
    expect(JSON.parse(await textOf(again.page, 'variables.json'))).toEqual({ id: 'country:jpn' });
    expect(JSON.stringify(await run(again.page))).toContain('Nhật Bản');
    // Pasted over the address of an open playground.
    await again.page.evaluate(() => {
      location.hash = '#query={ dataset { counts { entities } } }&lang=en';
    });
    await expect.poll(() => textOf(again.page, 'operation.graphql')).toContain('dataset');
    await again.page.getByRole('button', { name: 'English', pressed: true }).waitFor();
    expect({ left: again.left, complaints: again.complaints }).toEqual(nothing);
    await again.close();
  });

  it('shows the link where it may not copy it', async () => {
    const { page, close } = await playground('/playground?operation=Suggest');
    await page.evaluate(() => {
      Object.defineProperty(navigator, 'clipboard', { value: undefined });
    });
    await page.getByRole('button', { name: 'Copy a link to this query' }).click();
    const field = page.getByLabel('Link to this query', { exact: true });
    expect(await field.inputValue()).toContain('/playground#query=query+Suggest');
    await close();
  });

  it('asks in the language that is chosen, and remembers it', async () => {
    const { page, close } = await playground('/playground?operation=FindEntities');
    expect(JSON.stringify(await run(page))).toContain('Minister of Foreign Affairs');
    await page.getByRole('button', { name: 'Tiếng Việt' }).click();
    await page.getByRole('heading', { name: 'Câu hỏi có sẵn' }).waitFor();
    expect(JSON.stringify(await run(page))).toContain('Bộ trưởng Bộ Ngoại giao');
    await page.goto(`${server.address}/playground`);
    await page.getByRole('button', { name: 'Tiếng Việt', pressed: true }).waitFor();
    await close();
  });

  it('says that an operation of an address is not there', async () => {
    const { page, complaints, close } = await playground('/playground?operation=NoSuchThing');
    expect(await textOf(page, 'operation.graphql')).toContain('There is no operation: NoSuchThing');
    expect(complaints).toEqual([]);
    await close();
  });

  it('works without the list of operations, and says that it is missing', async () => {
    const opened = await open(browser, server.address, '/health/live');
    await opened.page.route('**/operations.json', (route) => route.abort());
    await opened.page.setViewportSize({ width: 1440, height: 900 });
    await opened.page.goto(`${server.address}/playground`);
    await opened.page.getByRole('alert').filter({ hasText: 'could not be loaded' }).waitFor();
    await editors(opened.page);
    expect(await run(opened.page)).toHaveProperty('data');
    await opened.close();
  });

  const sizes = { phone: { width: 360, height: 740 }, desktop: { width: 1440, height: 900 } };
  it.each([
    ['phone', 'dark'],
    ['desktop', 'light'],
  ] as const)('can be read and used by everyone on a %s in %s', async (size, colorScheme) => {
    const { page, left, complaints, close } = await playground('/playground?operation=Timeline', {
      viewport: sizes[size],
      colorScheme,
    });
    await run(page);
    const violations = async () => {
      const found = await axeIn(page).analyze();
      return found.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
    };
    const more = size === 'desktop' ? ['Documentation Explorer', 'History'] : [];
    for (const plugin of ['Named Operations', ...more]) {
      const show = page.getByRole('button', { name: `Show ${plugin}` });
      if (await show.isVisible()) await show.click();
      await page.getByRole('button', { name: `Hide ${plugin}` }).waitFor();
      expect([plugin, await violations()]).toEqual([plugin, []]);
    }
    const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
    expect(scrollWidth).toBe(clientWidth);
    expect({ left, complaints }).toEqual(nothing);
    await close();
  });
});
