import type { Markup, MarkupElement } from './markup.ts';

/** What holds for everything within an element. */
interface Inherited {
  readonly size: number;
  readonly baseline: string | undefined;
  readonly opacity: number;
}

/** How far below the middle, or the top, of its letters the line of a text lies, as a part of their size. */
const baselines: Readonly<Record<string, number>> = {
  middle: 0.35,
  central: 0.35,
  hanging: 0.76,
  'text-before-edge': 0.93,
  'text-top': 0.93,
};

const inPixels = (length: string, size: number): string =>
  length.replace(/(-?[\d.]+)r?em\b/g, (_whole, number) => String(Number(number) * size));

/**
 * The same picture for the canvas, which reads less of SVG than browsers do: it knows no baseline but the usual one, no lengths
 * in `em`, no order of painting, no opacity of texts; and of links, titles and descriptions it wants to know nothing.
 */
export function forCanvas(picture: MarkupElement): MarkupElement {
  const within = (markup: Markup, above: Inherited): readonly Markup[] => {
    if (typeof markup === 'string') return [markup];
    const { name, attributes } = markup;
    if (name === 'title' || name === 'desc' || name === 'metadata') return [];
    const ownSize = Number.parseFloat(attributes['font-size'] ?? '');
    const isRelative = /r?em\s*$/.test(attributes['font-size'] ?? '');
    const size = Number.isNaN(ownSize) ? above.size : isRelative ? ownSize * above.size : ownSize;
    const baseline = attributes['dominant-baseline'] ?? above.baseline;
    const isText = name === 'text' || name === 'tspan';
    const { opacity, 'paint-order': order, 'dominant-baseline': _, ...rest } = attributes;
    const here: Inherited = {
      size,
      // A line that begins at a place of its own is moved; what goes on in it has moved with it.
      baseline: isText ? undefined : baseline,
      opacity: isText ? above.opacity * Number(opacity ?? 1) : above.opacity,
    };
    const changed: Record<string, string> = { ...rest };
    if (opacity !== undefined && !isText) changed.opacity = opacity;
    if (attributes['font-size'] !== undefined) changed['font-size'] = String(size);
    for (const key of ['x', 'y', 'dx', 'dy'] as const) {
      if (changed[key] !== undefined && isText) changed[key] = inPixels(changed[key], size);
    }
    if (isText && here.opacity < 1) changed['fill-opacity'] = String(here.opacity);
    const shift = isText && baseline !== undefined ? (baselines[baseline] ?? 0) * size : 0;
    if (shift !== 0) changed.dy = String(Number.parseFloat(changed.dy ?? '0') + shift);
    const children = markup.children.flatMap((child) => within(child, here));
    const element: MarkupElement = {
      name: name === 'a' ? 'g' : name,
      attributes: changed,
      children,
    };
    // First the stroke, then the letters over it.
    if (order?.trim().startsWith('stroke') && changed.stroke !== undefined) {
      return [element, withoutStroke(element)];
    }
    return [element];
  };
  return within(picture, { size: 16, baseline: undefined, opacity: 1 })[0] as MarkupElement;
}

const withoutStroke = (markup: MarkupElement): MarkupElement => ({
  ...markup,
  attributes: { ...markup.attributes, stroke: 'none' },
  children: markup.children.map((child) =>
    typeof child === 'string' ? child : withoutStroke(child),
  ),
});
