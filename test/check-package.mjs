// Installs the package, as npm packs it, into an empty folder, without what is for development and without running a script of
// any package; starts it there, and asks it something. Needs the registry, as "npm ci" does.
// Usage: npm run check:package     (after "npm run build"). Ends with 1 when something is not as it should be.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));
const folder = await mkdtemp(join(tmpdir(), 'caytre-installed-'));
const npm = (cwd, ...args) =>
  execFileSync('npm', [...args, '--ignore-scripts'], {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });

/** The address that the program prints, once it answers there. */
async function addressOf(program) {
  for await (const line of createInterface({ input: program.stdout })) {
    const [address] = /http:\/\/\S+/.exec(line) ?? [];
    if (address !== undefined) return address.replace(/\/$/, '');
  }
  throw new Error(`The program ended with ${program.exitCode} and printed no address.`);
}

let program;
try {
  const [{ filename }] = JSON.parse(npm(root, 'pack', '--json', '--pack-destination', folder));
  await writeFile(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n');
  npm(
    folder,
    'install',
    join(folder, filename),
    '--omit=dev',
    '--prefer-offline',
    '--no-audit',
    '--loglevel=error',
  );

  const installed = join(folder, 'node_modules/caytre');
  const { version, devDependencies } = JSON.parse(
    await readFile(join(installed, 'package.json'), 'utf8'),
  );
  for (const name of ['licences.txt', 'sbom.json']) await readFile(join(installed, 'dist', name));

  program = spawn(join(folder, 'node_modules/.bin/caytre'), ['serve'], {
    cwd: folder,
    env: { ...process.env, PORT: '0', LOG_LEVEL: 'warn', CACHE_FOLDER: join(folder, 'cache') },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const address = await addressOf(program);
  const response = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ entity(id: "country:jpn") { name(lang: EN) } }' }),
  });
  const { data, errors } = await response.json();
  assert.deepEqual({ data, errors }, { data: { entity: { name: 'Japan' } }, errors: undefined });
  // Pictures are drawn by the one dependency that is native.
  const picture = await fetch(`${address}/embed/card.png?entity=country:jpn`);
  assert.equal(picture.headers.get('content-type'), 'image/png');
  assert.equal((await fetch(`${address}/playground`)).status, 200);

  const client = `import { createClient } from 'caytre/client'; console.log(typeof createClient);`;
  const printed = execFileSync(process.execPath, ['--input-type=module', '-e', client], {
    cwd: folder,
    encoding: 'utf8',
  });
  assert.equal(printed.trim(), 'function');
  console.log(
    `caytre ${version} runs where it is installed, without ${Object.keys(devDependencies).length} packages for development.`,
  );
} finally {
  if (program !== undefined && program.exitCode === null) {
    const ended = new Promise((resolve) => program.once('exit', resolve));
    program.kill('SIGTERM');
    await ended;
  }
  await rm(folder, { recursive: true, force: true });
}
