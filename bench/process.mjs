// A server in a process of its own, for benchmarks.
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

export const here = (path) => fileURLToPath(new URL(path, import.meta.url));

// A benchmark that is told to end ends by itself, so that its servers are ended too.
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));

/** Starts a program of Node that prints "answers at ADDRESS". */
export async function startProcess(command, environment = {}) {
  const child = spawn(process.execPath, command, {
    env: { ...process.env, NODE_ENV: 'production', PORT: '0', LOG_LEVEL: 'warn', ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  // Whatever goes wrong, no server outlives the benchmark.
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  const ended = new Promise((resolve) => child.once('exit', resolve));
  let printed = '';
  let address;
  for await (const chunk of child.stdout) {
    printed += chunk;
    address = printed.match(/answers at (http:\/\/[^\s]+)/)?.[1];
    if (address) break;
  }
  if (!address) throw new Error(`${command.join(' ')} did not start: ${printed}`);
  return {
    address: address.replace(/\/$/, ''),
    pid: child.pid,
    async stop() {
      child.kill('SIGTERM');
      await ended;
      process.off('exit', kill);
    },
  };
}

/** Seconds that the threads of a process have had a core, or `undefined` where the system does not tell (it is Linux that does). */
export function cpuSeconds(pid) {
  try {
    const threads = readdirSync(`/proc/${pid}/task`);
    const spent = threads.map((thread) =>
      Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ', 1)[0]),
    );
    return spent.reduce((sum, one) => sum + one, 0) / 1e9;
  } catch {
    return undefined;
  }
}

/** Waits until a process has done what it does unasked, such as a warm-up: for a second it hardly had a core. */
export async function quiet(pid) {
  for (let before = -1, now = 0; now - before > 0.05; ) {
    before = cpuSeconds(pid) ?? 0;
    await setTimeout(1_000);
    now = cpuSeconds(pid) ?? 0;
  }
}
