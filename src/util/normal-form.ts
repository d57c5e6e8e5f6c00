/** Grave, acute, tilde, hook above and dot below: the five tone marks, as combining characters. */
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
const VOWELS_IN_A_ROW = /(?:[aeiouy][\u0300-\u036f]*)+/g;

/**
 * The form in which two spellings of one Vietnamese text are equal, marks kept: NFC, lower case, `Ð` as `Đ`,
 * and the tone mark of a syllable on its last vowel, since `hòa` and `hoà` are one word. For comparing, not
 * for showing. Vowels that bear several tone marks are not Vietnamese and stay as they are.
 */
export function normalForm(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replaceAll('ð', 'đ')
    .normalize('NFD')
    .replace(VOWELS_IN_A_ROW, (vowels) => {
      const tones = vowels.match(TONES);
      return tones?.length === 1 ? vowels.replace(TONES, '') + tones[0] : vowels;
    })
    .normalize('NFC');
}
