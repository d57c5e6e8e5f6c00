import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { packagePath } from '../src/server/package.ts';
import { pack } from './support/pack.ts';

const manifest = JSON.parse(await readFile(packagePath('package.json'), 'utf8')) as {
  readonly bin: Readonly<Record<string, string>>;
  readonly exports: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
  readonly files: readonly string[];
};
const exported = Object.values(manifest.exports).flatMap((target) =>
  typeof target === 'string' ? [target] : Object.values(target),
);
const named = [...Object.values(manifest.bin), ...exported].map((path) => path.replace('./', ''));
const packed = pack('--dry-run').files.map(({ path }) => path);

it.each([...named, ...manifest.files])('%s is there after the build', (path) => {
  expect(existsSync(packagePath(path))).toBe(true);
});

it.each(named)('%s is in the package', (path) => {
  expect(packed).toContain(path);
});

it('tells the types of an entry before its code, which comes last', () => {
  for (const target of Object.values(manifest.exports)) {
    if (typeof target !== 'string') expect(Object.keys(target)).toEqual(['types', 'default']);
  }
});

it('holds what the program reads and what people read, and nothing that neither does', async () => {
  const operations = await readdir(packagePath('src/graphql/operations'));
  expect(packed).toEqual(
    expect.arrayContaining([
      'LICENSE',
      'README.md',
      'graph-data/ontology.yaml',
      'dist/client/generated/operations.d.ts',
      ...operations.map((name) => `src/graphql/operations/${name}`),
    ]),
  );
  const allowed =
    /^(?:LICENSE|README\.md|package\.json|schema\.graphql|dist\/(?:(?:bundle|client|errors|site|util)\/.*|licences\.txt|sbom\.json)|graph-data\/.*|src\/graphql\/operations\/.*\.graphql)$/;
  expect(packed.filter((path) => !allowed.test(path))).toEqual([]);
});

it('runs its command as a program', async () => {
  for (const path of Object.values(manifest.bin)) {
    expect(await readFile(packagePath(path), 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
  }
});
