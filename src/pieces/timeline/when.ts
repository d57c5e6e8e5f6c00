import { formatDate, type Language, type Words } from '../language.ts';
import type { TimelineMark } from './marks.ts';

const words: Words<'within'> = {
  vi: { within: 'trong khoảng' },
  en: { within: 'some time in' },
};

/** When a mark is, in words: a date, or both ends of a stretch. */
export function tellWhen(
  { from, to, sort }: Pick<TimelineMark, 'from' | 'to' | 'sort'>,
  language: Language,
): string {
  if (sort === 'at' || from === to) return formatDate(from, language);
  const stretch = `${formatDate(from, language)} – ${formatDate(to, language)}`;
  return sort === 'within' ? `${words[language].within} ${stretch}` : stretch;
}
