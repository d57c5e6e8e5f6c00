import { createCanvas, GlobalFonts } from '@napi-rs/canvas';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitText, textLines, textWidth } from '../../src/pieces/text.ts';
import { packagePath } from '../../src/server/package.ts';

const word = fc.oneof(
  fc.constantFrom('Hội', 'nghị', 'Ngoại', 'giao', '¶12', 'W', 'i', 'đối', 'ƯỢNG', '“20”'),
  fc.string({ minLength: 1, maxLength: 30 }).filter((text) => !/\s/.test(text)),
);
const text = fc.array(word, { maxLength: 40 }).map((words) => words.join(' '));
const setting = fc.record({
  width: fc.integer({ min: 20, max: 600 }),
  size: fc.integer({ min: 8, max: 40 }),
  isBold: fc.boolean(),
});

describe('lines of text', () => {
  it('hold all of it in its order, and are no wider than asked but for single letters', () => {
    fc.assert(
      fc.property(text, setting, (given, how) => {
        const lines = textLines(given, how);
        expect(lines.join('').replaceAll(/\s/g, '')).toBe(given.replaceAll(/\s/g, ''));
        for (const line of lines) {
          const fits = textWidth(line, how.size, how.isBold) <= how.width;
          expect(fits || [...line].length === 1).toBe(true);
        }
      }),
    );
  });

  it('break between words where words fit', () => {
    expect(textLines('Hội nghị Ngoại giao', { width: 80, size: 14 })).toEqual([
      'Hội nghị',
      'Ngoại giao',
    ]);
  });

  it('are no more than asked, and say by an ellipsis that there was more', () => {
    fc.assert(
      fc.property(text, setting, fc.integer({ min: 1, max: 4 }), (given, how, most) => {
        const all = textLines(given, how);
        const lines = textLines(given, { ...how, most });
        expect(lines.length).toBe(Math.min(all.length, most));
        if (all.length <= most) expect(lines).toEqual(all);
        else expect(lines.at(-1)).toMatch(/…$/);
      }),
    );
  });

  it('take letters with marks to be as wide as without', () => {
    expect(textWidth('ngoại giao', 10)).toBe(textWidth('ngoai giao', 10));
    expect(textWidth('a', 10, true)).toBeGreaterThan(textWidth('a', 10));
  });

  it('are as wide as in the typeface, or a little wider, never narrower', () => {
    const folder = packagePath('node_modules/@expo-google-fonts/be-vietnam-pro');
    GlobalFonts.registerFromPath(`${folder}/400Regular/BeVietnamPro_400Regular.ttf`, 'usual');
    GlobalFonts.registerFromPath(`${folder}/600SemiBold/BeVietnamPro_600SemiBold.ttf`, 'bold');
    const context = createCanvas(1, 1).getContext('2d');
    for (const name of ['usual', 'bold'] as const) {
      context.font = `20px ${name}`;
      for (const real of ['Mỹ', 'Cambodia', 'Hội nghị Ngoại giao lần thứ 32', 'Bamboo diplomacy']) {
        const ratio = textWidth(real, 20, name === 'bold') / context.measureText(real).width;
        expect(ratio, `${real} ${name}`).toBeGreaterThanOrEqual(1);
        expect(ratio, `${real} ${name}`).toBeLessThan(1.2);
      }
    }
  });

  it('are cut to fit, and only where they must be', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 0, max: 300 }), (given, width) => {
        const fitted = fitText(given, width, 12);
        expect(textWidth(fitted, 12)).toBeLessThanOrEqual(width);
        if (textWidth(given, 12) <= width) expect(fitted).toBe(given);
        else expect(fitted === '' || fitted.endsWith('…')).toBe(true);
      }),
    );
  });
});
