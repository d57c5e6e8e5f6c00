import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitText, textWidth, wrapText } from '../../../src/pieces/chart/text.ts';

const words = fc
  .array(
    fc.constantFrom('Hội', 'nghị', 'Ngoại', 'giao', 'nâng', 'quan', 'hệ', '2024', 'MMMM', 'ỷ'),
    {
      minLength: 1,
      maxLength: 12,
    },
  )
  .map((all) => all.join(' '));

describe('texts in a drawing', () => {
  it('are as wide with marks as without, in whichever form they come', () => {
    expect(textWidth('Nguyễn', 12)).toBe(textWidth('Nguyên', 12));
    expect(textWidth('ệ'.normalize('NFD'), 12)).toBe(textWidth('ệ', 12));
  });

  it('are cut to fit, and only where they must be', () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 0, max: 300 }), (text, width) => {
        const fitted = fitText(text, width, 12);
        expect(textWidth(fitted, 12)).toBeLessThanOrEqual(Math.max(width, 0) + 1e-6);
        if (textWidth(text, 12) <= width) expect(fitted).toBe(text);
        else expect(fitted === '' || fitted.endsWith('…')).toBe(true);
      }),
    );
  });

  it('are broken into lines that fit and, all together, are the text', () => {
    fc.assert(
      fc.property(
        words,
        fc.integer({ min: 60, max: 300 }),
        fc.integer({ min: 1, max: 4 }),
        (text, width, most) => {
          const lines = wrapText(text, width, 12, most);
          expect(lines.length).toBeLessThanOrEqual(most);
          for (const line of lines) expect(textWidth(line, 12)).toBeLessThanOrEqual(width + 1e-6);
          if (!lines.at(-1)?.endsWith('…')) expect(lines.join(' ')).toBe(text);
        },
      ),
    );
  });
});
