// Runs the bundle that lies beside it. The engine need not compile a script of which it finds the code kept here from a run before
// (`src/keep-code.js` keeps it); without that, and with that of another engine, everything is as it was, only slower.
const { readFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const { join } = require('node:path');
const { deserialize, serialize } = require('node:v8');
const { Script } = require('node:vm');

/** The engine takes no code but that of its own version and flags; which processor that was made on it does not ask. */
const CODE = join(__dirname, `code-${process.version}-${process.platform}-${process.arch}.bin`);

/** @type {Map<string, { exports: object }>} */
const modules = new Map();
/** @type {Map<string, Script>} */
const scripts = new Map();
const kept = readCode();
const outside = createRequire(__filename);

/** @returns {ReadonlyMap<string, Buffer>} by the names of the scripts, in which stands a hash of what they hold */
function readCode() {
  try {
    return deserialize(readFileSync(CODE));
  } catch {
    return new Map();
  }
}

/** @param {string} name */
const load = (name) => (name.startsWith('./') ? run(name.slice(2)) : outside(name));

/**
 * Runs a script of the bundle, once, as Node runs a module of CommonJS; what it exports.
 * @param {string} name
 */
function run(name) {
  const known = modules.get(name);
  if (known !== undefined) return known.exports;
  const module = { exports: {} };
  modules.set(name, module);
  const filename = join(__dirname, name);
  const parameters = 'exports, require, module, __filename, __dirname';
  const script = new Script(`(function (${parameters}) { ${readFileSync(filename, 'utf8')}\n})`, {
    filename,
    cachedData: kept.get(name),
  });
  scripts.set(name, script);
  script.runInThisContext()(module.exports, load, module, filename, __dirname);
  return module.exports;
}

/** The code of all that was run until now, and the file to keep it in. */
const code = () => ({
  file: CODE,
  bytes: serialize(new Map(Array.from(scripts, ([name, one]) => [name, one.createCachedData()]))),
});

module.exports = { code, run };
