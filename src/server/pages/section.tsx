import type { ComponentChildren } from 'preact';
import { formatDate, formatNumber, type Language, type Words } from '../../pieces/language.ts';
import type { EntityData } from './entity-data.ts';

const words: Words<'of'> = {
  vi: {
    of: 'trên',
  },
  en: {
    of: 'of',
  },
};

export interface SectionProps {
  readonly data: EntityData;
  readonly language: Language;
  /** The parameters that its links keep. */
  readonly kept: Readonly<Record<string, string | undefined>>;
}

/** A part of the page of an entity, under a heading. */
export function Section({
  id,
  heading,
  children,
}: {
  readonly id: string;
  readonly heading: string;
  readonly children: ComponentChildren;
}) {
  return (
    <section aria-labelledby={`h-${id}`} id={id}>
      <h2 id={`h-${id}`}>{heading}</h2>
      {children}
    </section>
  );
}

/** How many of how many are here, and the way to the rest. */
export function Rest({
  shown,
  of,
  href,
  label,
  language,
}: {
  readonly shown: number;
  readonly of: number;
  readonly href: string;
  readonly label: string;
  readonly language: Language;
}) {
  if (shown >= of) return null;
  return (
    <p class="rest">
      <span class="soft">
        {formatNumber(shown, language)} {words[language].of} {formatNumber(of, language)}
      </span>{' '}
      <a href={href}>{label}</a>
    </p>
  );
}

/** The text of a statement goes on after the name of its subject, which is a link of its own. */
export const withoutName = (text: string, name: string): string =>
  text.startsWith(name) ? text.slice(name.length) : `: ${text}`;

/** A time from one date to another, as people write it. */
export function timeOf(
  from: string | null,
  to: string | null,
  language: Language,
): string | undefined {
  const dates = [...new Set([from, to])].filter((date) => date !== null);
  return dates.length === 0
    ? undefined
    : dates.map((date) => formatDate(date, language)).join(' – ');
}
