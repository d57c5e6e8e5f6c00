import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nearest, printedAs } from '../../../src/data/citations/nearest.ts';
import { fold } from '../../../src/util/fold.ts';

const text = 'Sáng nay Ðoàn\u00a0 Cây Xanh đón 45 khách ở bến Lúa.';

describe('printedAs', () => {
  test.each([
    ['Đoàn', 'Ðoàn'],
    ['đoan cay xanh', 'Ðoàn\u00a0 Cây Xanh'],
    ['5', '45'],
    ['BẾN LÚA', 'bến Lúa'],
    ['bờ lúa', null],
    [' ', null],
  ])('%j is printed as %j', (term, expected) => {
    expect(printedAs(term, text)).toBe(expected);
  });
});

describe('nearest', () => {
  test.each([
    ['Cây Xang', 'Cây Xanh'],
    ['bên Luas', 'bến Lúa'],
    ['đón 46 khách', 'đón 45 khách'],
    ['hoàn toàn khác hẳn', null],
    ['', null],
  ])('the nearest to %j is %j', (term, expected) => {
    expect(nearest(term, text)).toBe(expected);
  });

  test('what is printed is nearest to itself', () => {
    const word = fc.constantFrom('Hà', 'đón', 'khách', '12', 'Ðoàn', 'lúa');
    fc.assert(
      fc.property(fc.array(word, { minLength: 3 }), fc.nat(), (words, at) => {
        const start = at % (words.length - 2);
        const term = words.slice(start, start + 3).join(' ');
        expect(fold(nearest(term, words.join(' ')) ?? '')).toBe(fold(term));
      }),
    );
  });
});
