// Puts the program, the threads that it starts and their dependencies together, so that a start reads a few files instead
// of some thousand; and beside them schema.graphql as it is parsed, and the code of what a start runs, so that the next need not
// compile it. Does nothing while what it would read has not changed since.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFile, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { listOf, packagesWithin } from './packages-within.js';

const target = 'dist/bundle/main.js';
const changed = async (file) => (await stat(file).catch(() => ({ mtimeMs: 0 }))).mtimeMs;

const read = await Promise.all(
  [
    'dist/.tsbuildinfo',
    'package-lock.json',
    'src/bundle.js',
    'src/bundled/run.cjs',
    'src/bundled/create-hash.js',
    'src/keep-code.js',
    'src/packages-within.js',
    'schema.graphql',
  ].map(changed),
);
if ((await changed(target)) < Math.max(...read)) {
  const { rolldown } = await import('rolldown');
  const input = {
    main: 'dist/cli/main.js',
    'analytics-worker': 'dist/server/analytics/worker.js',
    'data-worker': 'dist/server/reload/worker.js',
    'server-worker': 'dist/server/workers/worker.js',
    'picture-worker': 'dist/server/pictures/worker.js',
  };
  // Native code stays where it was installed.
  const external = ['@napi-rs/canvas'];
  const packages = new Set();
  const plugins = [packagesWithin(packages)];
  const alias = { '@apollo/utils.createhash': resolve('src/bundled/create-hash.js') };
  const bundle = await rolldown({ input, platform: 'node', external, plugins, resolve: { alias } });
  // Names that tell what stands in the files tell whose code it is that is kept.
  const names = { entryFileNames: '[name]-[hash].cjs', chunkFileNames: '[name]-[hash].cjs' };
  const { output } = await bundle.write({
    dir: 'dist/bundle',
    format: 'cjs',
    // What stays where it was installed is asked for as all else is: a script whose code was kept cannot import.
    dynamicImportInCjs: false,
    cleanDir: true,
    ...names,
  });
  await copyFile('src/bundled/run.cjs', 'dist/bundle/run.cjs');
  const entries = new Map(
    output.filter((each) => each.isEntry).map((each) => [each.name, each.fileName]),
  );
  for (const [name, file] of entries) {
    const start = `#!/usr/bin/env node\nimport bundle from './run.cjs';\nbundle.run('${file}');\n`;
    await writeFile(`dist/bundle/${name}.js`, start);
  }
  await writeFile('dist/bundle/.built', listOf(packages));
  const { parse } = await import('graphql');
  const text = await readFile('schema.graphql', 'utf8');
  const sha256 = createHash('sha256').update(text).digest('hex');
  const document = parse(text, { noLocation: true });
  await writeFile('dist/bundle/schema.json', JSON.stringify({ sha256, document }));
  await keepCode(entries.get('main'));
}

/** Of a start on data that was compiled before, as most starts are. Data that cannot be served leaves no code, and is told of elsewhere. */
async function keepCode(entry) {
  const run = promisify(execFile);
  const folder = await mkdtemp(join(tmpdir(), 'caytre-code-'));
  const env = { NODE_ENV: 'production', PORT: '0', LOG_LEVEL: 'silent', CACHE_FOLDER: folder };
  try {
    await run(process.execPath, [target, 'stats'], { env });
    await run(process.execPath, ['src/keep-code.js', entry], { env, timeout: 60_000 });
  } catch (error) {
    process.emitWarning(
      `Starts take longer, for the program could not be started: ${error.message}`,
    );
  } finally {
    await rm(folder, { recursive: true });
  }
}
