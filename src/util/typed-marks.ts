/** Grave, acute, tilde, hook above and dot below: the five tone marks, as combining characters. */
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
const LETTER_WITH_MARKS = /\P{M}\p{M}*/gu;
const STROKE = '\u0335';

interface Marks {
  /** By letter, the marks that are no tone, the stroke of `đ` among them. */
  readonly letters: readonly string[];
  readonly tones: string;
}

function marksOf(word: string): Marks {
  const apart = word.normalize('NFD').toLowerCase().replace(/[đð]/g, `d${STROKE}`);
  return {
    letters: (apart.replace(TONES, '').match(LETTER_WITH_MARKS) ?? []).map((one) => one.slice(1)),
    tones: apart.match(TONES)?.join('') ?? '',
  };
}

/**
 * How the marks of a word that is being typed agree with those of a word that begins with its letters: 2 when they are
 * the same as far as it is typed, or none is typed at all; 1 when more may be on their way (`ho`, `hô`, `hồ`); 0 when
 * one that is typed is not there. A tone belongs to the syllable, whichever vowel it is set on.
 */
export function typedMarks(typed: string): (word: string) => 0 | 1 | 2 {
  const { letters, tones } = marksOf(typed);
  if (tones === '' && letters.every((marks) => marks === '')) return () => 2;
  return (word) => {
    const whole = marksOf(word);
    const others = (place: number): string => whole.letters[place] ?? '';
    if (tones === whole.tones && letters.every((marks, place) => marks === others(place))) return 2;
    const mayCome =
      whole.tones.startsWith(tones) &&
      letters.every((marks, place) => [...marks].every((mark) => others(place).includes(mark)));
    return mayCome ? 1 : 0;
  };
}
