import type { Markup, MarkupElement } from './markup.ts';

export type PictureTheme = 'light' | 'dark';

/** The value of each custom property in one theme. */
export type Colours = ReadonlyMap<string, string>;

/** Reads the custom properties that style sheets set, as they are in one theme; a later one goes before an earlier. */
export function readColours(styles: string, theme: PictureTheme): Colours {
  const colours = new Map<string, string>();
  for (const [, name, value] of styles.matchAll(/(--[\w-]+)\s*:\s*([^;}]+)/g)) {
    colours.set(name!, value!.trim());
  }
  for (const [name, value] of colours) colours.set(name, resolve(value, colours, theme));
  return colours;
}

const VARIABLE = /var\(\s*(--[\w-]+)\s*(?:,\s*((?:[^()]|\([^()]*\))*))?\)/g;
const LIGHT_DARK = /light-dark\(\s*((?:[^(),]|\([^()]*\))+),\s*((?:[^(),]|\([^()]*\))+)\)/g;

/** A value without the functions that only a style sheet in a browser knows. */
function resolve(value: string, colours: Colours, theme: PictureTheme): string {
  let plain = value;
  // Of values within values there are few levels; those that lead to themselves end here.
  for (let level = 0; level < 8 && /var\(|light-dark\(/.test(plain); level += 1) {
    plain = plain
      .replace(VARIABLE, (_whole, name, fallback) => colours.get(name) ?? fallback ?? 'none')
      .replace(LIGHT_DARK, (_whole, light, dark) => (theme === 'light' ? light : dark).trim());
  }
  return plain;
}

/** The properties that are attributes of SVG as well; whatever else a style says has no meaning in a picture. */
const PRESENTATION =
  /^(?:fill|stroke|font|text|opacity|stop|clip|mask|paint|display|visibility|letter|dominant)/;

/** A picture with plain colours in its attributes, for places that have no style sheet. */
export function withPlainColours(
  markup: Markup,
  colours: Colours,
  theme: PictureTheme,
): MarkupElement {
  const plain = (element: MarkupElement): MarkupElement => {
    const { style, class: _class, ...attributes } = element.attributes;
    const styled = Object.fromEntries(
      (style ?? '').split(';').flatMap((declaration) => {
        const [name = '', value] = declaration.split(/:(.*)/s).map((part) => part.trim());
        return value !== undefined && PRESENTATION.test(name) ? [[name, value]] : [];
      }),
    );
    return {
      name: element.name,
      attributes: Object.fromEntries(
        Object.entries({ ...attributes, ...styled }).map(([name, value]) => [
          name,
          resolve(value, colours, theme),
        ]),
      ),
      children: element.children.map((child) => (typeof child === 'string' ? child : plain(child))),
    };
  };
  if (typeof markup === 'string') throw new Error('A text is no picture.');
  return plain(markup);
}
