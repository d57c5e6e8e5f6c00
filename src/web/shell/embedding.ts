import {
  type PieceName,
  type SettingName,
  type Settings,
  writeSettings,
} from '../../pieces/settings.ts';

/** What has an effect on every piece, and is said even where it is as usual: who reads the code sees what can be changed. */
const always: readonly SettingName[] = ['lang', 'width', 'height'];

/** Settings as attributes and parameters; those that a piece does not read are left out. */
export function parametersFor(settings: Settings, reads: readonly SettingName[]): URLSearchParams {
  const written = writeSettings(settings);
  const parameters = new URLSearchParams({
    lang: settings.lang,
    width: String(settings.width),
    height: String(settings.height),
  });
  for (const [name, text] of written) {
    const setting = name as SettingName;
    if (always.includes(setting)) continue;
    if (setting === 'theme' || reads.includes(setting)) parameters.set(name, text);
  }
  return parameters;
}

const escapeText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** What somebody puts into a page of theirs, in four ways. */
export interface EmbedCode {
  readonly element: string;
  readonly frame: string;
  readonly frameAddress: string;
  readonly picture: string;
}

/** The code by which a page on another host shows a piece of this one. */
export function embedCode(
  origin: string,
  piece: PieceName,
  parameters: URLSearchParams,
  title: string,
): EmbedCode {
  const query = String(parameters).replaceAll('%3A', ':').replaceAll('%2C', ',');
  const attributes = [...parameters]
    .map(([name, text]) => ` ${name}="${escapeText(text)}"`)
    .join('');
  const frameAddress = `${origin}/embed/${piece}?${query}`;
  const size = ` width="${parameters.get('width')}" height="${parameters.get('height')}"`;
  return {
    element: `<script type="module" src="${escapeText(origin)}/embed.js"></script>\n<caytre-${piece}${attributes}></caytre-${piece}>`,
    frame: `<iframe src="${escapeText(frameAddress)}"${size} title="${escapeText(title)}" loading="lazy" style="border: 0; max-width: 100%"></iframe>`,
    frameAddress,
    picture: `${origin}/embed/${piece}.svg?${query}`,
  };
}
