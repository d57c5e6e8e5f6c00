// Whether the server stands hours of work and more than it can do: finds its capacity for mixed traffic, then asks at 80 % of that for
// long, then twice as much as it can do, then little again. Fails where something was wrong. The load shares the machine's cores.
// Usage: node bench/soak.mjs [--minutes N] [--overload SECONDS] [--statements N] [--rate N] [--json FILE]     (after "npm run build")
import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { median } from './median.mjs';
import { slopeOf } from './soak-slope.mjs';
import { writeSynthetic } from './synthetic.mjs';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    overload: { type: 'string', default: '90' },
    /** Synthetic data with so many statements; the project's own when it is not given. */
    statements: { type: 'string' },
    /** Requests a second that count as the capacity; found out when it is not given. */
    rate: { type: 'string' },
    json: { type: 'string' },
  },
});
const beside = (file) => fileURLToPath(new URL(file, import.meta.url));
const STEADY = 0.8;
const OVERLOAD = 2;
const CONNECTIONS = 32;
/** How often the memory is looked at, and at least how many times; each time all garbage is collected, for which requests wait. */
const SAMPLE_SECONDS = 15;
const LEAST_SAMPLES = 12;
/** The part of the steady time after which caches are full and compiled code is made. */
const SETTLED = 0.3;
/** How long that takes at least, in seconds: of a shorter soak nobody can tell whether its memory grows. */
const FILLING = 90;
const RECOVERY_SECONDS = 5;
/** How much of the heap it may grow in an hour before that counts as a leak, where it is certain that it grows. */
const GROWTH = 0.1;

const folder = await mkdtemp(join(tmpdir(), 'caytre-soak-'));
const children = [];
// The log goes where that of a service goes: into a file.
const log = await open(join(folder, 'log'), 'w');
try {
  await soak();
} finally {
  for (const child of children) child.kill();
  await log.close();
  await rm(folder, { recursive: true });
}

async function soak() {
  const data = values.statements === undefined ? undefined : join(folder, 'data');
  if (data !== undefined) await writeSynthetic(data, { statements: Number(values.statements) });
  const server = await startServer(data);
  const load = await startLoad(server.address);
  const ask = (mode, options) => load({ mode, ...options });

  const seconds = Number(values.minutes) * 60;
  const tuning = Math.min(20, Math.max(5, seconds / 4));
  await ask('closed', { seconds: tuning / 2, connections: CONNECTIONS });
  const closed = await ask('closed', { seconds: tuning, connections: CONNECTIONS });
  const capacity = values.rate === undefined ? median(closed.perSecond) : Number(values.rate);
  console.log(`capacity: ${Math.round(capacity)} requests a second by ${CONNECTIONS} connections`);

  const began = performance.now();
  const samples = [await server.memory()];
  const sampling = sample(server, samples, began, seconds);
  const cpu = await server.cpu();
  const steady = await ask('open', { seconds, rate: capacity * STEADY });
  const cpuSeconds = (await server.cpu()) - cpu;
  await sampling;

  const over = await ask('open', { seconds: Number(values.overload), rate: capacity * OVERLOAD });
  await setTimeout(2_000);
  const after = await ask('open', { seconds: RECOVERY_SECONDS, rate: capacity / 2 });
  samples.push({ ...(await server.memory()), seconds: (performance.now() - began) / 1_000 });

  report({ capacity, closed, steady, over, after, samples, seconds, cpuSeconds, server });
}

async function startServer(data) {
  const child = spawn(
    process.execPath,
    [
      '--expose-gc',
      '--import',
      beside('soak-memory.mjs'),
      beside('../dist/bundle/main.js'),
      'serve',
    ],
    {
      stdio: ['ignore', 'pipe', log.fd, 'ipc'],
      env: {
        ...process.env,
        PORT: '0',
        CACHE_FOLDER: join(folder, 'cache'),
        ...(data !== undefined && { GRAPH_DATA: data }),
      },
    },
  );
  children.push(child);
  const state = { ended: false };
  const end = once(child, 'exit').then(() => {
    state.ended = true;
    return [];
  });
  let address;
  for await (const line of createInterface({ input: child.stdout })) {
    address = /answers at (\S+)/.exec(line)?.[1];
    if (address !== undefined) break;
  }
  if (address === undefined) throw new Error(await readFile(join(folder, 'log'), 'utf8'));
  // One question after the other, for an answer does not say what it answers; nothing is known of a server that has ended.
  let told = Promise.resolve();
  const tell = (question) => {
    told = told.then(async () => {
      if (state.ended) return undefined;
      child.send(question, () => undefined);
      const [answer] = await Promise.race([once(child, 'message'), end]);
      return answer;
    });
    return told;
  };
  return {
    address,
    isRunning: () => !state.ended,
    memory: () => tell('memory'),
    cpu: () => tell('cpu'),
  };
}

