import type { Language } from '../model.ts';

export const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** An ISO 8601 date of any precision as people write it: `18/12/2021`, `18 December 2021`, `12/2021`, `December 2021`. */
export function dateLabel(date: string, language: Language): string {
  const [day = '', time] = date.split('T');
  const parts = day.split('-').reverse();
  if (language === 'vi') {
    const written = parts.join('/');
    return time === undefined ? written : `${time} ngày ${written}`;
  }
  const written = parts
    .map((part, index) => {
      if (index === parts.length - 1) return part;
      return index === parts.length - 2 ? months[Number(part) - 1] : String(Number(part));
    })
    .join(' ');
  return time === undefined ? written : `${written}, ${time}`;
}
