import type { ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';
import { type CitationShown, Citations } from './citations.tsx';
import type { Language, Words } from './language.ts';
import { LinksContext, useChoose } from './links.tsx';

export type DisagreementKindShown =
  | 'CONTRADICTION'
  | 'DIFFERENT_DATES'
  | 'DIFFERENT_SCOPE'
  | 'CHANGE_OF_HOLDER';

/** A disagreement in which a statement is a rival. */
export interface DisagreementShown {
  readonly id: string;
  readonly kind: DisagreementKindShown;
  readonly reason: string;
}

/** A statement as the operations ask for it, in their fragment `Told`. */
export interface StatementShown {
  readonly id: string;
  /** The whole statement in a line of text, its qualifiers included. */
  readonly text: string;
  readonly rank: 'PREFERRED' | 'NORMAL' | 'DEPRECATED';
  /** Why the rank is not `NORMAL`. */
  readonly reason?: string | null;
  readonly inferred?: boolean;
  readonly citations: readonly CitationShown[];
  readonly disagreements?: readonly DisagreementShown[];
}

/** What the kinds of disagreements are called. */
export const disagreementLabels: Words<DisagreementKindShown> = {
  vi: {
    CONTRADICTION: 'Mâu thuẫn',
    DIFFERENT_DATES: 'Khác thời điểm',
    DIFFERENT_SCOPE: 'Khác phạm vi',
    CHANGE_OF_HOLDER: 'Thay người giữ chức',
  },
  en: {
    CONTRADICTION: 'Contradiction',
    DIFFERENT_DATES: 'Different dates',
    DIFFERENT_SCOPE: 'Different scope',
    CHANGE_OF_HOLDER: 'Change of holder',
  },
};

const words: Words<'preferred' | 'deprecated' | 'inferred' | 'evidence' | 'statement'> = {
  vi: {
    preferred: 'được coi là đúng',
    deprecated: 'bị coi là sai',
    inferred: 'suy ra',
    evidence: 'Lời trong bài',
    statement: 'Xem mệnh đề',
  },
  en: {
    preferred: 'held to be right',
    deprecated: 'held to be wrong',
    inferred: 'inferred',
    evidence: 'Words in the article',
    statement: 'See the statement',
  },
};

interface StatementLineProps {
  readonly statement: StatementShown;
  readonly language: Language;
  /** What stands for the statement where it need not be said whole: its value below its property, say. */
  readonly children?: ComponentChildren;
}

/**
 * A statement as a line: what is said, how it stands (rank, inferred, disagreed with), and where it is said; the words of the
 * articles are one step away. It needs no script.
 */
export function StatementLine({ statement, language, children }: StatementLineProps) {
  const say = words[language];
  const { id, text, rank, inferred, citations, disagreements = [] } = statement;
  return (
    <div class={`statement-line ranked-${rank.toLowerCase()}`}>
      <p class="said">
        {children ?? text}
        {rank === 'PREFERRED' && <span class="badge preferred">{say.preferred}</span>}
        {rank === 'DEPRECATED' && <span class="badge deprecated">{say.deprecated}</span>}
        {inferred && <span class="badge">{say.inferred}</span>}
        {disagreements.map((one) => (
          <span key={one.id} class="badge disputed">
            {disagreementLabels[language][one.kind]}
          </span>
        ))}
      </p>
      {statement.reason && <p class="why">{statement.reason}</p>}
      {disagreements.map((one) => (
        <p key={one.id} class="why disputed">
          {one.reason}
        </p>
      ))}
      <div class="whence">
        <Citations citations={citations} language={language} />
        <details class="more-on-statement">
          <summary>{say.evidence}</summary>
          <Citations citations={citations} language={language} form="full" />
          <StatementLink id={id} label={say.statement} />
        </details>
      </div>
    </div>
  );
}

/** The way to a statement by itself, where there is one. */
function StatementLink({ id, label }: { readonly id: string; readonly label: string }) {
  const { statement } = useContext(LinksContext);
  const choose = useChoose(id);
  if (statement === undefined) return null;
  return (
    <p>
      <a href={statement(id)} onClick={choose}>
        {label}
      </a>
    </p>
  );
}
