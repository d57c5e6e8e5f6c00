import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { judge } from '../src/check-schema.js';

const script = fileURLToPath(new URL('../src/check-schema.js', import.meta.url));

const first = 'type Query { name: String! age: String }';
const same = `"Where every question starts." ${first}`;
const wider = 'type Query { name: String! age: String born: String }';
const broken = 'type Query { name: String! }';
const risky = 'type Query { name: String! age(unit: String): String }';

describe('a change of the schema', () => {
  const change = (schema: string, from: string, to: string) =>
    judge({ schema: first, version: from }, { schema, version: to });

  it('that breaks no client needs no higher version', () => {
    for (const schema of [first, same, wider]) {
      expect(change(schema, '1.0.0', '1.0.0')).toMatchObject({ breaking: [], holds: true });
    }
  });

  it('that may surprise a client is told, and needs no higher version', () => {
    const { breaking, dangerous, holds } = change(risky, '1.0.0', '1.0.0');
    expect({ breaking, holds }).toEqual({ breaking: [], holds: true });
    expect(dangerous.map(({ type }) => type)).toEqual(['OPTIONAL_ARG_ADDED']);
  });

  it.each([
    ['0.1.0', '0.1.0', false, '0.2.0'],
    ['0.1.0', '0.1.9', false, '0.2.0'],
    ['0.1.0', '0.2.0', true, '0.2.0'],
    ['0.9.3', '0.10.0', true, '0.10.0'],
    ['0.9.3', '1.0.0', true, '0.10.0'],
    ['0.9.3', '0.8.0', false, '0.10.0'],
    ['1.2.3', '1.3.0', false, '2.0.0'],
    ['1.2.3', '2.0.0', true, '2.0.0'],
    ['1.2.3', '0.9.0', false, '2.0.0'],
    ['9.0.0', '10.0.0-beta.1', true, '10.0.0'],
  ])('that breaks clients, from version %s to %s: %s', (from, to, holds, needed) => {
    const judged = change(broken, from, to);
    expect(judged).toMatchObject({ holds, needed });
    expect(judged.breaking.map(({ description }) => description)).toEqual([
      'Query.age was removed.',
    ]);
  });
});

describe('npm run check:schema', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'caytre-release-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const git = (...command: string[]) => {
    const settings = ['user.name=A', 'user.email=a@example.org', 'commit.gpgsign=false'];
    const all = [...settings.flatMap((setting) => ['-c', setting]), ...command];
    execFileSync('git', all, { cwd: folder, stdio: 'ignore' });
  };
  const write = (version: string, schema?: string) => {
    writeFileSync(join(folder, 'package.json'), `${JSON.stringify({ version }, null, 2)}\n`);
    if (schema !== undefined) writeFileSync(join(folder, 'schema.graphql'), schema);
  };
  const commit = (version: string, schema?: string) => {
    write(version, schema);
    git('add', '-A');
    git('commit', '--allow-empty', '-m', 'A change');
  };
  const check = (cwd = folder) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [script], {
      cwd,
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    return { passed: status === 0, said: stdout };
  };

  it('compares with the commit that set the version, and takes a raised version for an answer', () => {
    git('init');
    commit('0.1.0', first);
    commit('0.1.0', wider);
    expect(check()).toMatchObject({ passed: true });
    commit('0.1.0', broken);
    const failed = check();
    expect(failed.passed).toBe(false);
    expect(failed.said).toContain('breaking   FIELD_REMOVED: Query.age was removed.');
    expect(failed.said).toContain('raise the version in package.json from 0.1.0 to 0.2.0');
    commit('0.2.0');
    expect(check().passed).toBe(true);
    // From now on, that is the release.
    commit('0.2.0', 'type Query { title: String! }');
    expect(check()).toMatchObject({ passed: false });
    expect(check().said).not.toContain('Query.age');
  });

  it('holds a release against the one before it, and what is not committed against the last', () => {
    git('init');
    commit('0.1.0', first);
    commit('0.1.1', broken);
    expect(check().passed).toBe(false);
    write('0.1.1', wider);
    expect(check()).toMatchObject({ passed: true });
    write('0.1.1', 'type Query { title: String! }');
    expect(check()).toMatchObject({ passed: false });
  });

  it('compares with the newest tag where there is one', () => {
    git('init');
    commit('0.1.0', first);
    commit('0.1.0', wider);
    git('tag', 'v0.1.0');
    git('tag', 'verified');
    commit('0.1.0', first);
    expect(check().said).toContain('compared with that of v0.1.0');
    expect(check().said).toContain('Query.born was removed.');
    expect(check().passed).toBe(false);
  });

  it('says so and passes where there is nothing to compare with', () => {
    write('0.1.0', first);
    expect(check()).toEqual({
      passed: true,
      said: 'Nothing to compare schema.graphql with: git knows no release before this.\n',
    });
    git('init');
    commit('0.1.0', first);
    expect(check().said).toContain('git knows no release before this');
  });

  it('says so and passes where the release had no schema', () => {
    git('init');
    commit('0.1.0');
    commit('0.1.0', first);
    expect(check()).toMatchObject({ passed: true });
    expect(check().said).toMatch(/^Nothing .*: the release [0-9a-f]+ has none\.\n$/);
  });

  it('says so and passes where the history is cut', () => {
    git('init');
    commit('0.1.0', first);
    commit('0.1.0', wider);
    commit('0.1.0', broken);
    const copy = join(folder, 'copy');
    git('clone', '--depth', '2', `file://${folder}`, copy);
    expect(check(copy)).toEqual({
      passed: true,
      said: 'Nothing to compare schema.graphql with: the history is cut.\n',
    });
  });
});
