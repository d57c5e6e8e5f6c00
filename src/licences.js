// Writes what the package says of the work of others in it: dist/licences.txt, the notices that their licences ask for, and
// dist/sbom.json, a bill of materials (CycloneDX). Of others are the packages that it depends on, and those that the scripts of
// its pages are put together from. Does nothing while what it would read has not changed since.
import { execFileSync } from 'node:child_process';
import { readdir, readFile, realpath, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Those that ask for no more than their notice: what ships can be used by anyone in anything. */
const allowed = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'MIT',
  'OFL-1.1',
]);
/** What the build reads data of, instead of putting its code into a bundle. */
const dataOf = ['node_modules/world-atlas'];
const builds = ['bundle', 'site/embed', 'site/frame', 'site/pages', 'site/playground', 'site/web'];

/** @param {string} name */
const path = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url));
/** @param {string} name */
const json = async (name) => JSON.parse(await readFile(path(name), 'utf8'));

/**
 * A package that ships, or is installed with what ships.
 * @typedef {{ at: string, name: string, version: string, license?: string, bundled: boolean }} Shipped
 */

/**
 * All of them, in the order of their names.
 * @returns {Promise<Shipped[]>}
 */
export async function shipped() {
  const { packages } = await json('package-lock.json');
  const lists = await Promise.all(builds.map((build) => json(`dist/${build}/.built`)));
  const bundled = new Set([...lists.flat(), ...dataOf]);
  const all = Object.entries(packages).filter(([at]) => at !== '');
  const unknown = [...bundled].filter((at) => packages[at] === undefined);
  if (unknown.length > 0) throw new Error(`package-lock.json does not have ${unknown.join(', ')}`);
  return all
    .filter(([at, { dev }]) => dev !== true || bundled.has(at))
    .map(([at, { version, license }]) => {
      const name = at.slice(at.lastIndexOf('node_modules/') + 'node_modules/'.length);
      return { at, name, version, license, bundled: bundled.has(at) };
    })
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.at < b.at ? -1 : 1));
}

/**
 * What may not ship, and why. Every licence that a package names must be allowed, even if one could choose.
 * @param {readonly Pick<Shipped, 'name' | 'version' | 'license'>[]} packages
 */
export const refused = (packages) =>
  packages.flatMap(({ name, version, license }) => {
    if (!license) return [`${name} ${version} names no licence`];
    const named = license.split(/ (?:AND|OR) |[()]/).filter((word) => word !== '');
    return named.every((word) => allowed.has(word)) ? [] : [`${name} ${version} is ${license}`];
  });

/**
 * The texts of licences and notices that lie in a package; none when it is not installed here, being for another system.
 * @param {string} at
 */
async function texts(at) {
  const names = await readdir(path(at)).catch(() => []);
  const notices = names.filter((name) => /^(?:licen[cs]e|copying|notice|thirdparty)/i.test(name));
  const read = notices.sort().map((name) => readFile(join(path(at), name), 'utf8').catch(() => ''));
  const found = (await Promise.all(read)).map((text) => text.replaceAll('\r\n', '\n').trim());
  return found.filter((text) => text !== '');
}

/**
 * Every package with its notices; those that share a text stand above it together.
 * @param {readonly Shipped[]} packages
 */
async function notices(packages) {
  /** @type {Map<string, string[]>} */
  const headings = new Map();
  for (const { at, name, version, license } of packages) {
    const text = (await texts(at)).join('\n\n') || 'No text is given.';
    headings.set(text, [...(headings.get(text) ?? []), `${name} ${version} (${license})`]);
  }
  const line = '-'.repeat(80);
  const opening = [
    'Cây Tre is made with the packages below. Where none of them gives a text, the licence is worded',
    'as its name says at https://spdx.org/licenses/, which for MIT is:',
    '',
    /^Permission is hereby granted.*?SOFTWARE\.$/ms.exec(
      await readFile(path('LICENSE'), 'utf8'),
    )?.[0],
  ].join('\n');
  const parts = [...headings].map(([text, names]) => `${names.join('\n')}\n\n${text}`);
  return `${[opening, ...parts].join(`\n\n${line}\n`)}\n`;
}

/**
 * The bill of materials that npm writes, without what does not ship, and without what would be another at each build.
 * @param {readonly Shipped[]} packages
 */
async function materials(packages) {
  const { name } = await json('package.json');
  const text = execFileSync('npm', ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'], {
    cwd: path(''),
    encoding: 'utf8',
    maxBuffer: 1 << 26,
    shell: process.platform === 'win32',
  });
  const { serialNumber: _, metadata, components, dependencies, ...rest } = JSON.parse(text);
  const { timestamp: __, component, ...about } = metadata;
  const ships = new Set(packages.map((each) => `${each.name}@${each.version}`));
  const kept = components
    .filter((/** @type {any} */ each) => ships.has(`${each.name}@${each.version}`))
    // Npm calls those that the pages hold optional: they are not installed with the package.
    .map((/** @type {any} */ each) => ({ ...each, scope: 'required' }));
  const refs = new Set([component, ...kept].map((each) => each['bom-ref']));
  const edges = dependencies
    .filter((/** @type {any} */ { ref }) => refs.has(ref))
    .map((/** @type {any} */ { ref, dependsOn }) => ({
      ref,
      dependsOn: dependsOn.filter((/** @type {string} */ each) => refs.has(each)),
    }));
  const bom = { ...rest, metadata: { ...about, component: { ...component, name } } };
  return `${JSON.stringify({ ...bom, components: kept, dependencies: edges }, null, 1)}\n`;
}

async function write() {
  /** @param {string} file */
  const changed = async (file) => (await stat(path(file)).catch(() => ({ mtimeMs: 0 }))).mtimeMs;
  /** @param {string[]} files */
  const all = (files) => Promise.all(files.map(changed));
  const stamps = builds.map((build) => `dist/${build}/.built`);
  const read = ['package.json', 'package-lock.json', 'LICENSE', 'src/licences.js', ...stamps];
  const written = ['dist/licences.txt', 'dist/sbom.json'];
  if (Math.min(...(await all(written))) >= Math.max(...(await all(read)))) return;
  const packages = await shipped();
  await writeFile(path('dist/licences.txt'), await notices(packages));
  await writeFile(path('dist/sbom.json'), await materials(packages));
}

if (process.argv[1] && (await realpath(process.argv[1])) === fileURLToPath(import.meta.url)) {
  await write();
}
