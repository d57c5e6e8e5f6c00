import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createKey } from '../../src/server/access/keys.ts';
import { type Running, startServer } from '../support/serve.ts';
import { openBrowser } from './browser.ts';
import { open } from './open.ts';

/** A server that is as closed as can be: nobody without a key, and its own operations only. */
const { key, line } = createKey('reader', 'reader');
let folder: string;
let server: Running;
let browser: Browser;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'caytre-closed-'));
  const keyFile = join(folder, 'keys');
  await writeFile(keyFile, line);
  const closed = { keyFile, keyRequired: true, trustedDocumentsOnly: true };
  [server, browser] = await Promise.all([startServer(closed), openBrowser()]);
});
afterAll(async () => {
  await Promise.all([server?.stop(), browser?.close()]);
  await rm(folder, { recursive: true, force: true });
});

const httpCredentials = { username: 'anybody', password: key };

describe('a server that asks for keys and trusts its own documents only', () => {
  it('has an explorer for whoever gives the key as the password', async () => {
    const path = '/?lang=vi&view=table';
    const { page, left, complaints, close } = await open(browser, server.address, path, {
      httpCredentials,
    });
    await page.keyboard.press('/');
    await page.getByRole('combobox', { name: 'Tìm trong đồ thị' }).pressSequentially('bui thanh');
    await page.getByRole('option').filter({ hasText: 'Bùi Thanh Sơn' }).first().waitFor();
    await page.getByRole('row').nth(3).waitFor();
    expect([left, complaints]).toEqual([[], []]);
    await close();
  });

  it('has frames as well', async () => {
    const path = '/embed/card?entity=country:jpn&lang=en';
    const { page, complaints, close } = await open(browser, server.address, path, {
      httpCredentials,
    });
    await page.getByText('Japan').first().waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it('shows nobody else anything', async () => {
    const context = await browser.newContext();
    // As the browser asks, for without a window it gives up where it would ask for a password.
    const response = await context.request.get(server.address);
    expect(response.status()).toBe(401);
    expect(await response.text()).not.toContain('Cây Tre:');
    await context.close();
  });
});
