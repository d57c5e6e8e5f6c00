import { describe, expect, it } from 'vitest';
import { typedMarks } from '../../src/util/typed-marks.ts';

describe('typed marks', () => {
  it.each([
    // The same, be it composed or not, in capitals, or with an Icelandic eth.
    ['hồ', 'Hồ', 2],
    ['hồ'.normalize('NFD'), 'hồ', 2],
    ['hồ', 'HỒ'.normalize('NFD'), 2],
    ['đ', 'Ðảng', 2],
    ['hội', 'hội', 2],
    ['hộ', 'hội', 2],
    ['củ', 'của', 2],
    // The tone is still to come.
    ['hô', 'hồ', 2],
    ['hô', 'hội', 2],
    ['đ', 'đối', 2],
    // Either school of setting it.
    ['hoà', 'hòa', 2],
    ['hòa', 'hoà', 2],
    ['hò', 'hoà', 2],
    ['thúy', 'thuý', 2],
    // Another mark may come to the letter.
    ['họ', 'hội', 1],
    ['hò', 'hồ', 1],
    // One that is typed is not there.
    ['hồ', 'họ', 0],
    ['hồ', 'hô', 0],
    ['họ', 'hoạt', 0],
    ['đa', 'dang', 0],
    ['ế', 'e', 0],
    // Nothing is typed to agree with.
    ['ho', 'hồ', 2],
    ['d', 'đ', 2],
  ])('%s of %s agree to the grade %i', (typed, word, grade) => {
    expect(typedMarks(typed).of(word)).toBe(grade);
  });

  it('are none in bare words', () => {
    expect([typedMarks('ho').any, typedMarks('hồ').any, typedMarks('đ').any]).toEqual([
      false,
      true,
      true,
    ]);
  });
});
