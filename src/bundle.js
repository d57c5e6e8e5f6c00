// Puts the program, the threads that it starts and their dependencies together, so that a start reads a few files instead
// of some thousand; and beside them schema.graphql as it is parsed. Does nothing while what it would read has not changed since.
import { createHash } from 'node:crypto';
import { readFile, stat, writeFile } from 'node:fs/promises';

const target = 'dist/bundle/main.js';
const changed = async (file) => (await stat(file).catch(() => ({ mtimeMs: 0 }))).mtimeMs;

const read = await Promise.all(
  ['dist/.tsbuildinfo', 'package-lock.json', 'src/bundle.js', 'schema.graphql'].map(changed),
);
if ((await changed(target)) < Math.max(...read)) {
  const { rolldown } = await import('rolldown');
  const input = {
    main: 'dist/cli/main.js',
    'analytics-worker': 'dist/server/analytics/worker.js',
    'data-worker': 'dist/server/reload/worker.js',
    'picture-worker': 'dist/server/pictures/worker.js',
  };
  // Native code stays where it was installed.
  const bundle = await rolldown({ input, platform: 'node', external: ['@napi-rs/canvas'] });
  await bundle.write({ dir: 'dist/bundle', format: 'esm', cleanDir: true });
  const { parse } = await import('graphql');
  const text = await readFile('schema.graphql', 'utf8');
  const sha256 = createHash('sha256').update(text).digest('hex');
  const document = parse(text, { noLocation: true });
  await writeFile('dist/bundle/schema.json', JSON.stringify({ sha256, document }));
}
