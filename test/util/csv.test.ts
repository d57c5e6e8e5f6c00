import { array, assert, constantFrom, oneof, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import { csvLine, writeCsv } from '../../src/util/csv.ts';

/** A reader of RFC 4180 that goes by characters, unlike the writer. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at]!;
    if (quoted) {
      if (character !== '"') cell += character;
      else if (text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === ',') {
      row.push(cell);
      cell = '';
    } else if (character === '\r' && text[at + 1] === '\n') {
      rows.push([...row, cell]);
      row = [];
      cell = '';
      at += 1;
    } else cell += character;
  }
  return rows;
}

const begins = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
const withoutGuard = (cell: string): string =>
  begins.includes(cell.replace(/^'+/u, '')[0] ?? '') ? cell.slice(1) : cell;

const texts = oneof(
  string({ unit: 'grapheme' }),
  array(constantFrom('"', ',', '\r', '\n', "'", '=', '-', '@', ' ', 'đ', 'a')).map((all) =>
    all.join(''),
  ),
);

test('what is written reads as what was given', () => {
  assert(
    property(array(array(texts, { minLength: 1, maxLength: 5 }), { maxLength: 5 }), (rows) => {
      expect(readCsv(writeCsv(rows)).map((row) => row.map(withoutGuard))).toEqual(rows);
    }),
  );
});

test('no text begins as a formula does', () => {
  assert(
    property(texts, (text) => {
      const [[cell = ''] = []] = readCsv(csvLine([text]));
      expect(begins).not.toContain(cell[0]);
    }),
  );
});

test('numbers stay numbers, below zero too', () => {
  expect(csvLine([-3.5, 0, true, null, undefined, '-3.5'])).toBe("-3.5,0,true,,,'-3.5\r\n");
});

test('a row of one empty cell is still a row', () => {
  expect(readCsv(csvLine(['']))).toEqual([['']]);
});

test('the mark for Excel is there when asked for, once', () => {
  expect(writeCsv([['a'], ['b']], { byteOrderMark: true })).toBe('\uFEFFa\r\nb\r\n');
  expect(writeCsv([['a']])).toBe('a\r\n');
});
