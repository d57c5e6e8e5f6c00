import { execFileSync } from 'node:child_process';
import { mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

interface Packed {
  readonly filename: string;
  readonly files: readonly { readonly path: string }[];
}

/** What goes into the package, by path; the tests have built it before. */
export function pack(...options: readonly string[]): Packed {
  const command = ['pack', '--json', '--ignore-scripts', ...options];
  const output = execFileSync('npm', command, {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return (JSON.parse(output) as [Packed])[0];
}

/** Lays the package out in `folder` as a program that depends on it would have it. */
export async function installInto(folder: string): Promise<void> {
  const { filename } = pack('--pack-destination', folder);
  await mkdir(join(folder, 'node_modules'));
  execFileSync('tar', ['-xzf', filename], { cwd: folder });
  await rename(join(folder, 'package'), join(folder, 'node_modules/caytre'));
}
