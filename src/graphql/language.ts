import type { Language } from '../ontology/model.ts';
import { fromEnumeration } from './enumeration.ts';
import type { EntityNameArgs } from './generated/schema.ts';

/** The language of whoever does not say which. */
const defaultLanguage: Language = 'vi';

/**
 * The language that an `Accept-Language` header (RFC 9110, section 12.5.4) prefers among those there are: the one of
 * greatest weight, the earlier of two equals; Vietnamese where it names neither, or is missing.
 */
export function readLanguage(header: string | undefined): Language {
  let best: Language = defaultLanguage;
  let greatest = 0;
  for (const range of header?.split(',') ?? []) {
    const [tag = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
    const language = languageOfTag(tag);
    const weight = weightOf(parameters);
    if (language !== undefined && weight > greatest) {
      best = language;
      greatest = weight;
    }
  }
  return best;
}

/**
 * The languages that a header asks for, when it names neither of those there are; otherwise nothing. At most five, for they
 * are told to whoever asked.
 */
export function languagesMissed(header: string | undefined): readonly string[] | undefined {
  const tags: string[] = [];
  for (const range of header?.split(',') ?? []) {
    const [tag = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
    if (weightOf(parameters) === 0) continue;
    if (languageOfTag(tag) !== undefined) return undefined;
    if (/^[a-z]{1,8}(-[a-z0-9]{1,8})*$/.test(tag)) tags.push(tag);
  }
  return tags.length === 0 ? undefined : tags.slice(0, 5);
}

function languageOfTag(tag: string): Language | undefined {
  const primary = tag.split('-', 1)[0];
  if (primary === 'vi' || primary === 'en') return primary;
  return primary === '*' ? defaultLanguage : undefined;
}

function weightOf(parameters: readonly string[]): number {
  const given = parameters.find((parameter) => parameter.startsWith('q='));
  if (given === undefined) return 1;
  const weight = Number(given.slice(2));
  return weight >= 0 && weight <= 1 ? weight : 0;
}

/** The argument `lang` of many fields, as GraphQL names its values. */
export type LanguageArguments = EntityNameArgs;

/** The language that a field is asked for, or else that of the request. */
export function chooseLanguage(
  { lang }: LanguageArguments,
  context: { readonly language: Language },
): Language {
  return lang ? fromEnumeration<Language>(lang) : context.language;
}
