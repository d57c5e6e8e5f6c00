import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createCanvas, GlobalFonts } from '@napi-rs/canvas';
import { beforeAll, expect, it } from 'vitest';
import { packagePath } from '../../../src/server/package.ts';

const VOWELS = 'aăâeêioôơuưy';
const TONES = ['', '\u0300', '\u0301', '\u0309', '\u0303', '\u0323'];
const letters = [
  ...[...VOWELS].flatMap((vowel) => TONES.map((tone) => (vowel + tone).normalize('NFC'))),
  'đ',
];

beforeAll(() => {
  const folder = packagePath('dist/site/fonts');
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.ttf'))) {
    GlobalFonts.registerFromPath(join(folder, name), 'Letters');
  }
});

/** The letter as it is drawn: which pixels are dark. */
function drawn(letter: string): string {
  const canvas = createCanvas(60, 80);
  const context = canvas.getContext('2d');
  context.font = '40px Letters';
  context.fillText(letter, 8, 55);
  const { data } = context.getImageData(0, 0, 60, 80);
  let dots = '';
  for (let index = 3; index < data.length; index += 4) dots += data[index]! > 127 ? '1' : '0';
  return dots;
}

it('the fonts of pictures have every letter of Vietnamese, small and capital, each with its own shape', () => {
  const all = letters.flatMap((letter) => [letter, letter.toUpperCase()]);
  const shapes = new Set(all.map(drawn));
  expect(shapes.size).toBe(all.length);
  // What a font does not have is drawn as a box.
  expect(shapes).not.toContain(drawn('\u{10ffff}'));
});
