import { fold } from '../../../util/fold.ts';
import { functionWords } from './function-words.ts';
import { type LetterCase, splitUnits, type Unit } from './letter-case.ts';
import type { Span } from './mention.ts';
import { isVietnameseSyllable, type Word } from './words.ts';

/**
 * The proper names of a text outside its banners: runs of capitalised units.
 *
 * A run ends where words are not joined by white space or a hyphen alone; where acronyms and other words meet;
 * between a compound and two or more single syllables ("Tổng Bí thư | Nguyễn Phú Trọng"); and where a marked
 * Vietnamese word follows a foreign one ("Brazil | Đại sứ").
 *
 * The capital of a unit that opens a sentence may say nothing. Before another capital the unit is part of the name,
 * unless it is known in lower case only. Alone it is a name if it is an acronym, cannot be Vietnamese, or has a
 * capital elsewhere at least as often as not (see `LetterCase`).
 */
export function findNames(
  words: readonly Word[],
  inBanner: readonly boolean[],
  letterCase: LetterCase,
): Span[] {
  const capitalised = (unit: Unit | undefined): boolean =>
    unit !== undefined && words[unit.from]!.capitals !== 'none' && !inBanner[unit.from];
  const units = splitUnits(words);
  const names: Span[] = [];
  for (let from = 0; from < units.length; ) {
    if (!capitalised(units[from])) {
      from++;
      continue;
    }
    let to = from + 1;
    while (capitalised(units[to]) && continues(units, to, words)) to++;
    const first = opensOrdinarily(units.slice(from, to), words, letterCase) ? from + 1 : from;
    const run = units.slice(first, to);
    if (run.some((unit) => !isSingleLetter(unit)) && !isFunctionWord(run)) {
      names.push({ start: run[0]!.start, end: run.at(-1)!.end });
    }
    from = to;
  }
  return names;
}

/** Whether the name that the unit before this one is in goes on with this one, which is capitalised too. */
function continues(units: readonly Unit[], index: number, words: readonly Word[]): boolean {
  const unit = units[index]!;
  const before = units[index - 1]!;
  const word = words[unit.from]!;
  if (word.joined === null || word.opens) return false;
  if ((word.capitals === 'all') !== (words[before.to - 1]!.capitals === 'all')) {
    return isSingleLetter(unit) || isSingleLetter(before);
  }
  const afterForeign = !isVietnameseSyllable(words[before.to - 1]!.key);
  if (afterForeign && isMarkedVietnamese(word.key)) return false;
  const next = units[index + 1];
  const followedByBare =
    next !== undefined &&
    isBare(next) &&
    words[next.from]!.capitals === 'initial' &&
    words[next.from]!.joined !== null;
  return isBare(before) || !isBare(unit) || !followedByBare;
}

const isFunctionWord = (run: readonly Unit[]): boolean =>
  run.length === 1 && functionWords.has(run[0]!.key);
const isMarkedVietnamese = (key: string): boolean => isVietnameseSyllable(key) && fold(key) !== key;
const isBare = (unit: Unit): boolean => unit.to - unit.from === 1;
const isSingleLetter = (unit: Unit): boolean => unit.end - unit.start === 1;

/** Whether the first unit of a run has its capital only because a sentence opens with it. */
function opensOrdinarily(
  run: readonly Unit[],
  words: readonly Word[],
  letterCase: LetterCase,
): boolean {
  const [first, ...others] = run;
  const word = words[first!.from]!;
  if (!word.opens || word.capitals === 'all') return false;
  if (isBare(first!) && !isVietnameseSyllable(first!.key)) return false;
  return others.length > 0 ? letterCase.isOrdinary(first!.key) : !letterCase.isName(first!.key);
}
