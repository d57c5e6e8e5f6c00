import { months } from '../../ontology/labels/date.ts';
import type { Name, Particulars } from './particulars.ts';

/** More authors than this are cut short. */
const greatestAuthors = 20;

/**
 * A reference to an article, or to a paragraph of it, in plain text: Publication Manual of the American Psychological
 * Association, 7th edition, chapter 9, section 16 of chapter 10 for news on the web. Names stay whole and as they are
 * signed, for the graph does not say which part is the family name. What is not in print stands in square brackets: a name
 * that was concluded, what to call an article without a title. A date on the page that need not be that of publication is
 * told as such, and "n.d." stays.
 */
export function apa(article: Particulars, paragraph?: number): string {
  const { title, name, publisher, republishedFrom, publishedOn, pageDate, address } = article;
  const authors = listed(article.authors);
  const work = [
    title ?? `[${name}]`,
    ...(paragraph === undefined ? [] : [`(para. ${paragraph})`]),
    ...(publishedOn === null && pageDate !== null ? [`[Page dated ${inFull(pageDate)}]`] : []),
  ].join(' ');
  const date = `(${publishedOn === null ? 'n.d.' : yearFirst(publishedOn)}).`;
  const original = [
    ...(republishedFrom === null ? [] : [printed(republishedFrom)]),
    ...(address?.original ? [address.url] : []),
  ];
  const site = publisher === null ? null : printed(publisher);
  return [
    ...(authors === null ? [ended(work), date] : [ended(authors), date, ended(work)]),
    // Whoever is both author and site is named once.
    ...(site === null || site === authors ? [] : [ended(site)]),
    ...(address !== null && !address.original ? [address.url] : []),
    ...(original.length === 0 ? [] : [`(Reprinted from ${original.join(', ')})`]),
  ].join(' ');
}

const printed = ({ text, inferred }: Name): string => (inferred ? `[${text}]` : text);

/** With a full stop, unless it ends with a mark of its own. */
const ended = (part: string): string => (/[.!?…]$/u.test(part) ? part : `${part}.`);

/** `A`, `A & B`, `A, B, & C`; of more than twenty the first nineteen and the last. */
function listed(authors: readonly Name[]): string | null {
  const names = authors.map(printed);
  const last = names.pop();
  if (last === undefined || names.length === 0) return last ?? null;
  if (names.length >= greatestAuthors) {
    return `${names.slice(0, greatestAuthors - 1).join(', ')}, . . . ${last}`;
  }
  return names.length === 1 ? `${names[0]} & ${last}` : `${names.join(', ')}, & ${last}`;
}

function partsOf(date: string): { year: string; day: string } {
  const [year = '', month, day] = date.slice(0, 10).split('-');
  const named = month === undefined ? [] : [months[Number(month) - 1]];
  return { year, day: [...named, ...(day === undefined ? [] : [Number(day)])].join(' ') };
}

/** `2021, December 18`, `2021, December` or `2021`. */
function yearFirst(date: string): string {
  const { year, day } = partsOf(date);
  return day === '' ? year : `${year}, ${day}`;
}

/** `December 18, 2021`, `December 2021` or `2021`. */
function inFull(date: string): string {
  const { year, day } = partsOf(date);
  if (day === '') return year;
  return /\d/.test(day) ? `${day}, ${year}` : `${day} ${year}`;
}
