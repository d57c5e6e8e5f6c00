const COMBINING_MARKS = /[\u0300-\u036f]/g;

/**
 * A text reduced to what a hurried hand types: lower case, no marks, `đ` as `d`. The Icelandic `Ð`, which
 * some publishers print for `Đ`, counts as the same letter. NFC and NFD fold alike, and so do `hoà` and `hòa`.
 * Folding twice changes nothing.
 */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .normalize('NFD')
    .replace(COMBINING_MARKS, '')
    .replace(/[đð]/g, 'd');
}
