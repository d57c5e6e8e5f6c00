/** One element of a picture, or a text within one. */
export type Markup = MarkupElement | string;

export interface MarkupElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Markup[];
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

const withoutEscapes = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return entities[name] ?? whole;
    return String.fromCodePoint(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16));
  });

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (letter) =>
    letter === '&' ? '&amp;' : letter === '<' ? '&lt;' : letter === '>' ? '&gt;' : '&quot;',
  );

const PART = /<(\/?)([\w:-]+)((?:\s+[\w:-]+(?:="[^"]*")?)*)\s*(\/?)>|([^<]+)/gy;
const ATTRIBUTE = /([\w:-]+)(?:="([^"]*)")?/g;

/**
 * Reads what `renderToString` of preact wrote: elements that are closed, attributes in double quotes.
 * @throws Error for anything else
 */
export function readMarkup(text: string): MarkupElement {
  type Open = { name: string; attributes: Record<string, string>; children: Markup[] };
  const root: Open = { name: '', attributes: {}, children: [] };
  const open: Open[] = [root];
  let end = 0;
  for (const match of text.matchAll(PART)) {
    end = match.index + match[0].length;
    const [, closes, name, attributes, empty, words] = match;
    const parent = open.at(-1)!;
    if (words !== undefined) parent.children.push(withoutEscapes(words));
    else if (closes) {
      if (parent.name !== name) throw new Error(`</${name}> closes <${parent.name}>.`);
      open.pop();
    } else {
      const element: Open = { name: name!, attributes: {}, children: [] };
      for (const [, key, value = ''] of attributes!.matchAll(ATTRIBUTE)) {
        element.attributes[key!] = withoutEscapes(value);
      }
      parent.children.push(element);
      if (!empty) open.push(element);
    }
  }
  const [element, ...more] = root.children;
  if (end !== text.length || open.length > 1 || typeof element !== 'object' || more.length > 0) {
    throw new Error('The picture is not one whole element.');
  }
  return element;
}

/** The text of an element, as XML. */
export function writeMarkup(markup: Markup): string {
  if (typeof markup === 'string') return escaped(markup);
  const { name, attributes, children } = markup;
  const written = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escaped(value)}"`)
    .join('');
  if (children.length === 0) return `<${name}${written}/>`;
  return `<${name}${written}>${children.map(writeMarkup).join('')}</${name}>`;
}

/** The words of an element, without its marks. */
export const wordsOf = (markup: Markup): string =>
  typeof markup === 'string' ? markup : markup.children.map(wordsOf).join(' ');
