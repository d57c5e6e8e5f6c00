import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { findKey, parseKeys } from '../../src/server/access/keys.ts';

const program = fileURLToPath(new URL('../../dist/bundle/main.js', import.meta.url));
const run = (...args: readonly string[]) =>
  spawnSync(process.execPath, [program, 'key', ...args], { encoding: 'utf8' });

describe('caytre key new', () => {
  it('prints the line for the file, and apart from it the key', () => {
    const { status, stdout, stderr } = run('new', 'grafana', '--role', 'admin', '--rate', '600');
    expect(status).toBe(0);
    const { keys, problems } = parseKeys(stdout, 'keys');
    expect(problems).toEqual([]);
    const key = /ctk_[\w-]{43}/.exec(stderr)![0];
    expect(findKey(keys, key)).toMatchObject({ name: 'grafana', role: 'admin', rate: 600 });
    expect(stdout).not.toContain(key);
  });

  it.each([
    ['a name', ['new', 'a b'], /KEY_INVALID/],
    ['a role', ['new', 'a', '--role', 'writer'], /Allowed choices are reader, admin/],
    ['a rate', ['new', 'a', '--rate', '0'], /whole number/],
  ])('refuses %s that will not do', (_what, args, told) => {
    const { status, stdout, stderr } = run(...args);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(told);
  });
});
