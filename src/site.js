// Builds what browsers load: the explorer, the playground, the script of the pieces and the style of the pages that the server
// renders, each into a folder of dist/site, with its files compressed beside them; and puts the fonts there that pictures are
// drawn with. Does nothing for one while what it would read has not changed since.
import { copyFile, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { listOf, packagesWithin } from './packages-within.js';

const path = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url));
const shared = [
  'package-lock.json',
  'src/site.js',
  'src/packages-within.js',
  'src/client',
  'src/pieces',
  'src/util',
];
const builds = {
  web: {
    reads: ['src/web', 'src/viewer'],
    base: '/site/web/',
    options: {
      input: 'src/web/index.html',
      output: {
        codeSplitting: {
          groups: [
            // What several views share comes as one script: a browser asks a server for six at a time, and many small ones wait.
            {
              name: 'shared',
              test: /src\/(?:client|util|web\/(?:state|parts))\/|src\/pieces\/[^/]+$|node_modules\/@?(?:preact|tanstack)/,
              minShareCount: 2,
              includeDependenciesRecursively: false,
            },
          ],
        },
      },
    },
  },
  playground: {
    reads: ['src/playground'],
    base: '/site/playground/',
    options: {
      input: 'src/playground/index.html',
      // Libraries for React mark files for servers that render; here is none.
      onLog: (level, log, tell) => log.code === 'MODULE_LEVEL_DIRECTIVE' || tell(level, log),
    },
  },
  embed: {
    reads: ['src/embed', 'src/viewer'],
    // Relative: the pages that load it are on other hosts.
    base: './',
    workers: { entryFileNames: 'embed-assets/[name]-[hash].js' },
    options: {
      input: 'src/embed/embed.ts',
      output: {
        entryFileNames: 'embed.js',
        chunkFileNames: 'embed-assets/[name]-[hash].js',
        assetFileNames: 'embed-assets/[name]-[hash][extname]',
        // What the pieces share with the elements: were it in embed.js, whose address may have a query, it would be loaded twice.
        codeSplitting: { groups: [{ name: 'elements', test: /src\/embed\/elements\.ts$/ }] },
      },
    },
  },
  pages: {
    reads: ['src/server/pages/style.css'],
    base: '/site/pages/',
    options: {
      input: 'src/server/pages/style.css',
      output: { assetFileNames: '[name]-[hash][extname]' },
    },
  },
  // The script of the pages that stand in frames.
  frame: {
    reads: ['src/embed'],
    base: './',
    options: {
      input: 'src/embed/frame.ts',
      output: { entryFileNames: 'frame.js' },
    },
  },
};
const fonts = {
  from: 'node_modules/@expo-google-fonts/be-vietnam-pro',
  weights: ['400Regular', '400Regular_Italic', '500Medium', '600SemiBold', '700Bold'],
};

/** When the newest of some files and folders, and of all within them, was changed. */
async function changed(name) {
  const found = await stat(path(name)).catch(() => undefined);
  if (found === undefined) return 0;
  const within = found.isDirectory() ? await readdir(path(name)) : [];
  return Math.max(
    found.mtimeMs,
    ...(await Promise.all(within.map((each) => changed(join(name, each))))),
  );
}

/** Writes each file that is worth it a second time, compressed, so that the server need not. */
async function compress(folder) {
  for (const entry of await readdir(path(folder), { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.(?:js|css|json|svg|ttf)$/.test(entry.name)) continue;
    const file = join(entry.parentPath, entry.name);
    await writeFile(`${file}.gz`, await promisify(gzip)(await readFile(file), { level: 9 }));
  }
}

for (const [name, { reads, base, options, workers = {} }] of Object.entries(builds)) {
  const folder = `dist/site/${name}`;
  const stamp = path(`${folder}/.built`);
  const built = (await stat(stamp).catch(() => ({ mtimeMs: 0 }))).mtimeMs;
  if (built >= Math.max(...(await Promise.all([...shared, ...reads].map(changed))))) continue;
  const { build } = await import('vite');
  const packages = new Set();
  const plugins = () => [packagesWithin(packages)];
  await build({
    root: path('src'),
    base,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    plugins: plugins(),
    build: {
      outDir: path(folder),
      emptyOutDir: true,
      target: 'es2023',
      // Those that know light-dark(): what stands in for it elsewhere follows no page that sets its colour scheme by script.
      cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
      // Of the pages that pieces are embedded in nothing is changed, not even to load a script sooner.
      modulePreload: base === './' ? false : { polyfill: false },
      chunkSizeWarningLimit: 8_000,
      rolldownOptions: { ...options, input: [options.input].flat().map(path) },
    },
    worker: { format: 'es', plugins, rolldownOptions: { output: workers } },
  });
  // Pictures have no style sheet: their colours are taken from here.
  if (name === 'pages') await copyFile(path('src/pieces/theme.css'), path(`${folder}/theme.css`));
  await compress(folder);
  await writeFile(stamp, listOf(packages));
}

await mkdir(path('dist/site/fonts'), { recursive: true });
for (const weight of fonts.weights) {
  const file = `BeVietnamPro_${weight}.ttf`;
  if ((await stat(path(`dist/site/fonts/${file}`)).catch(() => undefined)) !== undefined) continue;
  await copyFile(path(`${fonts.from}/${weight}/${file}`), path(`dist/site/fonts/${file}`));
}
