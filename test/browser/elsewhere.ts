import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import type { Opened } from './open.ts';

/** A server of pages on another origin than that of the graph, as a page that embeds pieces is. */
export interface Elsewhere {
  readonly address: string;
  /** Gives a page a path; returns its address. */
  readonly put: (path: string, html: string) => string;
  readonly stop: () => Promise<void>;
}

export async function startElsewhere(): Promise<Elsewhere> {
  const pages = new Map<string, string>();
  const server = createServer(({ url = '/' }, response) => {
    const html = pages.get(url.split('?', 1)[0]!);
    // A browser asks for this by itself.
    if (html === undefined && url !== '/favicon.ico') response.statusCode = 404;
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(html ?? '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    address,
    put(path, html) {
      pages.set(path, html);
      return address + path;
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Opens a page; requests to other addresses than those that it may ask count as having left. */
export async function openElsewhere(
  browser: Browser,
  url: string,
  allowed: readonly string[],
  options: BrowserContextOptions = {},
): Promise<Opened> {
  const context = await browser.newContext({ locale: 'en-GB', ...options });
  const page = await context.newPage();
  const left: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (protocol.startsWith('http') && !allowed.includes(origin)) left.push(request.url());
  });
  page.on('console', (message) => {
    // Drawing in software is slow, says WebGL.
    if (message.text().includes('GL Driver Message')) return;
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(url);
  return { page, left, complaints, close: () => context.close() };
}

/** The least page that holds some elements. */
export const pageWith = (server: string, elements: string, head = ''): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Elsewhere</title>
<script type="module" src="${server}/embed.js"></script>
${head}
</head>
<body><main><h1>Elsewhere</h1>
${elements}
</main></body>
</html>`;
