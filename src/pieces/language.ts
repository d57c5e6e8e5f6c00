/** The languages that people read pieces in. */
export type { Language } from '../client/index.ts';

import type { Language } from '../client/index.ts';

/** The words of one component, in each language; both have the same keys, or it does not compile. */
export type Words<Key extends string> = Readonly<Record<Language, Readonly<Record<Key, string>>>>;

/** A number as people write it in a language. */
export const formatNumber = (number: number, language: Language): string =>
  number.toLocaleString(language === 'vi' ? 'vi-VN' : 'en-GB');

/** How many of something there are; a word that changes with the number has both forms: `statement|statements`. */
export function formatCount(number: number, word: string, language: Language): string {
  const [one, several = one] = word.split('|');
  return `${formatNumber(number, language)} ${number === 1 ? one : several}`;
}

/** A date of any precision (`2021`, `2021-12`, `2021-12-18`, `2021-12-18T12:44`) as people write it in a language. */
export function formatDate(date: string, language: Language): string {
  const [day = '', time] = date.split('T');
  const [year, month, dayOfMonth] = day.split('-').map(Number);
  const clock = time === undefined ? '' : `${time} `;
  if (language === 'vi') {
    return clock + [dayOfMonth, month, year].filter((part) => part !== undefined).join('/');
  }
  const named =
    month === undefined
      ? undefined
      : new Date(Date.UTC(2000, month - 1, 1)).toLocaleString('en-GB', {
          month: 'long',
          timeZone: 'UTC',
        });
  return clock + [dayOfMonth, named, year].filter((part) => part !== undefined).join(' ');
}
