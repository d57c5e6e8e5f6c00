import type { Name, Particulars } from './particulars.ts';

/** Macros that every BibTeX style has. */
const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const languages = { vi: 'vietnamese', en: 'english' } as const;

/**
 * An entry for BibTeX and biblatex: `@misc`, which both know. Year and month are for BibTeX, the date for biblatex. Names
 * are in braces of their own, lest they be taken apart, and so are titles, lest their capitals be lowered. Square brackets
 * hold what is not in print, as in APA; what else is to be said is in the note.
 */
export function bibtex(article: Particulars, paragraph?: number): string {
  const { id, language, title, name, authors, publisher, publishedOn, address } = article;
  const [year, month] = publishedOn?.split('-') ?? [];
  const notes = notesOn(article, paragraph);
  const fields: readonly (readonly [name: string, value: string | false | undefined])[] = [
    ['author', authors.length > 0 && `{${authors.map(whole).join(' and ')}}`],
    ['title', `{{${escaped(title ?? `[${name}]`)}}}`],
    ['howpublished', publisher !== null && `{${whole(publisher)}}`],
    ['date', publishedOn !== null && `{${publishedOn.slice(0, 10)}}`],
    ['year', year && `{${year}}`],
    ['month', month && months[Number(month) - 1]],
    ['url', address !== null && `{${plainUrl(address.url)}}`],
    ['langid', `{${languages[language]}}`],
    ['note', notes.length > 0 && `{${notes.map(escaped).join('; ')}}`],
  ];
  const lines = fields.flatMap(([field, value]) => (value ? [`  ${field} = ${value},`] : []));
  return [`@misc{${id.slice(id.indexOf(':') + 1)},`, ...lines, '}'].join('\n');
}

function notesOn(
  { republishedFrom, publishedOn, pageDate }: Particulars,
  paragraph: number | undefined,
): string[] {
  return [
    ...(republishedFrom === null ? [] : [`Reprinted from ${printed(republishedFrom)}`]),
    ...(publishedOn === null && pageDate !== null ? [`page dated ${pageDate.slice(0, 10)}`] : []),
    ...(paragraph === undefined ? [] : [`para. ${paragraph}`]),
  ];
}

const printed = ({ text, inferred }: Name): string => (inferred ? `[${text}]` : text);
const whole = (name: Name): string => `{${escaped(printed(name))}}`;

/** What TeX or BibTeX takes for something other than a letter. Braces cannot be escaped by a backslash: BibTeX counts them all the same. */
const commands: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  $: '\\$',
  '&': '\\&',
  '#': '\\#',
  _: '\\_',
  '%': '\\%',
};

/** A text as it stands in a field: on one line, and with no sign that means something else there. */
export const escaped = (text: string): string =>
  text.replace(/[\\{}~^$&#_%]/g, (sign) => commands[sign]!).replace(/[\s\p{Cc}]+/gu, ' ');

/** Addresses are taken as they are, and may hold all but braces, backslashes and spaces. */
const plainUrl = (url: string): string =>
  url.replace(/[\\{}\s\p{Cc}]/gu, (sign) => encodeURIComponent(sign));
