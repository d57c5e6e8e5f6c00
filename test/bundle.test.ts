import { execFileSync } from 'node:child_process';
import { copyFile, cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { packagePath, packageVersion } from '../src/server/package.ts';

const folder = await mkdtemp(join(tmpdir(), 'caytre-bundle-'));
afterAll(() => rm(folder, { recursive: true }));
const bundle = join(folder, 'dist/bundle');
await cp(packagePath('dist/bundle'), bundle, { recursive: true });
await copyFile(packagePath('package.json'), join(folder, 'package.json'));
const names = await readdir(bundle);
const kept = names.filter((name) => name.endsWith('.bin'));

const version = (): string =>
  execFileSync(process.execPath, [join(bundle, 'main.js'), '--version'], { encoding: 'utf8' });

it('the build keeps the code of what a start runs, for this engine on this processor', () => {
  expect(kept).toEqual([`code-${process.version}-${process.platform}-${process.arch}.bin`]);
});

it('no script of the bundle imports, for one whose code was kept cannot', async () => {
  const scripts = names.filter((name) => name.endsWith('.cjs'));
  const texts = await Promise.all(scripts.map((name) => readFile(join(bundle, name), 'utf8')));
  for (const text of texts) expect(text).not.toMatch(/await import\(|[=(] *import\(['"]/);
});

it.each([
  ['as it was kept', (bytes: Buffer) => bytes],
  ['that was cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
  ['of something else', () => Buffer.from('This is no code.')],
])('the program runs with code %s', async (_what, change) => {
  const file = join(bundle, kept[0]!);
  const bytes = await readFile(file);
  await writeFile(file, change(bytes));
  expect(version()).toBe(`${packageVersion()}\n`);
  await writeFile(file, bytes);
});
