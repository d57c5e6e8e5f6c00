/** How wide letters are, in parts of the font's size: measured of Be Vietnam Pro and rounded up, so that a text never needs more. */
const widths: readonly (readonly [RegExp, number])[] = [
  [/[\s.,:;'’|!ijlIí]/u, 0.32],
  [/[()\-–“”"[\]ftr/*°·]/u, 0.42],
  [/[mwMW@%—…]/u, 0.93],
  [/\p{Lu}/u, 0.74],
  [/\p{Ll}/u, 0.6],
  [/\p{Nd}/u, 0.62],
];
const WIDE = 1;
const ELLIPSIS = '…';

/** A letter without the marks over and under it, which do not make it wider; `ư` and `ơ` stay wider than `u` and `o`. */
const bare = (letter: string): string => letter.normalize('NFD')[0] ?? letter;

const letterWidth = (letter: string): number =>
  widths.find(([sort]) => sort.test(bare(letter)))?.[1] ?? WIDE;

/** How wide a text is at most, in pixels, without a browser that could measure it. */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const letter of text.normalize('NFC')) width += letterWidth(letter);
  return width * size;
}

/** As much of a text as fits into a width, with an ellipsis where some is left out; nothing where not even that fits. */
export function fitText(text: string, width: number, size: number): string {
  if (textWidth(text, size) <= width) return text;
  let room = width - textWidth(ELLIPSIS, size);
  if (room < 0) return '';
  let fitting = '';
  for (const letter of text.normalize('NFC')) {
    room -= letterWidth(letter) * size;
    if (room < 0) break;
    fitting += letter;
  }
  return fitting.trimEnd() + ELLIPSIS;
}

/** A text in lines of a width, broken between words where it can be; the last of `most` lines ends in an ellipsis if need be. */
export function wrapText(text: string, width: number, size: number, most: number): string[] {
  const lines: string[] = [];
  let line = '';
  const words = text.split(/\s+/u).filter((word) => word !== '');
  for (const [at, word] of words.entries()) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line === '' || textWidth(longer, size) <= width) {
      line = longer;
      continue;
    }
    if (lines.length === most - 1) {
      return [...lines, fitText(`${line} ${words.slice(at).join(' ')}`, width, size)];
    }
    lines.push(fitText(line, width, size));
    line = word;
  }
  return line === '' || most === 0 ? lines : [...lines, fitText(line, width, size)];
}
