// Whether the server stands hours of work and more than it can do: finds its capacity for mixed traffic, then asks at 80 % of that for
// long, then twice as much as it can do, then little again. Fails where something was wrong. The load shares the machine's cores.
// Usage: node bench/soak.mjs [--minutes N] [--overload SECONDS] [--statements N] [--rate N] [--json FILE] [--log FILE]     (after "npm run build")
import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { report } from './soak-report.mjs';
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
    /** Where the log of the server is kept; nowhere when it is not given. */
    log: { type: 'string' },
  },
});
const beside = (file) => fileURLToPath(new URL(file, import.meta.url));
const STEADY = 0.8;
const OVERLOAD = 2;
const CONNECTIONS = 32;
/** How long answers are asked for before the capacity is measured, and how long it is, in seconds; less in a short soak. */
const WARM_UP = 30;
const MEASURED = 30;
const LEAST_MEASURED = 10;
/** By which part each rate that is tried as the capacity is less than the one before. */
const STEP = 0.1;
const RECOVERY_SECONDS = 5;
const folder = await mkdtemp(join(tmpdir(), 'caytre-soak-'));
const children = [];
// The log goes where that of a service goes: into a file.
const logFile = values.log ?? join(folder, 'log');
const log = await open(logFile, 'w');
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
  /** What came of a phase, with what the server used meanwhile, and how long it was kept from a core. */
  const phase = async (mode, options) => {
    const before = await server.used();
    const kept = keptFromCore(server.pid);
    const told = await ask(mode, options);
    const { at, cpu, held, samples } = await server.used();
    const since = (moment) => (moment - before.at) / 1_000;
    return {
      ...told,
      server: {
        cpu: cpu - before.cpu,
        held,
        kept: (keptFromCore(server.pid) - kept) / since(at),
        samples: samples.map((one) => ({ ...one, seconds: since(one.at) })),
      },
    };
  };

  const seconds = Number(values.minutes) * 60;
  const part = Math.max(LEAST_MEASURED, seconds / 4);
  await ask('closed', { seconds: Math.min(WARM_UP, part), connections: CONNECTIONS });
  const closed = await phase('closed', {
    seconds: Math.min(MEASURED, part),
    connections: CONNECTIONS,
  });
  console.log(
    `${CONNECTIONS} who wait: ${Math.round(closed.right / closed.seconds)} requests a second`,
  );
  /**
   * The greatest rate of which all are answered, sought downwards. Who waits for an answer before asking anew asks the less the
   * longer that takes; those who come evenly do not, and come on more connections, so that they can be served fewer.
   */
  const seek = async (rate) => {
    const { refused, wrong, failed } = await ask('open', {
      seconds: Math.min(MEASURED, part),
      rate,
    });
    console.log(
      `${Math.round(rate)} a second: ${refused} refused, ${wrong} wrong, ${failed} failed`,
    );
    await setTimeout(2_000);
    return refused + wrong + failed === 0 ? rate : seek(rate * (1 - STEP));
  };
  const capacity =
    values.rate === undefined ? await seek(closed.right / closed.seconds) : Number(values.rate);
  console.log(`capacity: ${Math.round(capacity)} requests a second`);

  const steady = await phase('open', { seconds, rate: capacity * STEADY });
  const over = await phase('open', {
    seconds: Number(values.overload),
    rate: capacity * OVERLOAD,
  });
  await setTimeout(2_000);
  const after = await phase('open', { seconds: RECOVERY_SECONDS, rate: capacity / 2 });

  const isRunning = server.isRunning();
  const all = { capacity, isRunning, phases: { closed, steady, over, after } };
  const { slopes, expectations } = report(all);
  if (Object.values(expectations).includes(false)) process.exitCode = 1;
  if (values.json) {
    const told = { ...all, slopes, expectations };
    await writeFile(values.json, `${JSON.stringify(told, null, 2)}\n`);
  }
}

async function startServer(data) {
  const child = spawn(
    process.execPath,
    ['--import', beside('soak-memory.mjs'), beside('../dist/bundle/main.js'), 'serve'],
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
  if (address === undefined) throw new Error(await readFile(logFile, 'utf8'));
  return {
    address,
    pid: child.pid,
    isRunning: () => !state.ended,
    /** Nothing is known of a server that has ended. */
    async used() {
      if (!state.ended) child.send('used', () => undefined);
      const [answer] = await Promise.race([once(child, 'message'), end]);
      if (answer === undefined) throw new Error('The server ended by itself.');
      return answer;
    },
  };
}

/** Seconds that the thread of a process that answers was ready to run while others had the cores; 0 where the system does not tell. */
function keptFromCore(pid) {
  try {
    return Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[1]) / 1e9;
  } catch {
    return 0;
  }
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
