import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { packagePath } from '../src/server/package.ts';
import { installInto } from './support/pack.ts';

let folder: string;
let program: ReturnType<typeof spawn>;
let address: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'caytre-packed-'));
  await installInto(folder);
  // What is native is installed beside the package; all else is in its bundle.
  await mkdir(join(folder, 'node_modules'), { recursive: true });
  await symlink(packagePath('node_modules/@napi-rs'), join(folder, 'node_modules/@napi-rs'));
  program = spawn(
    process.execPath,
    [join(folder, 'node_modules/caytre/dist/bundle/main.js'), 'serve'],
    {
      cwd: folder,
      env: { ...process.env, PORT: '0', CACHE_FOLDER: join(folder, 'cache'), LOG_LEVEL: 'error' },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  for await (const line of createInterface({ input: program.stdout! })) {
    address = /http:\/\/\S+/.exec(line)?.[0] ?? '';
    if (address !== '') break;
  }
}, 120_000);
afterAll(async () => {
  if (program?.exitCode === null && program.kill()) await once(program, 'exit');
  await rm(folder, { recursive: true, force: true });
});

it.each([
  ['/', 'text/html', '<div id="explorer"'],
  ['/playground', 'text/html', '<div id="playground"'],
  ['/embed.js', 'javascript', ''],
  ['/frame.js', 'javascript', ''],
  ['/entity/country:jpn?lang=en', 'text/html', '<h1>Japan</h1>'],
  ['/embed/map?lang=en', 'text/html', '<caytre-map'],
  ['/embed/map.svg?lang=en', 'image/svg+xml', '<svg'],
  ['/embed/card.png?entity=country:jpn', 'image/png', 'PNG'],
  ['/sitemap.xml', 'application/xml', '<sitemapindex'],
  ['/site/fonts/BeVietnamPro_400Regular.ttf', 'font/ttf', ''],
])('the packed program serves %s', async (path, type, words) => {
  const response = await fetch(address + path);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toContain(type);
  const text = await response.text();
  expect(text.length).toBeGreaterThan(0);
  expect(text).toContain(words);
});

it('and all files that its pages load', async () => {
  for (const page of ['/', '/playground', '/entity/country:jpn', '/embed/graph']) {
    const html = await (await fetch(address + page)).text();
    for (const [, path] of html.matchAll(/<(?:script|link|img)[^>]*? (?:src|href)="(\/[^"]+)"/g)) {
      const response = await fetch(address + path!.replaceAll('&amp;', '&'));
      expect(response.status, `${path} of ${page}`).toBe(200);
    }
  }
});
