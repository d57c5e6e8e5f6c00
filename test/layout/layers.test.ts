import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');
const run = promisify(execFile);

/** What design says each folder may import; the linter's own table must agree with it. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  util: [],
  errors: ['util'],
  ontology: ['util', 'errors'],
  data: ['util', 'errors', 'ontology'],
  graph: ['util', 'errors', 'ontology', 'data/dataset.ts'],
  store: ['util', 'errors', 'ontology', 'graph'],
  graphql: ['util', 'errors', 'ontology', 'store/port.ts'],
  server: ['util', 'errors', 'ontology', 'data', 'graph', 'store', 'graphql', 'client', 'pieces'],
  cli: ['util', 'errors', 'ontology', 'data', 'server'],
  client: ['util', 'errors/codes/client.ts'],
  pieces: ['util', 'client'],
  viewer: ['util', 'client', 'pieces'],
  web: ['util', 'client', 'pieces', 'viewer'],
  embed: ['util', 'client', 'pieces', 'viewer'],
  playground: ['util', 'client', 'pieces'],
};
const folders = Object.keys(mayImport);

/** Every file one could import, those that some may import alone among them, and whether `folder` may. */
const singled: Readonly<Record<string, readonly string[]>> = {
  errors: ['errors/codes/client.ts'],
  data: ['data/dataset.ts'],
  store: ['store/port.ts'],
};
const targets = folders.flatMap((name) => [...(singled[name] ?? []), `${name}/file.ts`]);
const isAllowed = (folder: string, target: string): boolean =>
  target.startsWith(`${folder}/`) ||
  mayImport[folder]!.some((allowed) => target === allowed || target.startsWith(`${allowed}/`));

describe('the import table', () => {
  let project: string;
  let refused: Set<string>;

  beforeAll(async () => {
    project = await mkdtemp(join(tmpdir(), 'caytre-layers-'));
    await symlink(join(root, 'biome.json'), join(project, 'biome.json'));
    for (const folder of folders) {
      await mkdir(join(project, 'src', folder), { recursive: true });
      for (const target of targets) {
        const path = target.startsWith(`${folder}/`)
          ? `./${target.slice(folder.length + 1)}`
          : `../${target}`;
        const name = `imports-${target.replace(/\W/g, '-')}.ts`;
        await writeFile(
          join(project, 'src', folder, name),
          `import { thing } from '${path}';\n\nexport const used = thing;\n`,
        );
      }
    }
    const { stdout } = await run(
      process.execPath,
      [
        biome,
        'lint',
        '--reporter=json',
        '--max-diagnostics=none',
        '--only=style/noRestrictedImports',
        'src',
      ],
      { cwd: project, maxBuffer: 1 << 26 },
    ).catch((error: { stdout: string }) => error);
    const report = JSON.parse(stdout) as {
      diagnostics: { category: string; location: { path: string | { file: string } } }[];
    };
    refused = new Set(
      report.diagnostics
        .filter(({ category }) => category === 'lint/style/noRestrictedImports')
        .map(({ location }) =>
          typeof location.path === 'string' ? location.path : location.path.file,
        ),
    );
  });
  afterAll(() => rm(project, { recursive: true, force: true }));

  it.each(folders)('%s imports only what it may', (folder) => {
    for (const target of targets) {
      const file = `src/${folder}/imports-${target.replace(/\W/g, '-')}.ts`;
      expect({ file, refused: refused.has(file) }).toEqual({
        file,
        refused: !isAllowed(folder, target),
      });
    }
  });
});
