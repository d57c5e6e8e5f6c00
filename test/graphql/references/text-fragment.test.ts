import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atWords } from '../../../src/graphql/references/text-fragment.ts';
import { anySign } from './example.ts';

const page = 'https://example.org/bai-1.html';

describe('an address that opens at words', () => {
  it('has a directive for each term', () => {
    expect(atWords(page, ['20 phiên họp', 'bế mạc'])).toBe(
      `${page}#:~:text=20%20phi%C3%AAn%20h%E1%BB%8Dp&text=b%E1%BA%BF%20m%E1%BA%A1c`,
    );
    expect(atWords(page, [])).toBe(page);
  });

  it('encodes what has a meaning in a directive', () => {
    expect(atWords(page, ['A- A, A&B'])).toBe(`${page}#:~:text=A%2D%20A%2C%20A%26B`);
  });

  it('keeps a fragment of the address, but no other directive', () => {
    expect(atWords(`${page}#p2`, ['a'])).toBe(`${page}#p2:~:text=a`);
    expect(atWords(`${page}#:~:text=b`, ['a'])).toBe(`${page}#:~:text=a`);
  });

  it('composes letters and their marks', () => {
    expect(atWords(page, ['bế mạc'.normalize('NFD')])).toBe(atWords(page, ['bế mạc']));
  });

  it('can be read back, whatever the terms', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: anySign }), { minLength: 1, maxLength: 4 }),
        (terms) => {
          const { href, hash } = new URL(atWords(page, terms));
          expect(href.startsWith(`${page}#:~:`)).toBe(true);
          const directives = hash.slice('#:~:'.length).split('&');
          const read = directives.map((directive) => {
            const [, value] = /^text=([^,-]*)$/.exec(directive)!;
            return decodeURIComponent(value!);
          });
          expect(read).toEqual(terms.map((term) => term.normalize('NFC')));
        },
      ),
    );
    expect(atWords(page, ['\ud800'])).toBe(`${page}#:~:text=%EF%BF%BD`);
  });
});
