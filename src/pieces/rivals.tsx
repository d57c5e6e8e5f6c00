import { EntityName, type NamedEntity } from './entity-name.tsx';
import type { Language, Words } from './language.ts';
import { Qualifiers, type SpelledShown, StatedValue } from './spelled.tsx';
import { type DisagreementShown, disagreementLabels, StatementLine } from './statement.tsx';

/** A disagreement with its rivals. */
export interface RivalryShown extends DisagreementShown {
  readonly about: NamedEntity;
  readonly propertyLabel: string;
  readonly statements: readonly SpelledShown[];
}

const words: Words<'rivals'> = {
  vi: { rivals: 'Các bên nói' },
  en: { rivals: 'What each says' },
};

interface RivalsProps {
  readonly of: RivalryShown;
  readonly language: Language;
  readonly level?: 2 | 3 | 4;
}

/** A disagreement: of what, why it is one, and its rivals side by side, each with its citations. */
export function Rivals({ of, language, level = 4 }: RivalsProps) {
  const Heading = `h${level}` as const;
  return (
    <article class="rivals">
      <Heading>
        <EntityName entity={of.about} /> – {of.propertyLabel}{' '}
        <span class="badge disputed">{disagreementLabels[language][of.kind]}</span>
      </Heading>
      <p class="rivals-reason">{of.reason}</p>
      <ul class="rivals-list" aria-label={words[language].rivals}>
        {of.statements.map((statement) => (
          <li key={statement.id}>
            <StatementLine statement={{ ...statement, disagreements: [] }} language={language}>
              <Said statement={statement} about={of.about.id} />
            </StatementLine>
          </li>
        ))}
      </ul>
    </article>
  );
}

/** What one rival says: the end in which it differs from the others, large. */
function Said({ statement, about }: { readonly statement: SpelledShown; readonly about: string }) {
  const { subject, value, qualifiers } = statement;
  const isOfHolder = value.entity?.id === about;
  return (
    <>
      <strong class="rival-value">
        {isOfHolder ? <EntityName entity={subject} /> : <StatedValue value={value} />}
      </strong>{' '}
      {!isOfHolder && subject.id !== about && <EntityName entity={subject} />}{' '}
      <Qualifiers of={qualifiers} />
    </>
  );
}
