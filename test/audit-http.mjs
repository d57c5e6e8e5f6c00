// Runs every audit of graphql-http (https://github.com/graphql/graphql-http) against a server and prints each.
// Usage: node test/audit-http.mjs [--url URL]     (without URL: the built program, so after "npm run build")
// Ends with 1 when an audit fails, or when there are not as many as there should be.
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { serverAudits } from 'graphql-http';

const AUDITS = 61;

const { values } = parseArgs({ options: { url: { type: 'string' } } });

/** Starts the built program; gives its address and the way to end it. */
async function start() {
  const cacheFolder = await mkdtemp(join(tmpdir(), 'caytre-audit-'));
  const program = fileURLToPath(new URL('../dist/bundle/main.js', import.meta.url));
  const child = spawn(process.execPath, [program, 'serve'], {
    env: { ...process.env, PORT: '0', LOG_LEVEL: 'error', CACHE_FOLDER: cacheFolder },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
    await rm(cacheFolder, { recursive: true, force: true });
  };
  let printed = '';
  for await (const chunk of child.stdout.iterator({ destroyOnReturn: false })) {
    printed += chunk;
    const address = /answers at (http:\/\/[^/\s]+)/.exec(printed)?.[1];
    if (address) return { url: `${address}/graphql`, stop };
  }
  await stop();
  throw new Error('The server did not start.');
}

const { url, stop } = values.url ? { url: values.url, stop: async () => {} } : await start();
const audits = serverAudits({
  url,
  // The header by which a GET shows that no form sent it.
  fetchFn: (address, init = {}) =>
    fetch(address, { ...init, headers: { ...init.headers, 'apollo-require-preflight': 'true' } }),
});
let passed = 0;
try {
  for (const audit of audits) {
    const result = await audit.fn();
    if (result.status === 'ok') passed += 1;
    const why = result.status === 'ok' ? '' : `: ${result.reason}`;
    console.log(`${result.status.padEnd(6)} ${audit.id} ${audit.name}${why}`);
  }
} finally {
  await stop();
}
console.log(`${passed} of ${audits.length} audits passed`);
if (passed !== AUDITS || audits.length !== AUDITS) process.exitCode = 1;
