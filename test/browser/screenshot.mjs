// Pictures of each view, light and dark, on a desktop and on a phone, to be looked at; and the one that README shows.
// Usage: npm run screenshot [-- --out FOLDER] [--only NAME]     (needs Chromium)
import { spawn } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';

const { values } = parseArgs({
  options: { out: { type: 'string', default: 'screenshots' }, only: { type: 'string' } },
});
const here = (path) => fileURLToPath(new URL(path, import.meta.url));

const between = 'between=document%3Achi-thi-25%2Ccountry%3Abra';
const conferences =
  'between=conference%3Ahoi-nghi-ngoai-giao-31%2Cconference%3Ahoi-nghi-ngoai-giao-32';
const pages = {
  graph: '/?lang=en',
  card: '/?lang=vi&selected=person%3Abui-thanh-son',
  around: '/?lang=vi&around=document%3Achi-thi-25&depth=2&selected=document%3Achi-thi-25',
  timeline: '/?lang=en&view=timeline',
  map: '/?lang=en&view=map',
  table: '/?lang=vi&view=table',
  directions: '/?lang=vi&view=directions',
  figures: '/?lang=en&view=figures',
  sources: '/?lang=vi&view=sources',
  disagreements: '/?lang=en&view=disagreements',
  path: `/?lang=en&view=path&${between}`,
  common: '/?lang=vi&view=common&between=person%3Abui-thanh-son%2Cperson%3Apham-binh-minh',
  compare: `/?lang=en&view=compare&${conferences}`,
  playground: '/playground?operation=NineDirections&lang=en',
  entity: '/entity/person:bui-thanh-son?lang=vi',
  'entity-hub': '/entity/country:vnm?lang=en',
  'embed-timeline': '/embed/timeline?lang=en&entity=country:vnm',
  'embed-graph': '/embed/graph?lang=vi&entity=document:chi-thi-25',
};
const sizes = {
  desktop: { width: 1440, height: 900 },
  phone: { width: 360, height: 740 },
};
const forReadme = { page: 'graph', size: 'desktop', theme: 'light' };

const server = spawn(process.execPath, [here('../../dist/bundle/main.js'), 'serve'], {
  env: { ...process.env, PORT: '0', LOG_LEVEL: 'silent' },
  stdio: ['ignore', 'pipe', 'inherit'],
});
let printed = '';
for await (const chunk of server.stdout) {
  printed += chunk;
  if (printed.includes('answers at')) break;
}
const address = printed.match(/answers at (http:\/\/[^/\s]+)/)[1];
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
});
await mkdir(values.out, { recursive: true });

for (const [size, viewport] of Object.entries(sizes)) {
  for (const theme of ['light', 'dark']) {
    const context = await browser.newContext({
      viewport,
      colorScheme: theme,
      reducedMotion: 'reduce',
      hasTouch: size === 'phone',
    });
    for (const [name, path] of Object.entries(pages)) {
      if (values.only && values.only !== name) continue;
      const page = await context.newPage();
      await page.goto(address + path, { waitUntil: 'networkidle' });
      await page.waitForFunction('!document.querySelector("[aria-busy=true]")');
      await page.waitForTimeout(500);
      const file = join(values.out, `${name}-${size}-${theme}.png`);
      await page.screenshot({ path: file });
      const { page: chosen, size: ofSize, theme: inTheme } = forReadme;
      if (name === chosen && size === ofSize && theme === inTheme) {
        await page.screenshot({ path: here('../../examples/explorer.png') });
      }
      console.log(file);
      await page.close();
    }
    await context.close();
  }
}
await browser.close();
server.kill('SIGTERM');
