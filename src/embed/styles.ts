import { colourRules } from '../pieces/kinds.ts';
import type { PieceName } from '../pieces/settings.ts';
import own from './embed.css?inline';

const THEME_RULE = /:root,\s*:host\s*\{[^}]*\}/g;
const THEME_PROPERTY = /(--caytre-[\w-]+):\s*([^;}]+)/g;

/** Style sheets of the pieces by address: those beside `piece.ts`, the theme among them, for all, those in a folder for the piece that lies there. */
const shared = import.meta.glob<string>('../pieces/*.css', {
  query: '?inline',
  import: 'default',
  eager: true,
});
const single = import.meta.glob<string>('../pieces/*/*.css', {
  query: '?inline',
  import: 'default',
});
const folders: Partial<Record<PieceName, string>> = { graph: 'drawing' };

function registered(name: string, syntax: string, initialValue: string): boolean {
  try {
    CSS.registerProperty({ name, syntax, inherits: true, initialValue });
  } catch (error) {
    // Registered before, by a second script on the page or by the page itself.
    return (error as DOMException).name === 'InvalidModificationError';
  }
  return true;
}

/**
 * Makes the values of a theme those that its properties have where nobody sets them, so that a page may set them on an element
 * or on anything around it. A rule on `:host` would hide the latter; it stays where a browser cannot do without.
 */
function registerTheme(text: string): string {
  if (!('registerProperty' in CSS)) return text;
  return text.replace(THEME_RULE, (rule) => {
    const properties = [...rule.matchAll(THEME_PROPERTY)];
    const isDone = properties.every(([, name, value]) => registered(name!, '*', inPixels(value!)));
    return isDone ? '' : rule;
  });
}

/** How large a `rem` is in an element: the page may have changed its own, which is no matter of the element's. */
const registerUnit = (): boolean =>
  'registerProperty' in CSS && registered('--caytre-unit', '<length>', '16px');

/** A value with no `rem` in it: what a property has at first may depend on nothing. */
const inPixels = (value: string): string =>
  value.trim().replace(/(\d*\.?\d+)rem\b/g, (_, amount: string) => `${Number(amount) * 16}px`);

let hasUnit: boolean | undefined;

function makeSheet(text: string): CSSStyleSheet {
  hasUnit ??= registerUnit();
  const themed = registerTheme(text);
  const scaled = hasUnit
    ? themed.replace(/@[^{;]*[{;]|(\d*\.?\d+)rem\b/g, (all, amount: string | undefined) =>
        amount === undefined ? all : `calc(${amount} * var(--caytre-unit))`,
      )
    : themed;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(scaled);
  return sheet;
}

let base: CSSStyleSheet | undefined;

/** The style sheet of all elements. */
export function baseSheet(): CSSStyleSheet {
  base ??= makeSheet([...Object.values(shared), colourRules, own].join('\n'));
  return base;
}

/** Loads the style of a piece; answers what makes a sheet of it, and of what is said besides. */
export async function pieceSheet(name: PieceName): Promise<(more?: string) => CSSStyleSheet> {
  const folder = `../pieces/${folders[name] ?? name}/`;
  const texts = Object.entries(single)
    .filter(([path]) => path.startsWith(folder))
    .map(([, load]) => load());
  const text = (await Promise.all(texts)).join('\n');
  return (more = '') => makeSheet(`${text}\n${more}`);
}
