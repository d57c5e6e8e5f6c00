// How long the explorer takes from navigation until its graph can be used, read from a trace of Chromium, beside the time that
// the same browser takes for an empty page of the same server.
// Usage: node bench/explorer.mjs [--rounds N] [--json FILE]     (after "npm run build"; needs Chromium)
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { median } from './median.mjs';

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '7' }, json: { type: 'string' } },
});
const program = fileURLToPath(new URL('../dist/bundle/main.js', import.meta.url));
const cacheFolder = await mkdtemp(join(tmpdir(), 'caytre-explorer-'));
const server = spawn(process.execPath, [program, 'serve'], {
  env: { ...process.env, PORT: '0', LOG_LEVEL: 'silent', CACHE_FOLDER: cacheFolder },
  stdio: ['ignore', 'pipe', 'inherit'],
});
const ended = new Promise((resolve) => server.once('exit', resolve));
// Whatever goes wrong below, the server does not outlive this.
process.once('exit', () => server.kill());
let printed = '';
for await (const chunk of server.stdout) {
  printed += chunk;
  if (printed.includes('answers at')) break;
}
const address = printed.match(/answers at (http:\/\/[^/\s]+)/)?.[1];
if (address === undefined) throw new Error('The server did not start.');

const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
});

const PATIENCE = 30_000;

/** Milliseconds in the trace from the start of the navigation to each mark. */
async function marksOf(path, ready) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  await browser.startTracing(page, { categories: ['blink.user_timing', 'loading'] });
  await page.goto(`${address}${path}`);
  // Not by a function to wait for: the page's content security policy lets nothing be evaluated from text.
  if (ready !== undefined) await page.locator(ready).waitFor();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
  await context.close();
  const start = traceEvents.findLast(
    ({ name, args }) => name === 'navigationStart' && args.data?.documentLoaderURL !== '',
  );
  // A short trace now and then comes without its beginning: it is taken anew.
  if (start === undefined) return marksOf(path, ready);
  const at = (name) => {
    const event = traceEvents.find((event) => event.name === name && event.ts >= start.ts);
    return event && (event.ts - start.ts) / 1000;
  };
  return {
    painted: at('firstContentfulPaint'),
    loaded: at('loadEventEnd'),
    interactive: at('caytre:interactive'),
  };
}

const explorer = () => marksOf('/?lang=en', '.canvas[data-ready]');

// Nobody has asked the server for anything before: it compiles, and answers nothing from memory.
const first = await explorer();
const rounds = [];
for (let round = 0; round < Number(values.rounds); round += 1) {
  const empty = await marksOf('/icon.svg');
  rounds.push({ empty: empty.loaded, ...(await explorer()) });
}
await browser.close();
server.kill('SIGTERM');
await ended;
await rm(cacheFolder, { recursive: true, force: true });

const of = (name) =>
  median(rounds.map((round) => round[name]).filter((time) => time !== undefined));
const result = Object.fromEntries(
  ['empty', 'painted', 'loaded', 'interactive'].map((name) => [name, of(name)]),
);
console.table(
  Object.entries(result).map(([name, time]) => ({
    'from navigation to': name === 'empty' ? 'an empty page loaded' : name,
    ms: time?.toFixed(0),
    '× empty': (time / result.empty).toFixed(1),
  })),
);
console.log(`The first visit after the start of the server: ${first.interactive?.toFixed(0)} ms.`);
console.log(`${values.rounds} rounds, a fresh browser profile each; Chromium renders in software.`);
if (values.json)
  await writeFile(values.json, JSON.stringify({ first, rounds, median: result }, null, 2));
