// A plugin of a build that notes which installed packages its output holds code, style or fonts of: their licences ask that
// whoever gets the output gets their notices too.

/** By where it lies, as package-lock.json has it: a package, and not what that has installed within. */
const packageOf = /node_modules\/(?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/]+/;
const assets = /\.(?:css|ttf|svg)(?:\?|$)/;

/**
 * Which packages were met; a script of a worker is a build of its own, with a plugin of its own.
 * @param {Set<string>} met
 */
export const packagesWithin = (met) => ({
  name: 'packages-within',
  /**
   * @param {unknown} _options
   * @param {Record<string, { type: string, moduleIds?: string[] }>} bundle
   */
  generateBundle(_options, bundle) {
    const code = Object.values(bundle).flatMap(({ moduleIds = [] }) => moduleIds);
    const others = [.../** @type {any} */ (this).getModuleIds()].filter((id) => assets.test(id));
    for (const id of [...code, ...others]) {
      const [found] = packageOf.exec(id.replaceAll('\\', '/')) ?? [];
      if (found !== undefined) met.add(found);
    }
  },
});

/**
 * As it is kept in the file `.built` of the output.
 * @param {Set<string>} met
 */
export const listOf = (met) => `${JSON.stringify([...met].sort(), null, 1)}\n`;