async function startLoad(address) {
  const child = fork(beside('soak-load.mjs'), [address], { stdio: 'inherit' });
  children.push(child);
  await once(child, 'message');
  return async (phase) => {
    child.send(phase);
    const [answer] = await Promise.race([
      once(child, 'message'),
      once(child, 'exit').then(() => {
        throw new Error('The load ended by itself.');
      }),
    ]);
    return answer;
  };
}

async function sample(server, samples, began, seconds) {
  const count = Math.max(LEAST_SAMPLES, Math.floor(seconds / SAMPLE_SECONDS));
  for (let number = 1; number <= count; number += 1) {
    const due = began + (number / count) * seconds * 1_000;
    await setTimeout(Math.max(0, due - performance.now()));
    samples.push({ ...(await server.memory()), seconds: (performance.now() - began) / 1_000 });
  }
}

function report({ capacity, closed, steady, over, after, samples, seconds, cpuSeconds, server }) {
  const settled = samples.filter(
    (one) => one.seconds > seconds * SETTLED && one.seconds <= seconds + 5,
  );
  const slopes = Object.fromEntries(
    ['heap', 'external', 'rss'].map((what) => [
      what,
      slopeOf(settled.map((one) => [one.seconds / 3_600, one[what] / 2 ** 20])),
    ]),
  );
  const goodput = over.right / over.seconds;
  const megabytes = (bytes) => Number((bytes / 2 ** 20).toFixed(1));
  const short = (number) => (number === null ? null : Number(number.toPrecision(3)));

  console.table(
    Object.entries({ closed, steady, 'twice as much': over, afterwards: after }).map(
      ([phase, { sent, right, refused, wrong, failed, seconds, times, refusals, late }]) => ({
        phase,
        'asked /s': Math.round(sent / seconds),
        'right /s': Math.round(right / seconds),
        refused,
        wrong,
        failed,
        'p50 ms': short(times.p50),
        'p99 ms': short(times.p99),
        'max ms': short(times.max),
        'refusal p99 ms': short(refusals.p99),
        'load late p99 ms': short(late.p99),
      }),
    ),
  );
  console.table(
    Object.entries(slopes).map(([memory, { slope, low, high }]) => ({
      memory,
      'MB at first': megabytes(settled[0]?.[memory] ?? 0),
      'MB at last': megabytes(samples.at(-1)[memory]),
      'MB an hour': short(slope),
      '95 % from': short(low),
      to: short(high),
    })),
  );
  console.log(
    `CPU of the server: ${((cpuSeconds / steady.sent) * 1_000).toFixed(2)} ms a request at ${STEADY * 100} %;`,
    `${availableParallelism()} cores, load ${loadavg()
      .map((one) => one.toFixed(1))
      .join(' ')}`,
  );

  const heap = megabytes(settled.at(-1)?.heap ?? 0);
  const expectations = {
    'steady: every answer is right': steady.right === steady.sent,
    ...(seconds * SETTLED >= FILLING && {
      'steady: memory does not grow': !(slopes.heap.low > 0 && slopes.heap.slope > heap * GROWTH),
    }),
    'twice as much: what is answered is right': over.wrong === 0,
    'twice as much: no connection fails': over.failed === 0,
    'twice as much: what is refused is refused within a second': !(over.refusals.p99 > 1_000),
    'twice as much: at least 0.6 of the capacity is answered': goodput >= capacity * 0.6,
    'afterwards: every answer is right': after.right === after.sent,
    'the server still runs': server.isRunning(),
  };
  for (const [name, holds] of Object.entries(expectations))
    console.log(holds ? 'ok  ' : 'MISS', name);
  for (const { examples } of [steady, over, after]) for (const one of examples) console.log(one);
  if (Object.values(expectations).includes(false)) process.exitCode = 1;
  if (values.json) {
    const all = { capacity, goodput, closed, steady, over, after, samples, slopes, expectations };
    return writeFile(values.json, `${JSON.stringify(all, null, 2)}\n`);
  }
}
