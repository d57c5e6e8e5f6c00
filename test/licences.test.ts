import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { refused, shipped } from '../src/licences.js';
import { packagePath } from '../src/server/package.ts';

const packages = await shipped();
const named = packages.map(({ name, version }) => `${name}@${version}`);

describe('licences', () => {
  it('of all that ships let it be used by anyone in anything', () => {
    expect(refused(packages)).toEqual([]);
  });

  it.each([
    ['GPL-3.0-only', false],
    ['MPL-2.0', false],
    ['SEE LICENSE IN LICENSE', false],
    ['UNLICENSED', false],
    ['', false],
    [undefined, false],
    ['(MIT OR GPL-2.0-only)', false],
    ['MIT AND (ISC OR LGPL-3.0-or-later)', false],
    ['Apache-2.0 WITH LLVM-exception', false],
    ['MIT', true],
    ['(MIT AND BSD-3-Clause)', true],
    ['MIT OR Apache-2.0', true],
  ])('that are "%s" are allowed: %s', (license, holds) => {
    const found = refused([
      { name: 'some', version: '1.0.0', ...(license !== undefined && { license }) },
    ]);
    expect(found).toHaveLength(holds ? 0 : 1);
    for (const text of found) expect(text).toContain('some 1.0.0');
  });

  it('are told of what the program, its pages, its pictures and its map hold', async () => {
    const bundled = packages.filter((each) => each.bundled).map(({ name }) => name);
    expect(bundled).toEqual(
      expect.arrayContaining(['fastify', 'graphiql', 'monaco-editor', 'sigma', 'world-atlas']),
    );
    expect(named).toContain('@expo-google-fonts/be-vietnam-pro@0.4.1');
    const text = await readFile(packagePath('dist/licences.txt'), 'utf8');
    const lines = new Set(text.split('\n'));
    for (const { name, version, license } of packages) {
      expect(lines).toContain(`${name} ${version} (${license})`);
    }
    expect(text).toContain('SIL OPEN FONT LICENSE Version 1.1');
    expect(text).toContain('Permission is hereby granted');
  });

  it('of which a package gives no text are told by one that is given', async () => {
    const text = await readFile(packagePath('dist/licences.txt'), 'utf8');
    const bare = text.split(/\n-{80}\n/).find((part) => part.includes('\n\nNo text is given.'));
    const heads = bare!.split('\n\n')[0]!.split('\n');
    expect(heads.filter((head) => !head.endsWith(' (MIT)'))).toEqual([]);
  });
});

interface Bill {
  readonly bomFormat: string;
  readonly specVersion: string;
  readonly metadata: { readonly component: Component };
  readonly components: readonly Component[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[];
}
interface Component {
  readonly 'bom-ref': string;
  readonly type: string;
  readonly name: string;
  readonly version: string;
  readonly purl: string;
  readonly hashes?: readonly { readonly alg: string; readonly content: string }[];
}

describe('the bill of materials', async () => {
  const bill = JSON.parse(await readFile(packagePath('dist/sbom.json'), 'utf8')) as Bill;

  it('names every package that ships and no other, each once, with its hash', () => {
    const listed = bill.components.map(({ name, version }) => `${name}@${version}`);
    expect(listed.sort()).toEqual([...new Set(named)].sort());
    for (const { type, name, purl, hashes } of bill.components) {
      expect(type).toBe('library');
      expect(purl).toMatch(/^pkg:npm\/(?:%40[^/]+\/)?[^/@]+@\d/);
      expect(hashes?.[0]?.alg, name).toBe('SHA-512');
      expect(hashes?.[0]?.content, name).toMatch(/^[0-9a-f]{128}$/);
    }
  });

  it('is one of CycloneDX for this package, whose dependencies lead to components', () => {
    expect(bill).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.5' });
    expect(bill.metadata.component.name).toBe('caytre');
    const refs = [bill.metadata.component, ...bill.components].map((each) => each['bom-ref']);
    expect(new Set(refs).size).toBe(refs.length);
    expect(bill.dependencies.map(({ ref }) => ref).sort()).toEqual(refs.sort());
    expect(bill.dependencies.flatMap((each) => each.dependsOn)).toSatisfy((all: string[]) =>
      all.every((ref) => refs.includes(ref)),
    );
  });
});
