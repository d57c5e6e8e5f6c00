import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { packagePath } from '../src/server/package.ts';

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}
interface Locked {
  readonly version: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly link?: boolean;
}
const read = async (name: string) => JSON.parse(await readFile(packagePath(name), 'utf8'));
const manifest = (await read('package.json')) as Manifest;
const { packages } = (await read('package-lock.json')) as {
  readonly packages: Readonly<Record<string, Locked>>;
};
const installed = Object.entries(packages).filter(([at]) => at !== '');

it('one version of each package is asked for, and locked', () => {
  const { dependencies, devDependencies } = manifest;
  expect(packages['']).toMatchObject({ dependencies, devDependencies });
  for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies })) {
    expect(version, name).toMatch(/^\d+\.\d+\.\d+(?:-[\w.]+)?$/);
    expect(packages[`node_modules/${name}`]?.version, name).toBe(version);
  }
});

it('each locked package is known by its hash, and comes from the registry', () => {
  expect(installed.length).toBeGreaterThan(0);
  for (const [at, { integrity, resolved, link }] of installed) {
    expect(link, at).toBeUndefined();
    expect(integrity, at).toMatch(/^sha512-[\w+/]{86}==$/);
    if (resolved !== undefined) expect(resolved, at).toMatch(/^https:\/\/registry\.npmjs\.org\//);
  }
});
