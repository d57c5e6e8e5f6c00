/** Widths of letters in hundredths of the size of the letters, as Be Vietnam Pro has them, rounded up; bold ones are wider. */
const widths: readonly (readonly [letters: string, width: number])[] = [
  [' lI', 26],
  ["ij.:,;|'!‘’", 33],
  ['fr1“”"', 42],
  ['t()[]J', 48],
  ['sz/¶', 53],
  ['knuvxycehE7-', 61],
  ['abdgopqFLPSTZ2358', 66],
  ['BKRY069–đ', 70],
  ['ADHNUVX4C…', 77],
  ['GOQMĐ', 84],
  ['mw@%', 90],
  ['W—', 102],
];
const widthOf = new Map(widths.flatMap(([letters, width]) => [...letters].map((l) => [l, width])));
const USUAL = 66;
const BOLD = 1.07;
/** What no table has: letters of scripts that are about as wide as high. */
const FULL = 100;

/** About how wide a text will be, in the unit of `size`; rather too wide than too narrow. No browser is asked. */
export function textWidth(text: string, size: number, isBold = false): number {
  let sum = 0;
  for (const letter of text.normalize('NFD')) {
    // Marks stand above and below their letter.
    if (/\p{M}/u.test(letter)) continue;
    sum += widthOf.get(letter) ?? (letter > '\u2e7f' ? FULL : USUAL);
  }
  return (sum / 100) * size * (isBold ? BOLD : 1);
}

/** As much of a text as fits into a width, with an ellipsis where some is left out; nothing where not even that fits. */
export function fitText(text: string, width: number, size: number, isBold = false): string {
  if (textWidth(text, size, isBold) <= width) return text;
  const letters = [...text];
  while (letters.length > 0) {
    letters.pop();
    const fitting = `${letters.join('').trimEnd()}…`;
    if (textWidth(fitting, size, isBold) <= width) return fitting;
  }
  return '';
}

interface Setting {
  readonly width: number;
  readonly size: number;
  readonly isBold?: boolean;
  /** How many lines at most; what is left out is told by an ellipsis. */
  readonly most?: number;
}

/** A text in lines that are no wider than asked, broken between words, and within a word that is wider by itself. */
export function textLines(text: string, { width, size, isBold, most }: Setting): readonly string[] {
  const fits = (line: string): boolean => textWidth(line, size, isBold) <= width;
  const lines: string[] = [];
  let line = '';
  const end = (): void => {
    if (line !== '') lines.push(line);
    line = '';
  };
  for (const word of text.split(/\s+/).filter((each) => each !== '')) {
    if (line !== '' && fits(`${line} ${word}`)) {
      line = `${line} ${word}`;
      continue;
    }
    end();
    for (const letter of word) {
      if (line !== '' && !fits(line + letter)) end();
      line += letter;
    }
  }
  end();
  if (most === undefined || lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), shortened(lines.slice(most - 1).join(' '), fits)];
}

/** The longest start of a text that fits with an ellipsis behind it, without half a word where that can be. */
function shortened(text: string, fits: (line: string) => boolean): string {
  let start = text;
  while (start !== '' && !fits(`${start}…`)) {
    const space = start.lastIndexOf(' ');
    start = space > 0 ? start.slice(0, space) : [...start].slice(0, -1).join('');
  }
  return `${start}…`;
}
