import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

export interface Opened {
  readonly page: Page;
  /** Addresses that were asked for and are not the server's own: there must be none. */
  readonly left: readonly string[];
  /** What the console complained of. */
  readonly complaints: readonly string[];
  readonly close: () => Promise<void>;
}

/** Opens an address of a server; keeps what left the host and what the console complained of. */
export async function open(
  browser: Browser,
  address: string,
  path: string,
  options: BrowserContextOptions = {},
): Promise<Opened> {
  const context = await browser.newContext({ locale: 'en-GB', ...options });
  const page = await context.newPage();
  const left: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => {
    const { protocol } = new URL(request.url());
    if (protocol.startsWith('http') && !request.url().startsWith(`${address}/`)) {
      left.push(request.url());
    }
  });
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(new URL(path, address).href);
  return { page, left, complaints, close: () => context.close() };
}
