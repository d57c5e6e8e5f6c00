// What one process and several of the built program answer: requests a second, and the CPU time that each request takes. The load
// comes from this process, on the same cores: where there are as few cores as workers, requests a second cannot follow the workers,
// and the CPU time of a request tells what they would reach with the cores for themselves.
// Usage: node bench/workers.mjs [--workers 1,2] [--rounds N] [--seconds N] [--connections N] [--json FILE]   (after "npm run build"; Linux)
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import autocannon from 'autocannon';
import { median } from './median.mjs';

const { values } = parseArgs({
  options: {
    workers: { type: 'string', default: '1,2' },
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '3' },
    connections: { type: 'string', default: '16' },
    json: { type: 'string' },
  },
});
const PROGRAM = fileURLToPath(new URL('../dist/bundle/main.js', import.meta.url));
/** The kernel counts CPU time in hundredths of a second on all machines of today. */
const TICK = 0.01;

/** So many requests to each process before any is timed, so that its code is compiled. */
const WARM_UP = 1_500;

/** Three lists in one another, about 300 objects. */
const query = `{ conferences(first: 5) { edges { node { id statements(first: 10) { edges { node {
  property subject { id } citations { paragraph source { id } } } } } } } } }`;

/** A server with so many workers, warm. */
async function start(workers) {
  const child = spawn(process.execPath, [PROGRAM, 'serve', '--workers', String(workers)], {
    env: {
      ...process.env,
      ...{ PORT: '0', ADMIN_PORT: 'off', WATCH: 'false', LOG_LEVEL: 'error' },
      // Each question is to be computed.
      ANSWER_CACHE: '0',
      NODE_ENV: 'production',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = await once(child.stdout.setEncoding('utf8'), 'data');
  const server = { workers, child, address: /http:\S+/.exec(line)[0], rounds: [] };
  await load(server, { amount: WARM_UP * workers });
  return server;
}

/** Seconds of CPU that a server has used, all of its processes and threads together. */
async function cpuOf({ child }) {
  const children = await readFile(`/proc/${child.pid}/task/${child.pid}/children`, 'utf8');
  const pids = [child.pid, ...children.trim().split(' ').filter(Boolean)];
  const taken = pids.map(async (pid) => {
    const fields = (await readFile(`/proc/${pid}/stat`, 'utf8')).split(') ')[1].split(' ');
    return (Number(fields[11]) + Number(fields[12])) * TICK;
  });
  return (await Promise.all(taken)).reduce((sum, seconds) => sum + seconds, 0);
}

/** So much load: seconds, or requests. All must be answered. */
async function load(server, length) {
  const began = [await cpuOf(server), process.cpuUsage()];
  const result = await autocannon({
    url: `${server.address}/graphql`,
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
    connections: Number(values.connections),
    ...length,
  });
  const requests = result['2xx'];
  if (result.errors + result.timeouts + result.non2xx > 0 || requests === 0) {
    throw new Error(`With ${server.workers} workers not all was answered.`);
  }
  const { user, system } = process.cpuUsage(began[1]);
  return {
    perSecond: requests / result.duration,
    p99: result.latency.p99,
    server: (await cpuOf(server)) - began[0],
    generator: (user + system) / 1e6,
    seconds: result.duration,
    requests,
  };
}

const servers = [];
for (const workers of values.workers.split(',')) servers.push(await start(Number(workers)));
try {
  for (let round = 0; round < Number(values.rounds); round += 1) {
    for (const server of servers)
      server.rounds.push(await load(server, { duration: Number(values.seconds) }));
  }
} finally {
  for (const { child } of servers) child.kill('SIGTERM');
}

const results = servers.map(({ workers, rounds }) => {
  const of = (pick) => median(rounds.map(pick));
  return {
    workers,
    perSecond: of(({ perSecond }) => perSecond),
    p99: of(({ p99 }) => p99),
    serverMs: of(({ server, requests }) => (server / requests) * 1000),
    generatorMs: of(({ generator, requests }) => (generator / requests) * 1000),
    coresUsed: of(({ server, seconds }) => server / seconds),
  };
});
const [first] = results;
console.log(
  `Medians of ${values.rounds} rounds of ${values.seconds} s, ${values.connections} connections, ${availableParallelism()} cores that the load shares, Node ${process.version}`,
);
console.table(
  results.map(({ workers, perSecond, p99, serverMs, generatorMs, coresUsed }) => ({
    workers,
    'requests/s': Math.round(perSecond),
    'times the first': Number((perSecond / first.perSecond).toFixed(2)),
    'p99, ms': p99,
    'server CPU ms/request': Number(serverMs.toFixed(3)),
    'load CPU ms/request': Number(generatorMs.toFixed(3)),
    'cores the server used': Number(coresUsed.toFixed(2)),
    'requests/s with a core for each': Math.round((workers / serverMs) * 1000),
  })),
);
if (values.json) await writeFile(values.json, `${JSON.stringify(results, null, 2)}\n`);
