// Compares schema.graphql with that of the last release: the newest tag "v…" before what is checked or, without one, the
// commit that set the version. Fails where clients would break and the version does not say so.
import { execFileSync } from 'node:child_process';
import { readFile, realpath } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { buildSchema, findBreakingChanges, findDangerousChanges } from 'graphql';

/**
 * What a change of the schema does to clients, and whether the version says it: by semantic versioning the first of its
 * numbers that is not 0 must have been raised, or one before that.
 * @param {{ schema: string, version: string }} before
 * @param {{ schema: string, version: string }} now
 */
export function judge(before, now) {
  const schemas = /** @type {const} */ ([buildSchema(before.schema), buildSchema(now.schema)]);
  const breaking = findBreakingChanges(...schemas);
  const [major, minor] = numbers(before.version);
  const [majorNow, minorNow] = numbers(now.version);
  const raised = majorNow > major || (major === 0 && majorNow === 0 && minorNow > minor);
  return {
    breaking,
    dangerous: findDangerousChanges(...schemas),
    holds: breaking.length === 0 || raised,
    /** The least version that breaking changes call for. */
    needed: major === 0 ? `0.${minor + 1}.0` : `${major + 1}.0.0`,
  };
}

/** @param {string} version */
const numbers = (version) => {
  const [major = 0, minor = 0] = version.split('.', 2).map(Number);
  return /** @type {const} */ ([major, minor]);
};

/**
 * What git prints, or `undefined` where it fails.
 * @param {string[]} command
 */
function git(...command) {
  try {
    const stdio = /** @type {const} */ (['ignore', 'pipe', 'ignore']);
    return execFileSync('git', command, { encoding: 'utf8', maxBuffer: 1 << 26, stdio }).trim();
  } catch {
    return undefined;
  }
}

/** The last release before what is checked, or why there is none. */
function lastRelease() {
  // A release is compared with the one before it.
  const files = ['schema.graphql', 'package.json'];
  const start = git('diff', '--quiet', 'HEAD', '--', ...files) === undefined ? 'HEAD' : 'HEAD^';
  const tag = git('describe', '--tags', '--abbrev=0', '--match', 'v[0-9]*', start);
  if (tag !== undefined) return { commit: tag };
  if (git('rev-parse', '--is-shallow-repository') === 'true') return { why: 'the history is cut' };
  const set = ['-G', '^  "version":', start, '--', 'package.json'];
  const commit = git('log', '-1', '--format=%h', ...set);
  return commit ? { commit } : { why: 'git knows no release before this' };
}

async function check() {
  const say = (/** @type {string} */ line) => process.stdout.write(`${line}\n`);
  const { commit, why } = lastRelease();
  if (commit === undefined) return say(`Nothing to compare schema.graphql with: ${why}.`);
  const schema = git('show', `${commit}:./schema.graphql`);
  const manifest = git('show', `${commit}:./package.json`);
  if (schema === undefined || manifest === undefined) {
    return say(`Nothing to compare schema.graphql with: the release ${commit} has none.`);
  }
  const { version } = JSON.parse(await readFile('package.json', 'utf8'));
  const released = JSON.parse(manifest).version;
  const { breaking, dangerous, holds, needed } = judge(
    { schema, version: released },
    { schema: await readFile('schema.graphql', 'utf8'), version },
  );
  say(`schema.graphql compared with that of ${commit} (version ${released}):`);
  for (const { type, description } of breaking) say(`  breaking   ${type}: ${description}`);
  for (const { type, description } of dangerous) say(`  dangerous  ${type}: ${description}`);
  if (holds)
    return say(
      breaking.length === 0 ? '  nothing that breaks clients' : `  as version ${version} says`,
    );
  say(
    `Clients break: keep what they use, or raise the version in package.json from ${version} to ${needed}.`,
  );
  process.exitCode = 1;
}

const run = process.argv[1];
if (run !== undefined && (await realpath(run)) === fileURLToPath(import.meta.url)) await check();
