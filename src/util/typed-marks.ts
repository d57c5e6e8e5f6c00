/** Grave, acute, tilde, hook above and dot below: the five tone marks, as combining characters. */
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/;
const LETTER_WITH_MARKS = /\P{M}\p{M}*/gu;
const STROKE = '\u0335';
/** Where two schools set the tone of an open syllable on either vowel: `hòa` and `hoà`. */
const OPEN_SYLLABLE = /^(.*[ou])(\p{M}?)([aey])(\p{M}?)$/u;

/** What is written over, under and through each letter; the stroke of `đ` is a mark too. */
function marksOf(word: string): readonly string[] {
  const apart = word.normalize('NFD').toLowerCase().replace(/[đð]/g, `d${STROKE}`);
  return (apart.match(LETTER_WITH_MARKS) ?? []).map((letter) => letter.slice(1));
}

function spellings(word: string): readonly (readonly string[])[] {
  const apart = word.normalize('NFD').toLowerCase();
  const [, before, first, vowel, last] = OPEN_SYLLABLE.exec(apart) ?? [];
  const other = before === undefined ? apart : `${before}${last}${vowel}${first}`;
  return other === apart ? [marksOf(apart)] : [marksOf(apart), marksOf(other)];
}

export type Agreement = 0 | 1 | 2;

/** How well the marks of a word that is being typed agree with those of a word that begins with its letters. */
export interface TypedMarks {
  /** Whether any mark is typed; where none is, every word agrees. */
  readonly any: boolean;
  /**
   * 2 when they are the same as far as it is typed, a tone that is still to come aside (`hô` and `hồ`); 1 when others
   * may come as well (`họ` and `hội`); 0 when one that is typed is not there.
   */
  of(word: string): Agreement;
}

export function typedMarks(typed: string): TypedMarks {
  const letters = marksOf(typed);
  if (letters.every((marks) => marks === '')) return { any: false, of: () => 2 };
  const hasTone = letters.some((marks) => TONE.test(marks));
  const agreement = (word: readonly string[]): Agreement => {
    const other = (place: number): string => word[place] ?? '';
    const seen = (place: number): string =>
      hasTone ? other(place) : other(place).replace(TONE, '');
    if (letters.every((marks, place) => marks === seen(place))) return 2;
    const mayCome = letters.every((marks, place) =>
      [...marks].every((mark) => other(place).includes(mark)),
    );
    return mayCome ? 1 : 0;
  };
  return {
    any: true,
    of: (word) => Math.max(...spellings(word).map(agreement)) as Agreement,
  };
}
