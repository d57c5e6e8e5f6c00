import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ProblemError } from '../../errors/problem.ts';
import { colourRules } from '../../pieces/kinds.ts';
import { sha256 } from '../../util/hash.ts';

/** What `src/site.js` built, as far as the server itself reads it. */
export interface SiteAssets {
  readonly folder: string;
  /** The pages of the explorer and of the playground, as they were built. */
  readonly explorer: string;
  readonly playground: string;
  /** The address of the style sheet of the pages that the server renders, and the sheet itself. */
  readonly stylesheet: string;
  readonly styles: string;
  /** The style sheet that holds the custom properties of both themes. */
  readonly theme: string;
  /** Files of the fonts that pictures are drawn with. */
  readonly fonts: readonly string[];
}

/** The font of the pages; what is read does not wait for it. */
const fontRules = Object.entries({ 400: '400Regular', 600: '600SemiBold' })
  .map(
    ([weight, name]) =>
      `@font-face { font-family: "Be Vietnam Pro"; font-weight: ${weight}; font-display: swap; src: url("/site/fonts/BeVietnamPro_${name}.ttf"); }\n`,
  )
  .join('');

/** @throws ProblemError SITE_NOT_BUILT where any of it is missing */
export async function openAssets(folder: string): Promise<SiteAssets> {
  const missing = (file: string) => () => {
    throw new ProblemError('SITE_NOT_BUILT', { file });
  };
  const read = (...path: readonly string[]): Promise<string> =>
    readFile(join(folder, ...path), 'utf8').catch(missing(path.join('/')));
  const list = (name: string): Promise<string[]> =>
    readdir(join(folder, name)).catch(missing(name));
  const [explorer, playground, theme, pages, fonts] = await Promise.all([
    read('web', 'web', 'index.html'),
    read('playground', 'playground', 'index.html'),
    read('pages', 'theme.css'),
    list('pages'),
    list('fonts'),
  ]);
  await read('embed', 'embed.js');
  const sheet = pages.find((name) => /^style-.+\.css$/.test(name));
  const styles = `${await read('pages', sheet ?? 'style.css')}\n${colourRules}${fontRules}`;
  return {
    folder,
    explorer,
    playground,
    stylesheet: `/site/pages/style-${sha256(styles).slice(0, 12)}.css`,
    styles,
    theme,
    fonts: fonts.filter((name) => name.endsWith('.ttf')).map((name) => join(folder, 'fonts', name)),
  };
}
