import { operations } from '../../client/index.ts';
import { EntityName } from '../../pieces/entity-name.tsx';
import { StatementLine } from '../../pieces/statement.tsx';
import { Answer } from '../parts/answer.tsx';
import { Truncated } from '../parts/truncated.tsx';
import { language, view } from '../state/explorer.ts';
import { usePages } from '../state/use-pages.ts';
import { words } from './words.ts';

/** What is close to an entity, with the reason, and the statement that joins the two if one does. */
export function RelatedTo({ id }: { readonly id: string }) {
  const { asOf } = view.value;
  const lang = language.value;
  const say = words[lang];
  const pages = usePages(
    operations.Related,
    { to: id, first: 8, ...(asOf !== undefined && { asOf }) },
    ({ related }) => related ?? undefined,
  );
  return (
    <Answer of={pages.of} isEmpty={() => pages.total === 0} empty={say.noRelated}>
      {() => (
        <>
          <ul class="card-lines">
            {pages.items.map(({ node, reason, statement }) => (
              <li key={node.id}>
                <EntityName entity={node} />
                <p class="why">{reason}</p>
                {statement !== null && <StatementLine statement={statement} language={lang} />}
              </li>
            ))}
          </ul>
          <Truncated
            shown={pages.items.length}
            of={pages.total}
            more={pages.more}
            busy={pages.busy}
            what={say.related}
          />
        </>
      )}
    </Answer>
  );
}
