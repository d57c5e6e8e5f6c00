import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packagePath } from '../../src/server/package.ts';
import { type Running, startServer } from '../support/serve.ts';

const run = promisify(execFile);
const readme = await readFile(packagePath('README.md'), 'utf8');
const blocks = (language: string): string[] =>
  [...readme.matchAll(new RegExp(`^\`\`\`${language}\\n(.+?)^\`\`\``, 'gms'))].map(
    ([, text]) => text!,
  );

const commands = blocks('sh')
  .flatMap((block) => block.split('\n'))
  .filter((line) => line.startsWith('curl '));
const programs = blocks('js').flatMap((text) => {
  const client = text.match(/'(@\w+)\//)?.[1];
  return client === undefined ? [] : [[client, text] as const];
});

describe('README', () => {
  let running: Running;
  let folder: string;
  beforeAll(async () => {
    running = await startServer();
    folder = await mkdtemp(join(tmpdir(), 'caytre-clients-'));
    // A project that has installed the clients and this package.
    await mkdir(join(folder, 'node_modules'));
    for (const [name, path] of [
      ['caytre', '.'],
      ...['@apollo', '@urql', 'graphql', 'rxjs'].map((each) => [each, `node_modules/${each}`]),
    ] as const) {
      await symlink(packagePath(path!), join(folder, 'node_modules', name!), 'junction');
    }
  });
  afterAll(async () => {
    await running.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const here = (text: string): string => {
    const { host } = new URL(running.address);
    const moved = text.replaceAll(/(?:localhost|127\.0\.0\.1):4000\b/g, host);
    expect(moved).not.toBe(text);
    return moved;
  };

  it('has commands and programs of each client', () => {
    expect(commands.length).toBeGreaterThan(2);
    expect(programs.map(([client]) => client)).toEqual(['@apollo', '@urql']);
  });

  it.each(commands)('%s', async (command) => {
    const { stdout } = await run('sh', ['-c', `${here(command)} --silent`]);
    const { data, errors } = JSON.parse(stdout);
    expect(errors).toBeUndefined();
    expect(Object.values(data)).not.toEqual([]);
    expect(Object.values(data)).not.toContain(null);
  });

  it.each(programs)('has a program with %s that runs', async (client, program) => {
    const path = join(folder, `${client}.mjs`);
    await writeFile(path, here(program));
    const { stdout, stderr } = await run(process.execPath, [path], { cwd: folder });
    expect(stderr).toBe('');
    if (client === '@urql') expect(stdout).toBe('Bùi Thanh Sơn\n');
    else {
      const [before, today] = stdout.split(' ').map(Number);
      expect(before).toBeLessThan(today!);
    }
  });
});
