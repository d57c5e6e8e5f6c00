// How many frames a second the explorer's graph draws while somebody pans and zooms: the graph of the project, and synthetic ones
// of other sizes, each through the whole way from files to canvas, in Chromium without a window.
// Usage: node bench/pan.mjs [--sizes 10000] [--seconds N] [--json FILE]     (after "npm run build"; needs Chromium)
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { writeSynthetic } from './synthetic.mjs';

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '10000' },
    seconds: { type: 'string', default: '4' },
    json: { type: 'string' },
  },
});
/** So many statements make one entity more in synthetic data, and a few to spare. */
const STATEMENTS_OF_AN_ENTITY = 6;
/** A frame that takes longer than two of 60 a second is seen to stumble. */
const LONG_FRAME = 34;
const program = fileURLToPath(new URL('../dist/bundle/main.js', import.meta.url));
const folder = await mkdtemp(join(tmpdir(), 'caytre-pan-'));

async function start(graphData) {
  const server = spawn(process.execPath, [program, 'serve'], {
    env: {
      ...process.env,
      PORT: '0',
      LOG_LEVEL: 'silent',
      CACHE_FOLDER: join(folder, 'cache'),
      ...(graphData && { GRAPH_DATA: graphData }),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => server.once('exit', resolve));
  let printed = '';
  for await (const chunk of server.stdout) {
    printed += chunk;
    if (printed.includes('answers at')) break;
  }
  const stop = async () => {
    server.kill('SIGTERM');
    await ended;
  };
  return { address: printed.match(/answers at (http:\/\/[^/\s]+)/)[1], stop };
}

/** Milliseconds between frames while `move` goes on. */
async function frames(page, move) {
  await page.evaluate(() => {
    window.frames_ = [];
    let before;
    const next = (now) => {
      if (before !== undefined) window.frames_.push(now - before);
      before = now;
      window.going_ = requestAnimationFrame(next);
    };
    window.going_ = requestAnimationFrame(next);
  });
  const until = Date.now() + Number(values.seconds) * 1000;
  while (Date.now() < until) await move();
  return page.evaluate(() => {
    cancelAnimationFrame(window.going_);
    return window.frames_;
  });
}

const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
});

async function measure(name, graphData, limit) {
  const server = await start(graphData);
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  page.setDefaultTimeout(180_000);
  const began = Date.now();
  await page.goto(`${server.address}/?lang=en&limit=${limit}`);
  await page.locator('.canvas[data-settled]').waitFor();
  const readyMs = Date.now() - began;
  const { entities, statements, renderer } = await page.locator('.canvas').evaluate((element) => {
    const { drawing } = element.viewer.model;
    const context = document.createElement('canvas').getContext('webgl2');
    const info = context.getExtension('WEBGL_debug_renderer_info');
    return {
      entities: drawing.ids.length,
      statements: drawing.edges.ids.length,
      renderer: context.getParameter(info.UNMASKED_RENDERER_WEBGL),
    };
  });
  const box = await page.locator('.canvas').boundingBox();
  // Where nothing lies: who presses on an entity drags it and pans nothing.
  const free = await page.locator('.canvas').evaluate((element) => {
    const { model } = element.viewer;
    const places = model.drawing.ids.map((id) => element.viewer.placeOf(id));
    const [width, height] = [element.clientWidth / 2, element.clientHeight / 2];
    let best = [width, height];
    let widest = 0;
    for (let step = 0; step < 400; step += 1) {
      const x = width + Math.cos(step * 2.4) * step * 0.3;
      const y = height + Math.sin(step * 2.4) * step * 0.3;
      const room = Math.min(...places.map((place) => Math.hypot(place.x - x, place.y - y)));
      if (room > widest) [best, widest] = [[x, y], room];
    }
    return best;
  });
  const middle = [box.x + free[0], box.y + free[1]];
  await page.mouse.move(...middle);
  const rows = [];
  const add = (what, times) => {
    const sum = times.reduce((total, time) => total + time, 0);
    rows.push({
      graph: name,
      entities,
      statements,
      what,
      'frames a second': Number(((times.length * 1000) / sum).toFixed(1)),
      'long frames, %': Math.round(
        (times.filter((time) => time > LONG_FRAME).length * 100) / times.length,
      ),
      'longest, ms': Math.round(Math.max(...times)),
    });
  };
  add('at rest', await frames(page, () => page.waitForTimeout(50)));
  let turn = 0;
  await page.mouse.down();
  const pan = async () => {
    turn += 0.12;
    await page.mouse.move(middle[0] + Math.cos(turn) * 180, middle[1] + Math.sin(turn) * 140);
  };
  add('pan', await frames(page, pan));
  await page.mouse.up();
  await page.mouse.move(...middle);
  let wheel = 0;
  const zoom = async () => {
    wheel += 1;
    await page.mouse.wheel(0, Math.floor(wheel / 12) % 2 === 0 ? -60 : 60);
    await page.waitForTimeout(30);
  };
  add('zoom', await frames(page, zoom));
  const hover = async () => {
    turn += 0.12;
    await page.mouse.move(middle[0] + Math.cos(turn) * 180, middle[1] + Math.sin(turn) * 140);
  };
  add('hover', await frames(page, hover));
  await context.close();
  await server.stop();
  return { rows, readyMs, renderer };
}

const results = [];
try {
  results.push(await measure('of the project', undefined, 1000));
  for (const size of values.sizes.split(',').map(Number)) {
    const data = join(folder, String(size));
    await writeSynthetic(data, { statements: size * STATEMENTS_OF_AN_ENTITY });
    results.push(await measure('synthetic', data, size));
  }
} finally {
  await browser.close();
  await rm(folder, { recursive: true, force: true });
}
console.log(`WebGL by ${results[0].renderer}; Node ${process.version}`);
console.table(results.flatMap(({ rows }) => rows));
console.table(
  results.map(({ rows, readyMs }) => ({
    graph: rows[0].graph,
    entities: rows[0].entities,
    'laid out after, ms': readyMs,
  })),
);
if (values.json) await writeFile(values.json, `${JSON.stringify(results, null, 2)}\n`);
