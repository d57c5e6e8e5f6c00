import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textLines, textWidth } from '../../src/pieces/text-lines.ts';

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
});
