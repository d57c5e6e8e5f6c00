import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shorten } from '../../src/util/shorten.ts';

describe('shorten', () => {
  it('leaves what is short, and keeps both ends of what is long, no character cut in two', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const short = shorten(text, 100);
        expect(short.length).toBeLessThanOrEqual(100);
        if (text.length <= 100) {
          expect(short).toBe(text);
          return;
        }
        const [, start, left, end] = /^(.*) … \((\d+) characters\) … (.*)$/s.exec(short)!;
        expect(text.startsWith(start!) && text.endsWith(end!)).toBe(true);
        expect(start!.length + Number(left) + end!.length).toBe(text.length);
        expect(short).toBe(Buffer.from(short).toString());
      }),
    );
  });
});
