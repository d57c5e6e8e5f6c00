import { Citations } from '../citations.tsx';
import { EntityName } from '../entity-name.tsx';
import type { Language } from '../language.ts';
import { Rivals } from '../rivals.tsx';
import { StatedValue } from '../spelled.tsx';
import { disagreementLabels } from '../statement.tsx';
import type { WholeStatement } from './answer.ts';
import { words } from './words.ts';

interface StatementBodyProps {
  readonly statement: WholeStatement;
  readonly language: Language;
}

/** A statement by itself: its parts, how it stands, its citations whole, and its rivals. */
export function StatementBody({ statement, language }: StatementBodyProps) {
  const say = words[language];
  const { text, subject, propertyLabel, value, qualifiers, rank, reason, inferred } = statement;
  const rankLabels = {
    PREFERRED: say.preferred,
    NORMAL: say.normal,
    DEPRECATED: say.deprecated,
  } as const;
  return (
    <>
      <header class="card-head">
        <p class="card-kind">{say.statement}</p>
        <h2 class="card-name card-sentence">{text}</h2>
        {statement.disagreements.map(({ id, kind }) => (
          <span key={id} class="badge disputed">
            {disagreementLabels[language][kind]}
          </span>
        ))}
      </header>
      <dl class="statement-parts">
        <div>
          <dt>{say.subject}</dt>
          <dd>
            <EntityName entity={subject} />
          </dd>
        </div>
        <div>
          <dt>{say.property}</dt>
          <dd>{propertyLabel}</dd>
        </div>
        <div>
          <dt>{say.value}</dt>
          <dd>
            <StatedValue value={value} />
          </dd>
        </div>
        {qualifiers.map((qualifier) => (
          <div key={qualifier.name}>
            <dt>{qualifier.label}</dt>
            <dd>
              <StatedValue value={qualifier.value} />
            </dd>
          </div>
        ))}
        <div>
          <dt>{say.rank}</dt>
          <dd>
            {rankLabels[rank]}
            {reason !== null && <p class="why">{reason}</p>}
          </dd>
        </div>
      </dl>
      <section class="card-group">
        <h3>{say.citations}</h3>
        {inferred && <p class="soft">{say.inferred}</p>}
        <Citations citations={statement.citations} language={language} form="full" />
      </section>
      {statement.disagreements.length > 0 && (
        <section class="card-disputes">
          <h3>{say.disagreements}</h3>
          {statement.disagreements.map((one) => (
            <Rivals key={one.id} of={one} language={language} />
          ))}
        </section>
      )}
    </>
  );
}
