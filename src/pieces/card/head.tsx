import { familyOf } from '../kinds.ts';
import { formatDate, type Language, type Words } from '../language.ts';

/** What the top of a card says of an entity. */
export interface Headed {
  readonly id: string;
  readonly kind: string;
  readonly names: { readonly vi: string; readonly en: string };
  readonly aliasesVi: readonly string[];
  readonly aliasesEn: readonly string[];
  readonly description: string | null;
  readonly begins: string | null;
  readonly ends: string | null;
}

const words: Words<'also' | 'from' | 'to' | 'on'> = {
  vi: { also: 'Còn gọi là', from: 'từ', to: 'đến', on: '' },
  en: { also: 'Also known as', from: 'from', to: 'to', on: '' },
};

/** When something was, as people write it: a day, a stretch, or one end of it. */
export function ownTime(
  { begins, ends }: Pick<Headed, 'begins' | 'ends'>,
  language: Language,
): string | undefined {
  const say = words[language];
  if (begins !== null && begins === ends) return formatDate(begins, language);
  if (begins !== null && ends !== null) {
    return `${formatDate(begins, language)} – ${formatDate(ends, language)}`;
  }
  if (begins !== null) return `${say.from} ${formatDate(begins, language)}`;
  if (ends !== null) return `${say.to} ${formatDate(ends, language)}`;
  return undefined;
}

/** Names by which an entity is known beside the two that it has, each once. */
export function otherNames({ names, aliasesVi, aliasesEn }: Headed): readonly string[] {
  return [...new Set([...aliasesVi, ...aliasesEn])].filter(
    (name) => name !== names.vi && name !== names.en,
  );
}

interface CardHeadProps {
  readonly of: Headed;
  readonly kindLabel: string;
  readonly language: Language;
  readonly level?: 2 | 3;
}

/** The top of a card: kind, names in both languages, other names, what it is, and when. */
export function CardHead({ of, kindLabel, language, level = 2 }: CardHeadProps) {
  const other = language === 'vi' ? 'en' : 'vi';
  const Heading = `h${level}` as const;
  const time = ownTime(of, language);
  const also = otherNames(of);
  return (
    <header class={`card-head of-${familyOf(of.kind)}`}>
      <p class="card-kind">
        <span class="kind-dot" aria-hidden="true" />
        {kindLabel}
        {time !== undefined && <span class="card-time">{time}</span>}
      </p>
      <Heading class="card-name">{of.names[language]}</Heading>
      {of.names[other] !== of.names[language] && (
        <p class="card-other-name" lang={other}>
          {of.names[other]}
        </p>
      )}
      {of.description !== null && <p class="card-description">{of.description}</p>}
      {also.length > 0 && (
        <p class="card-also">
          {words[language].also}: {also.join('; ')}
        </p>
      )}
    </header>
  );
}
