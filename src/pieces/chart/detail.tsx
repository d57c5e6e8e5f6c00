import type { ComponentChildren } from 'preact';
import { Citations } from '../citations.tsx';
import { EntityName, type NamedEntity } from '../entity-name.tsx';
import type { Language } from '../language.ts';
import { type CitedStatement, citationsOf } from './cited.ts';

interface DetailProps {
  readonly language: Language;
  readonly entity?: NamedEntity | undefined;
  /** When, or how much: what is read first. */
  readonly lead: string;
  readonly statements: readonly CitedStatement[];
  readonly children?: ComponentChildren;
}

/** What is known of the mark that one points at or has chosen: its sentence, and where it is said. */
export function Detail({ language, entity, lead, statements, children }: DetailProps) {
  return (
    <div class="chart-detail">
      <p class="chart-detail-lead">
        <strong>{lead}</strong>
        {entity !== undefined && (
          <>
            {' · '}
            <EntityName entity={entity} />
          </>
        )}
      </p>
      {children}
      {statements.map((statement) => (
        <p key={statement.id} class="chart-detail-text">
          {statement.text}
        </p>
      ))}
      <Citations citations={citationsOf(statements)} language={language} />
    </div>
  );
}
