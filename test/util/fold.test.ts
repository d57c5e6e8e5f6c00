import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../src/util/fold.ts';
import { normalForm } from '../../src/util/normal-form.ts';

const LETTERS = 'aăâbcdđeêghiklmnoôơpqrstuưvxy';
const TONES = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'];
const vietnamese = fc
  .array(fc.tuple(fc.constantFrom(...LETTERS), fc.constantFrom(...TONES)), { maxLength: 12 })
  .map((letters) =>
    letters
      .map(([letter, tone]) => ('aăâeêioôơuưy'.includes(letter) ? letter + tone : letter))
      .join(''),
  );
const text = fc.oneof(vietnamese, fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }));

/** Each letter of the alphabet by hand, so as not to lean on Unicode tables. */
const BASES: Readonly<Record<string, string>> = {
  ă: 'a',
  â: 'a',
  đ: 'd',
  ê: 'e',
  ô: 'o',
  ơ: 'o',
  ư: 'u',
};
const naiveFold = (word: string): string =>
  [...word]
    .filter((character) => !TONES.includes(character))
    .map((character) => BASES[character] ?? character)
    .join('');

describe('fold', () => {
  it('agrees with the alphabet written out', () => {
    fc.assert(
      fc.property(vietnamese, (word) => {
        expect(fold(word.normalize('NFC'))).toBe(naiveFold(word));
      }),
    );
  });

  it('folds NFC and NFD alike, and folding twice changes nothing', () => {
    fc.assert(
      fc.property(text, (any) => {
        const folded = fold(any);
        expect(fold(any.normalize('NFC'))).toBe(folded);
        expect(fold(any.normalize('NFD'))).toBe(folded);
        expect(fold(folded)).toBe(folded);
      }),
    );
  });

  it.each([
    ['Bùi Thanh Sơn', 'bui thanh son'],
    ['Đại hội', 'dai hoi'],
    ['Ðại hội', 'dai hoi'],
    ['ðại HỘI', 'dai hoi'],
    ['NGOẠI GIAO VĂN HOÁ', 'ngoai giao van hoa'],
    ['văn hóa', 'van hoa'],
    ['Québec', 'quebec'],
  ])('%s becomes %s', (from, to) => {
    expect(fold(from)).toBe(to);
  });
});

describe('normalForm', () => {
  it('is the same for NFC and NFD and either case, and stands when taken twice', () => {
    fc.assert(
      fc.property(vietnamese, (word) => {
        const normal = normalForm(word);
        expect(normalForm(word.normalize('NFC'))).toBe(normal);
        expect(normalForm(word.normalize('NFD'))).toBe(normal);
        expect(normalForm(word.toUpperCase())).toBe(normal);
        expect(normalForm(normal)).toBe(normal);
      }),
    );
  });

  it('keeps marks: it folds like the text that it comes from', () => {
    fc.assert(
      fc.property(vietnamese, (word) => {
        expect(fold(normalForm(word))).toBe(fold(word));
      }),
    );
  });

  it.each([
    ['hoà', 'hòa'],
    ['thuý', 'thúy'],
    ['khoẻ', 'khỏe'],
    ['Ðổi', 'đổi'],
  ])('%s equals %s', (one, other) => {
    expect(normalForm(one)).toBe(normalForm(other));
  });

  it.each([
    ['hoa', 'hoà'],
    ['đa', 'da'],
    ['má', 'mà'],
    ['mơ', 'mo'],
  ])('%s differs from %s', (one, other) => {
    expect(normalForm(one)).not.toBe(normalForm(other));
  });
});
