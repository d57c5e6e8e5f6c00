import { formatNumber } from '../language.ts';
import type { BodyProps } from '../piece.ts';
import { Rivals } from '../rivals.tsx';
import { OtherEnd } from '../spelled.tsx';
import { StatementLine } from '../statement.tsx';
import type { Card } from './answer.ts';
import { CardHead } from './head.tsx';
import { shownGroups } from './shown.ts';
import { StatementBody } from './statement-body.tsx';
import { words } from './words.ts';

/** A card as people read it in an element or a frame: all that it shows at once, without asking for more. */
export function Body({ answer, settings }: BodyProps<Card | undefined>) {
  const { lang } = settings;
  const say = words[lang];
  if (answer === undefined) {
    return <p class="card-none">{settings.entity.length === 0 ? say.choose : say.unknown}</p>;
  }
  if (answer.type === 'statement') {
    return (
      <article class="card-piece">
        <StatementBody statement={answer.statement} language={lang} />
      </article>
    );
  }
  const { entity, kindLabel, disagreements } = answer;
  return (
    <article class="card-piece">
      <CardHead of={entity} kindLabel={kindLabel} language={lang} />
      {disagreements.nodes.length > 0 && (
        <section class="card-disputes">
          <h3>{say.disagreements}</h3>
          {disagreements.nodes.map((one) => (
            <Rivals key={one.id} of={one} language={lang} />
          ))}
        </section>
      )}
      {shownGroups(answer).map(({ key, label, count, end, statements }) => (
        <section class="card-group" key={key}>
          <h3>
            {label} <span class="count">{formatNumber(count, lang)}</span>
          </h3>
          <ul class="card-lines">
            {statements.map((statement) => (
              <li key={statement.id}>
                <StatementLine statement={statement} language={lang}>
                  <OtherEnd statement={statement} end={end} />
                </StatementLine>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </article>
  );
}
