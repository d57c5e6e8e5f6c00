import { operations } from '../../client/index.ts';
import { EntityName } from '../../pieces/entity-name.tsx';
import { formatDate } from '../../pieces/language.ts';
import { StatementLine } from '../../pieces/statement.tsx';
import { Answer } from '../parts/answer.tsx';
import { Truncated } from '../parts/truncated.tsx';
import { language, view } from '../state/explorer.ts';
import { usePages } from '../state/use-pages.ts';
import { words } from './words.ts';

/** The dates of an entity and of what is joined to it, in order, each with who says so. */
export function TimelineOf({ id }: { readonly id: string }) {
  const { asOf } = view.value;
  const lang = language.value;
  const pages = usePages(
    operations.EntityTimeline,
    { id, ...(asOf !== undefined && { asOf }) },
    ({ entity }) => entity?.timeline,
  );
  return (
    <Answer of={pages.of} isEmpty={() => pages.total === 0} empty={words[lang].noDates}>
      {() => (
        <>
          <ol class="card-dates">
            {pages.items.map(({ date, label, statement }) => (
              <li key={`${statement.id} ${label}`}>
                <time dateTime={date}>{formatDate(date, lang)}</time>
                <StatementLine statement={statement} language={lang}>
                  {statement.subject.id !== id && (
                    <>
                      <EntityName entity={statement.subject} />:{' '}
                    </>
                  )}
                  {label}
                </StatementLine>
              </li>
            ))}
          </ol>
          <Truncated
            shown={pages.items.length}
            of={pages.total}
            more={pages.more}
            busy={pages.busy}
            what={words[lang].timeline}
          />
        </>
      )}
    </Answer>
  );
}
