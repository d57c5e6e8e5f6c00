import { h } from 'preact';
import { describe, expect, it } from 'vitest';
import type { Piece } from '../../../src/pieces/piece.ts';
import { defaultSettings } from '../../../src/pieces/settings.ts';
import { framed } from '../../../src/server/pictures/framed.tsx';
import { wordsOf, writeMarkup } from '../../../src/server/pictures/markup.ts';

const settings = { ...defaultSettings, lang: 'en' } as const;
const piece = (
  seen: string,
  sources: readonly string[] = ['A review of the year'],
  name?: string,
) =>
  ({
    title: () => 'Relations of two countries',
    sources: () => sources.map((name) => ({ id: name, name })),
    picture: (_answer: unknown, { width, height }: typeof settings) =>
      h(
        'svg',
        { xmlns: 'http://www.w3.org/2000/svg', width, height },
        h('title', null, 'Relations of two countries'),
        seen && h('text', null, seen),
        name && h('text', { class: 'node-name' }, name),
      ),
  }) as unknown as Piece<unknown>;

describe('a picture', () => {
  it('that says what it is and what it rests on stays as it is', () => {
    const picture = framed(
      piece('Relations of two countries. Sources: A review of the year'),
      null,
      settings,
    );
    expect(writeMarkup(picture)).toMatch(/^<svg [^>]*width="720" height="440"><title>/);
    expect(picture.children).toHaveLength(2);
  });

  it('that does not is given a title and sources, within the size asked for', () => {
    const picture = framed(piece('a line'), null, settings);
    expect(picture.attributes).toMatchObject({ width: '720', height: '440' });
    expect(wordsOf(picture)).toMatch(/Relations of two countries.*Sources: A review of the year/s);
    const inner = picture.children.find(
      (child) => typeof child === 'object' && child.name === 'svg',
    );
    expect(inner).toMatchObject({ attributes: { width: '720' } });
    const { y, height } = (inner as { attributes: Record<string, string> }).attributes;
    expect(Number(y)).toBeGreaterThan(0);
    expect(Number(y) + Number(height)).toBeLessThan(440);
  });

  it('that only has its source among what it draws is given the sources too', () => {
    const sources = ['A review of the year'];
    const picture = framed(piece('a line', sources, 'A review of the…'), null, settings);
    expect(wordsOf(picture)).toContain('Sources: A review of the year');
    expect(wordsOf(framed(piece('', sources, 'Japan'), null, settings))).not.toContain('nothing');
  });

  it('without anything on it says that there is nothing', () => {
    const picture = framed(piece('', []), null, settings);
    expect(wordsOf(picture)).toContain('There is nothing to show here.');
  });

  it('with no room for more is drawn alone', () => {
    const picture = framed(piece('a line'), null, { ...settings, height: 90 });
    expect(picture.attributes.height).toBe('90');
    expect(wordsOf(picture)).not.toContain('Sources');
  });
});
