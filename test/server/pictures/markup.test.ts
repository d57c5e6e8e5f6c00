import fc from 'fast-check';
import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { colourRules, families } from '../../../src/pieces/kinds.ts';
import { readColours, withPlainColours } from '../../../src/server/pictures/colours.ts';
import { forCanvas } from '../../../src/server/pictures/for-canvas.ts';
import {
  type Markup,
  type MarkupElement,
  readMarkup,
  wordsOf,
  writeMarkup,
} from '../../../src/server/pictures/markup.ts';

const text = fc.string({ unit: 'grapheme', minLength: 1 }).filter((one) => !one.includes('\0'));
const { element } = fc.letrec<{ element: MarkupElement; child: Markup }>((tie) => ({
  element: fc.record({
    name: fc.constantFrom('g', 'text', 'svg', 'path', 'tspan'),
    attributes: fc.dictionary(fc.constantFrom('x', 'fill', 'font-size', 'aria-label'), text),
    children: fc.array(tie('child'), { maxLength: 3 }),
  }),
  child: fc.oneof({ depthSize: 'small' }, text, tie('element')),
}));

/** Texts beside each other are one. */
const joined = ({ name, attributes, children }: MarkupElement): MarkupElement => {
  const merged: Markup[] = [];
  for (const child of children) {
    const last = merged.at(-1);
    if (typeof child === 'string' && typeof last === 'string')
      merged[merged.length - 1] = last + child;
    else merged.push(typeof child === 'string' ? child : joined(child));
  }
  return { name, attributes, children: merged };
};
const asVNode = (markup: Markup): unknown =>
  typeof markup === 'string'
    ? markup
    : h(markup.name, markup.attributes, ...(markup.children.map(asVNode) as never[]));

describe('the markup of a picture', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(element, (one) => {
        expect(readMarkup(writeMarkup(one))).toEqual(joined(one));
      }),
    );
  });

  it('is read from what preact renders', () => {
    fc.assert(
      fc.property(element, (one) => {
        expect(readMarkup(renderToString(asVNode(one) as never))).toEqual(joined(one));
      }),
    );
  });

  it.each([
    '',
    'words',
    '<svg>',
    '<svg></g>',
    '<svg/><svg/>',
    '<svg',
    '<svg a=1/>',
    '<svg><!-- --></svg>',
  ])('is refused where it is not one whole element: %s', (broken) => {
    expect(() => readMarkup(broken)).toThrow();
  });
});

describe('the colours of a picture', () => {
  const rules = `:root { --paper: light-dark(#fff, #000); --near: var(--paper); --loop: var(--loop); }\n${colourRules}`;
  const drawn = (markup: string, theme: 'light' | 'dark') =>
    writeMarkup(withPlainColours(readMarkup(markup), readColours(rules, theme), theme));

  it('are those of the theme, without what only a style sheet knows', () => {
    const picture =
      '<svg><path fill="var(--near)" class="a" style="stroke: var(--paper); cursor: pointer"/><g fill="var(--caytre-kind-people)"/><g fill="var(--none, rgb(1,2,3))"/></svg>';
    expect(drawn(picture, 'light')).toBe(
      `<svg><path fill="#fff" stroke="#fff"/><g fill="${families.people.light}"/><g fill="rgb(1,2,3)"/></svg>`,
    );
    expect(drawn(picture, 'dark')).toContain(`<g fill="${families.people.dark}"/>`);
  });

  it('end where a property leads to itself', () => {
    expect(drawn('<svg fill="var(--loop)"/>', 'dark')).toMatch(/^<svg fill="[^"]*"\/>$/);
  });
});

describe('a picture for the canvas', () => {
  const simplified = (markup: string) => writeMarkup(forCanvas(readMarkup(markup)));

  it('has its baselines and lengths in pixels', () => {
    expect(
      simplified(
        '<svg font-size="20"><text y="10" dy="0.5em" dominant-baseline="middle">a</text></svg>',
      ),
    ).toBe('<svg font-size="20"><text y="10" dy="17">a</text></svg>');
    expect(simplified('<svg font-size="10"><text font-size="2em" dx="1em">a</text></svg>')).toBe(
      '<svg font-size="10"><text font-size="20" dx="20">a</text></svg>',
    );
  });

  it('paints the stroke of letters behind them', () => {
    expect(simplified('<svg><text stroke="#fff" paint-order="stroke">a</text></svg>')).toBe(
      '<svg><text stroke="#fff">a</text><text stroke="none">a</text></svg>',
    );
  });

  it('keeps all words but those that nobody sees', () => {
    const picture = readMarkup(
      '<svg><title>not seen</title><a href="/x"><text opacity="0.5">seen</text></a></svg>',
    );
    expect(wordsOf(forCanvas(picture)).trim()).toBe('seen');
    expect(writeMarkup(forCanvas(picture))).toBe(
      '<svg><g href="/x"><text fill-opacity="0.5">seen</text></g></svg>',
    );
  });
});
